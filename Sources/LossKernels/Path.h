// The kernels of one instruction set. The file that includes this has defined
//   LANES      floats of a vector
//   NAME(x)    x with the path's suffix
// and pushed the path's target attribute. Vectors of fewer lanes than the machine's, or of more,
// would still compile: only speed depends on the match.
#include <string.h>

#include "Paths.h"

// A product that is added must stay rounded: fused, each machine would give bits of its own.
#pragma STDC FP_CONTRACT OFF

typedef float NAME(Vector) __attribute__((vector_size(4 * LANES)));
typedef float NAME(Loose) __attribute__((vector_size(4 * LANES), aligned(4)));
typedef int NAME(Mask) __attribute__((vector_size(4 * LANES)));
typedef double NAME(Wide) __attribute__((vector_size(4 * LANES)));
typedef double NAME(LooseWide) __attribute__((vector_size(4 * LANES), aligned(8)));
typedef long NAME(WideMask) __attribute__((vector_size(4 * LANES)));
#define Vector NAME(Vector)
#define Loose NAME(Loose)
#define Mask NAME(Mask)
#define Wide NAME(Wide)
#define LooseWide NAME(LooseWide)
#define WideMask NAME(WideMask)

#define INLINE static inline __attribute__((always_inline))
#define LOAD(p) (*(const Loose *)(p))
#define STORE(p, v) (*(Loose *)(p) = (v))
#define UNROLL _Pragma("clang loop unroll(full)")

// Where the mask is set, a; elsewhere b.
INLINE Vector NAME(choose)(Mask mask, Vector a, Vector b) {
  return (Vector)((mask & (Mask)a) | (~mask & (Mask)b));
}

INLINE Wide NAME(chooseWide)(WideMask mask, Wide a, Wide b) {
  return (Wide)((mask & (WideMask)a) | (~mask & (WideMask)b));
}

#include "Product.h"
#include "Elementwise.h"
#include "Exp.h"
