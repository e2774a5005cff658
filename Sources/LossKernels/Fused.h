// a · b + c rounded once, for Path.h: what every product of the network is made of, with the same
// bits on every machine. A path whose machine has an instruction for it defines FUSES; the others
// do it exactly, in double precision.
#if !defined(FUSES) && (defined(__FMA__) || defined(__aarch64__))
#define FUSES
#endif

#if defined(FUSES) && defined(__wasm_relaxed_simd__)
// Fused or not as the engine likes: who loads this has looked.
INLINE Vector NAME(fuse)(Vector a, Vector b, Vector c) {
  return (Vector)__builtin_wasm_relaxed_madd_f32x4(a, b, c);
}
#elif defined(FUSES)
INLINE Vector NAME(fuse)(Vector a, Vector b, Vector c) {
  return __builtin_elementwise_fma(a, b, c);
}
#else

#define HALF_LANES (LANES / 2)
typedef float NAME(HalfVector) __attribute__((vector_size(2 * LANES), aligned(4)));
#define HalfVector NAME(HalfVector)

// Half a vector, as doubles and back.
#define WIDEN(p) __builtin_convertvector(*(const HalfVector *)(p), Wide)
#define NARROW(w) __builtin_convertvector((w), HalfVector)

// The product of two floats is exact in double; the sum is rounded to odd (of the two doubles on
// either side of a sum that is none, the one with an odd last bit), which keeps what the second
// rounding needs to know: Boldo and Melquiond, "Emulation of FMA and correctly rounded sums: proved
// algorithms using rounding to odd", IEEE Trans. Computers 57 (2008).
INLINE Wide NAME(sumToOdd)(Wide product, Wide c) {
  const Wide sum = product + c, back = sum - product;
  // What rounding took away; NaN, which is neither above nor below 0, beside an infinite sum.
  const Wide lost = (product - (sum - back)) + (c - back);
  const WideMask above = lost > 0, below = lost < 0, bits = (WideMask)sum;
  const WideMask isEven = (bits & 1) - 1, isNegative = bits >> 63;
  // One away from zero where the lost part has the sign of the sum, else one towards it.
  const WideMask step = ((below - above) ^ isNegative) - isNegative;
  return (Wide)(bits + (step & isEven));
}

INLINE Vector NAME(fuse)(Vector a, Vector b, Vector c) {
  float x[LANES], y[LANES], z[LANES];
  STORE(x, a);
  STORE(y, b);
  STORE(z, c);
  UNROLL for (int i = 0; i < LANES; i += HALF_LANES) {
    *(HalfVector *)(z + i) = NARROW(NAME(sumToOdd)(WIDEN(x + i) * WIDEN(y + i), WIDEN(z + i)));
  }
  return LOAD(z);
}

// Where a sum's second rounding may go wrong: the sum lies half-way between two floats, seen by its
// lowest 29 bits, or its float is subnormal, so that the half-way places are others. For words of
// 32 bits, the lower one first: of both, what is suspicious becomes less than a limit.
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the words of a double are expected lower first"
#endif
INLINE Mask NAME(suspicion)(Wide sum) {
  Mask mask, offset, limit;
  UNROLL for (int i = 0; i < LANES; i += 2) {
    mask[i] = 0x1fffffff, mask[i + 1] = 0x7fffffff;
    offset[i] = 0x70000000, offset[i + 1] = 0x7fffffff;
    limit[i] = -0x7fffffff, limit[i + 1] = (int)(0x7fffffffu + (897u << 20));
  }
  typedef unsigned NAME(Words) __attribute__((vector_size(4 * LANES)));
  const NAME(Words) words = (NAME(Words))((Mask)sum & mask) + (NAME(Words))offset;
  return (Mask)words < limit;
}

// One row of a tile over one run: sums of one or two vectors, rounded twice at each step; where
// that may have been wrong, once more from the start, each step exactly.
INLINE void NAME(fuseRun)(
    const float *a, long stepA, const float *b, long stepB, long inner, Vector *sums,
    const int vectors) {
  float start[2 * LANES];
  Wide wide[4];
  Mask seen = {0};
  UNROLL for (int v = 0; v < vectors; ++v) STORE(start + v * LANES, sums[v]);
  UNROLL for (int i = 0; i < 2 * vectors; ++i) wide[i] = WIDEN(start + i * HALF_LANES);
  const float *left = a, *right = b;
  for (long k = 0; k < inner; ++k, left += stepA, right += stepB) {
    const Wide factor = (double)*left - (Wide){0};
    UNROLL for (int i = 0; i < 2 * vectors; ++i) {
      const Wide sum = factor * WIDEN(right + i * HALF_LANES) + wide[i];
      seen |= NAME(suspicion)(sum);
      wide[i] = __builtin_convertvector(NARROW(sum), Wide);
    }
  }
  int any = 0;
  UNROLL for (int i = 0; i < LANES; ++i) any |= seen[i];
  if (!any) {
    UNROLL for (int i = 0; i < 2 * vectors; ++i) {
      *(HalfVector *)(start + i * HALF_LANES) = NARROW(wide[i]);
    }
    UNROLL for (int v = 0; v < vectors; ++v) sums[v] = LOAD(start + v * LANES);
    return;
  }
  for (long k = 0; k < inner; ++k, a += stepA, b += stepB) {
    UNROLL for (int v = 0; v < vectors; ++v) {
      sums[v] = NAME(fuse)(EVERYWHERE(*a), LOAD(b + v * LANES), sums[v]);
    }
  }
}

// In place of the runs of Product.h, row by row: the doubles of a whole tile have no room.
#define RUN_SPACED_IN_C(ROWS, VECTORS)                                              \
  for (int row = 0; row < ROWS; ++row) {                                            \
    NAME(fuseRun)(a[row] - p->inner, 1, b, innerB, p->inner, sums[row], VECTORS);   \
  }
#define RUN_ADJACENT_IN_C(ROWS, VECTORS)                                            \
  for (int row = 0; row < ROWS; ++row) {                                            \
    NAME(fuseRun)(a + row, innerA, b, innerB, p->inner, sums[row], VECTORS);        \
  }
#endif
