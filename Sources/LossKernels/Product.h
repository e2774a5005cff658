// The product of Path.h. A tile of C, some rows by one or two vectors, stays in registers while k
// runs; every element adds its products one by one, in order.

// Columns of a panel of B.
#define PANEL 32

// Some columns of C, up to two vectors of them; the pointers are where the first tile begins.
typedef struct {
  const LossProduct *p;
  const float *a, *b;
  float *c;
  long columns;
  Vector start[2];
} NAME(Strip);
#define Strip NAME(Strip)

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

// One run of the inner index. Where `adjacent`, the rows of A are neighbours in memory; else its
// k are.
#define RUN_IN_C(ROWS, VECTORS, ADJACENT)                              \
  for (long k = 0; k < p->inner; ++k) {                                \
    UNROLL for (int row = 0; row < ROWS; ++row) {                      \
      const float x = a[ADJACENT ? row : row * rowA];               \
      UNROLL for (int v = 0; v < VECTORS; ++v) {                       \
        sums[row][v] += x * LOAD(b + v * LANES);                       \
      }                                                                \
    }                                                                  \
    a += ADJACENT ? innerA : 1;                                     \
    b += innerB;                                                       \
  }

#ifndef RUN_TWO
#define RUN_TWO(ROWS, ADJACENT) RUN_IN_C(ROWS, 2, ADJACENT)
#endif
#define RUN_ONE(ROWS, ADJACENT) RUN_IN_C(ROWS, 1, ADJACENT)

// Part of a vector, or added to what is there.
static __attribute__((noinline)) void NAME(storeSlowly)(
    const Strip *strip, float *c, const Vector *sums, int rows, int vectors) {
  for (int row = 0; row < rows; ++row) {
    for (int v = 0; v < vectors; ++v) {
      const long count = strip->columns - v * LANES;
      float *to = c + row * strip->p->rowC + v * LANES;
      Vector sum = sums[row * vectors + v];
      if (strip->p->adds) sum = NAME(loadPart)(to, count) + sum;
      NAME(storePart)(to, sum, count);
    }
  }
}

// `count` tiles, one below the other.
#define TILES(SUFFIX, ROWS, VECTORS, RUN)                                            \
  static void NAME(tiles##SUFFIX)(const Strip *strip, long count) {                  \
    const LossProduct *p = strip->p;                                                 \
    const long rowA = p->rowA, innerA = p->innerA, innerB = p->innerB, rowC = p->rowC; \
    const Vector start[2] = {strip->start[0], strip->start[1]};                      \
    const int isWhole = strip->columns == VECTORS * LANES && !p->adds;               \
    const float *firstA = strip->a;                                                  \
    float *c = strip->c;                                                             \
    for (; count > 0; --count, firstA += ROWS * rowA, c += ROWS * rowC) {            \
      Vector sums[ROWS][VECTORS];                                                    \
      UNROLL for (int row = 0; row < ROWS; ++row) {                                  \
        UNROLL for (int v = 0; v < VECTORS; ++v) sums[row][v] = start[v];            \
      }                                                                              \
      const float *outerA = firstA, *outerB = strip->b;                              \
      for (long outer = p->outer; outer > 0; --outer) {                              \
        const float *middleA = outerA, *middleB = outerB;                            \
        for (long middle = p->middle; middle > 0; --middle) {                        \
          const float *a = middleA, *b = middleB;                                    \
          RUN                                                                        \
          middleA += p->middleA;                                                     \
          middleB += p->middleB;                                                     \
        }                                                                            \
        outerA += p->outerA;                                                         \
        outerB += p->outerB;                                                         \
      }                                                                              \
      if (isWhole) {                                                                 \
        UNROLL for (int row = 0; row < ROWS; ++row) {                                \
          UNROLL for (int v = 0; v < VECTORS; ++v) {                                 \
            STORE(c + row * rowC + v * LANES, sums[row][v]);                         \
          }                                                                          \
        }                                                                            \
      } else {                                                                       \
        Vector copies[ROWS * VECTORS];                                               \
        UNROLL for (int row = 0; row < ROWS; ++row) {                                \
          UNROLL for (int v = 0; v < VECTORS; ++v) {                                 \
            copies[row * VECTORS + v] = sums[row][v];                                \
          }                                                                          \
        }                                                                            \
        NAME(storeSlowly)(strip, c, copies, ROWS, VECTORS);                          \
      }                                                                              \
    }                                                                                \
  }

#define KINDS(ROWS)                                  \
  TILES(Spaced1##ROWS, ROWS, 1, RUN_ONE(ROWS, 0))    \
  TILES(Spaced2##ROWS, ROWS, 2, RUN_TWO(ROWS, 0))    \
  TILES(Adjacent1##ROWS, ROWS, 1, RUN_ONE(ROWS, 1))  \
  TILES(Adjacent2##ROWS, ROWS, 2, RUN_TWO(ROWS, 1))

KINDS(1)
KINDS(2)
KINDS(3)
KINDS(4)
KINDS(5)
KINDS(6)
#if TILE_ROWS == 8
KINDS(7)
KINDS(8)
#define SEVEN_AND_EIGHT(KIND) , NAME(tiles##KIND##7), NAME(tiles##KIND##8)
#else
#define SEVEN_AND_EIGHT(KIND)
#endif

#define ALL_ROWS(KIND)                                                                     \
  {NAME(tiles##KIND##1), NAME(tiles##KIND##2), NAME(tiles##KIND##3), NAME(tiles##KIND##4), \
   NAME(tiles##KIND##5), NAME(tiles##KIND##6) SEVEN_AND_EIGHT(KIND)}

static void (*const NAME(tiles)[2][2][TILE_ROWS])(const Strip *, long) = {
  {ALL_ROWS(Spaced1), ALL_ROWS(Spaced2)}, {ALL_ROWS(Adjacent1), ALL_ROWS(Adjacent2)}};

static void NAME(multiply)(const LossProduct *p) {
  if (p->rows < 1) return;
  // Rows are shared out evenly, to tiles of `fewer` and of one more: six and one would waste most
  // of the second.
  const long count = (p->rows + TILE_ROWS - 1) / TILE_ROWS;
  const long fewer = p->rows / count, taller = p->rows % count;
  for (long column = 0; column < p->columns;) {
    const long rest = p->columns - column;
    const int vectors = rest > LANES ? 2 : 1;
    Strip strip = {.p = p, .columns = rest < vectors * LANES ? rest : vectors * LANES};
    strip.b = p->b + column / PANEL * p->panelB + column % PANEL;
    if (p->bias) {
      strip.start[0] = NAME(loadPart)(p->bias + column, rest);
      strip.start[1] = NAME(loadPart)(p->bias + column + LANES, rest - LANES);
    }
    void (*const *tiles)(const Strip *, long) = NAME(tiles)[p->rowA == 1][vectors - 1];
    for (long group = 0; group < p->groups; ++group) {
      strip.a = p->a + group * p->groupA;
      strip.c = p->c + group * p->groupC + column;
      if (taller > 0) tiles[fewer](&strip, taller);
      strip.a += taller * (fewer + 1) * p->rowA;
      strip.c += taller * (fewer + 1) * p->rowC;
      tiles[fewer - 1](&strip, count - taller);
    }
    column += vectors * LANES;
  }
}
