// The product of Path.h. A tile of C, some rows by one or two vectors, stays in registers while k
// runs; every element adds its products one by one, in order, each fused: c ← a · b + c, rounded
// once.
//
// Where `adjacent`, the rows of A are neighbours in memory; else its k are, and the rows may lie
// anywhere, so that a tile runs on from one group to the next.

// The rows of A or C from some row on; `left` of its group.
typedef struct {
  const float *row;
  long step, left, count, toGroup;
} NAME(Rows);
#define Rows NAME(Rows)

INLINE const float *NAME(next)(Rows *rows) {
  if (rows->left == 0) {
    rows->row += rows->toGroup;
    rows->left = rows->count;
  }
  const float *row = rows->row;
  rows->row += rows->step;
  rows->left -= 1;
  return row;
}

INLINE Rows NAME(rowsFrom)(const float *first, long step, long count, long group) {
  return (Rows){first, step, count, count, group - count * step};
}

// Some columns of C, up to two vectors of them; a and c stand where the next tile begins.
typedef struct {
  const LossProduct *p;
  Rows a, c;
  const float *b;
  long columns;
  Vector start[2];
} NAME(Strip);
#define Strip NAME(Strip)

// One run of the inner index, in C; spaced rows of A point to its end. Fused.h has others where
// the machine cannot fuse.
#ifdef FUSES
#define RUN_SPACED_IN_C(ROWS, VECTORS)                     \
  for (long k = -p->inner; k < 0; ++k) {                   \
    UNROLL for (int row = 0; row < ROWS; ++row) {          \
      UNROLL for (int v = 0; v < VECTORS; ++v) {           \
        sums[row][v] = NAME(fuse)(                         \
          EVERYWHERE(a[row][k]), LOAD(b + v * LANES), sums[row][v]); \
      }                                                    \
    }                                                      \
    b += innerB;                                           \
  }

#define RUN_ADJACENT_IN_C(ROWS, VECTORS)                   \
  for (long k = 0; k < p->inner; ++k) {                    \
    UNROLL for (int row = 0; row < ROWS; ++row) {          \
      UNROLL for (int v = 0; v < VECTORS; ++v) {           \
        sums[row][v] = NAME(fuse)(                         \
          EVERYWHERE(a[row]), LOAD(b + v * LANES), sums[row][v]); \
      }                                                    \
    }                                                      \
    a += innerA;                                           \
    b += innerB;                                           \
  }
#endif

#ifndef RUN_SPACED
#define RUN_SPACED(ROWS) RUN_SPACED_IN_C(ROWS, 2)
#define RUN_ADJACENT(ROWS) RUN_ADJACENT_IN_C(ROWS, 2)
#endif

#define START(ROWS, VECTORS)                                               \
  Vector sums[ROWS][VECTORS];                                              \
  UNROLL for (int row = 0; row < ROWS; ++row) {                            \
    UNROLL for (int v = 0; v < VECTORS; ++v) sums[row][v] = start[v];      \
  }

// Parts of vectors, or rows on both sides of a group's end.
static __attribute__((noinline)) void NAME(storeSlowly)(
    const Strip *strip, Rows *c, const Vector *sums, int rows, int vectors) {
  for (int row = 0; row < rows; ++row) {
    float *to = (float *)NAME(next)(c);
    for (int v = 0; v < vectors; ++v) {
      const long count = strip->columns - v * LANES;
      Vector sum = *sums++;
      if (strip->p->adds) sum = NAME(loadPart)(to + v * LANES, count) + sum;
      NAME(storePart)(to + v * LANES, sum, count);
    }
  }
}

#define FINISH(ROWS, VECTORS)                                              \
  if (strip->columns == VECTORS * LANES && c.left >= ROWS) {               \
    float *to = (float *)c.row;                                            \
    if (p->adds) {                                                         \
      UNROLL for (int row = 0; row < ROWS; ++row) {                        \
        UNROLL for (int v = 0; v < VECTORS; ++v) {                         \
          sums[row][v] = LOAD(to + row * c.step + v * LANES) + sums[row][v]; \
        }                                                                  \
      }                                                                    \
    }                                                                      \
    UNROLL for (int row = 0; row < ROWS; ++row) {                          \
      UNROLL for (int v = 0; v < VECTORS; ++v) {                           \
        STORE(to + row * c.step + v * LANES, sums[row][v]);                \
      }                                                                    \
    }                                                                      \
    c.row += ROWS * c.step;                                                \
    c.left -= ROWS;                                                        \
  } else {                                                                 \
    Vector copies[ROWS * VECTORS];                                         \
    UNROLL for (int i = 0; i < ROWS * VECTORS; ++i) {                      \
      copies[i] = sums[i / VECTORS][i % VECTORS];                          \
    }                                                                      \
    Rows slow = c;                                                         \
    NAME(storeSlowly)(strip, &slow, copies, ROWS, VECTORS);                \
    c = slow;                                                              \
  }

// `count` tiles, one after the other.
#define SPACED_TILES(ROWS, VECTORS, RUN)                                   \
  static void NAME(spaced##VECTORS##ROWS)(Strip *strip, long count) {      \
    const LossProduct *p = strip->p;                                       \
    const Vector start[2] = {strip->start[0], strip->start[1]};            \
    const long innerB = p->innerB;                                         \
    Rows rows = strip->a, c = strip->c;                                    \
    for (; count > 0; --count) {                                           \
      const float *a[ROWS];                                                \
      if (rows.left >= ROWS) {                                             \
        UNROLL for (int row = 0; row < ROWS; ++row) a[row] = rows.row + row * rows.step; \
        rows.row += ROWS * rows.step;                                      \
        rows.left -= ROWS;                                                 \
      } else {                                                             \
        UNROLL for (int row = 0; row < ROWS; ++row) a[row] = NAME(next)(&rows); \
      }                                                                    \
      START(ROWS, VECTORS)                                                 \
      const float *outerB = strip->b;                                      \
      for (long outer = p->outer; outer > 0; --outer) {                    \
        const float *middleB = outerB;                                     \
        for (long middle = p->middle; middle > 0; --middle) {              \
          const float *b = middleB;                                        \
          RUN                                                              \
          if (middle > 1) {                                                \
            middleB += p->middleB;                                         \
            UNROLL for (int row = 0; row < ROWS; ++row) a[row] += p->middleA; \
          }                                                                \
        }                                                                  \
        if (outer > 1) {                                                   \
          const long step = p->outerA - (p->middle - 1) * p->middleA;      \
          outerB += p->outerB;                                             \
          UNROLL for (int row = 0; row < ROWS; ++row) a[row] += step;      \
        }                                                                  \
      }                                                                    \
      FINISH(ROWS, VECTORS)                                                \
    }                                                                      \
    strip->a = rows;                                                       \
    strip->c = c;                                                          \
  }

#define ADJACENT_TILES(ROWS, VECTORS, RUN)                                 \
  static void NAME(adjacent##VECTORS##ROWS)(Strip *strip, long count) {    \
    const LossProduct *p = strip->p;                                       \
    const Vector start[2] = {strip->start[0], strip->start[1]};            \
    const long innerA = p->innerA, innerB = p->innerB;                     \
    Rows c = strip->c;                                                     \
    for (; count > 0; --count, strip->a.row += ROWS) {                     \
      START(ROWS, VECTORS)                                                 \
      const float *outerA = strip->a.row, *outerB = strip->b;              \
      for (long outer = p->outer; outer > 0; --outer) {                    \
        const float *middleA = outerA, *middleB = outerB;                  \
        for (long middle = p->middle; middle > 0; --middle) {              \
          const float *a = middleA, *b = middleB;                          \
          RUN                                                              \
          middleA += p->middleA;                                           \
          middleB += p->middleB;                                           \
        }                                                                  \
        outerA += p->outerA;                                               \
        outerB += p->outerB;                                               \
      }                                                                    \
      FINISH(ROWS, VECTORS)                                                \
    }                                                                      \
    strip->c = c;                                                          \
  }

#define KINDS(ROWS)                                        \
  SPACED_TILES(ROWS, 1, RUN_SPACED_IN_C(ROWS, 1))          \
  SPACED_TILES(ROWS, 2, RUN_SPACED(ROWS))                  \
  ADJACENT_TILES(ROWS, 1, RUN_ADJACENT_IN_C(ROWS, 1))      \
  ADJACENT_TILES(ROWS, 2, RUN_ADJACENT(ROWS))

KINDS(1)
KINDS(2)
KINDS(3)
KINDS(4)
KINDS(5)
KINDS(6)
#if TILE_ROWS == 8
KINDS(7)
KINDS(8)
#define SEVEN_AND_EIGHT(KIND) , NAME(KIND##7), NAME(KIND##8)
#else
#define SEVEN_AND_EIGHT(KIND)
#endif

#define ALL_ROWS(KIND)                                                     \
  {NAME(KIND##1), NAME(KIND##2), NAME(KIND##3), NAME(KIND##4),             \
   NAME(KIND##5), NAME(KIND##6) SEVEN_AND_EIGHT(KIND)}

static void (*const NAME(tiles)[2][2][TILE_ROWS])(Strip *, long) = {
  {ALL_ROWS(spaced1), ALL_ROWS(spaced2)}, {ALL_ROWS(adjacent1), ALL_ROWS(adjacent2)}};

// Rows are shared out evenly, to tiles of `fewer` and of one more: six and one would waste most of
// the second.
static void NAME(fill)(Strip *strip, long rows, void (*const *tiles)(Strip *, long)) {
  const long count = (rows + TILE_ROWS - 1) / TILE_ROWS;
  const long fewer = rows / count, taller = rows % count;
  if (taller > 0) tiles[fewer](strip, taller);
  tiles[fewer - 1](strip, count - taller);
}

static void NAME(multiply)(const LossProduct *p) {
  if (p->rows < 1) return;
  const int adjacent = p->rowA == 1;
  for (long column = 0; column < p->columns;) {
    const long rest = p->columns - column;
    const int vectors = rest > LANES ? 2 : 1;
    Strip strip = {.p = p, .columns = rest < vectors * LANES ? rest : vectors * LANES};
    strip.b = p->b + column / PANEL * p->panelB + column % PANEL;
    if (p->bias) {
      strip.start[0] = NAME(loadPart)(p->bias + column, rest);
      if (vectors == 2) {
        strip.start[1] = NAME(loadPart)(p->bias + column + LANES, rest - LANES);
      }
    }
    void (*const *tiles)(Strip *, long) = NAME(tiles)[adjacent][vectors - 1];
    strip.c = NAME(rowsFrom)(p->c + column, p->rowC, p->rows, p->groupC);
    if (adjacent) {
      for (long group = 0; group < p->groups; ++group) {
        strip.a.row = p->a + group * p->groupA;
        NAME(fill)(&strip, p->rows, tiles);
      }
    } else {
      strip.a = NAME(rowsFrom)(p->a + p->inner, p->rowA, p->rows, p->groupA);
      NAME(fill)(&strip, p->groups * p->rows, tiles);
    }
    column += vectors * LANES;
  }
}
