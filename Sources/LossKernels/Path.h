// The kernels of one instruction set. The file that includes this has defined
//   LANES      floats of a vector
//   TILE_ROWS  rows of the tile that fits into the registers, 6 or 8
//   PANEL      columns of a panel of B, as Kernels.panelWidth in LossLab
//   NAME(x)    x with the path's suffix
// and pushed the path's target attribute. Vectors of fewer lanes than the machine's, or of more,
// would still compile: only speed depends on the match.
#include <stdint.h>
#include <string.h>

#include "Paths.h"

// Fused is what Fused.h fuses, on every machine; what compilers would fuse besides, each for its
// own machine, would give bits of its own.
#pragma STDC FP_CONTRACT OFF

typedef float NAME(Vector) __attribute__((vector_size(4 * LANES)));
typedef float NAME(Loose) __attribute__((vector_size(4 * LANES), aligned(4)));
typedef int NAME(Mask) __attribute__((vector_size(4 * LANES)));
typedef double NAME(Wide) __attribute__((vector_size(4 * LANES)));
typedef double NAME(LooseWide) __attribute__((vector_size(4 * LANES), aligned(8)));
// Not long, which has 32 bits in WebAssembly.
typedef int64_t NAME(WideMask) __attribute__((vector_size(4 * LANES)));
#define Vector NAME(Vector)
#define Loose NAME(Loose)
#define Mask NAME(Mask)
#define Wide NAME(Wide)
#define LooseWide NAME(LooseWide)
#define WideMask NAME(WideMask)

#define INLINE static inline __attribute__((always_inline))
#define LOAD(p) (*(const Loose *)(p))
#define STORE(p, v) (*(Loose *)(p) = (v))
// A value in all lanes; added to 0, −0 would become 0.
#define EVERYWHERE(x) ((x) - (Vector){0})
#define UNROLL _Pragma("clang loop unroll(full)")

// Where the mask is set, a; elsewhere b.
INLINE Vector NAME(choose)(Mask mask, Vector a, Vector b) {
  return (Vector)((mask & (Mask)a) | (~mask & (Mask)b));
}

INLINE Wide NAME(chooseWide)(WideMask mask, Wide a, Wide b) {
  return (Wide)((mask & (WideMask)a) | (~mask & (WideMask)b));
}

// `count` values, then zeros; of a count that may be too large, or negative.
INLINE Vector NAME(loadPart)(const float *from, long count) {
  if (count >= LANES) return LOAD(from);
  float part[LANES] = {0};
  for (long i = 0; i < count; ++i) part[i] = from[i];
  return LOAD(part);
}

INLINE void NAME(storePart)(float *to, Vector value, long count) {
  if (count >= LANES) {
    STORE(to, value);
    return;
  }
  float part[LANES];
  STORE(part, value);
  for (long i = 0; i < count; ++i) to[i] = part[i];
}

#include "Fused.h"
#include "Product.h"
#include "Elementwise.h"
#include "Pool.h"
#include "Exp.h"
#include "CrossEntropy.h"
#include "WideProduct.h"
