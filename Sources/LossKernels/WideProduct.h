// C = A · B in double precision, for Path.h: each element adds over k in order, multiply then add.
// Rounded twice, since not every machine could fuse doubles at any bearable cost.

INLINE Wide NAME(everywhereWide)(double x) { return x - (Wide){0}; }

INLINE void NAME(wideTile)(
    const LossWideProduct *p, long row, long column, const int rows, const int vectors) {
  Wide sums[4][2] = {{{0}}};
  const double *a = p->a + row * p->rowA, *b = p->b + column;
  for (long k = 0; k < p->inner; ++k, a += p->innerA, b += p->rowB) {
    Wide right[2];
    UNROLL for (int v = 0; v < vectors; ++v) right[v] = *(const LooseWide *)(b + v * WIDE_LANES);
    UNROLL for (int i = 0; i < rows; ++i) {
      const Wide left = NAME(everywhereWide)(a[i * p->rowA]);
      UNROLL for (int v = 0; v < vectors; ++v) sums[i][v] += left * right[v];
    }
  }
  double *c = p->c + row * p->rowC + column;
  UNROLL for (int i = 0; i < rows; ++i) {
    UNROLL for (int v = 0; v < vectors; ++v) {
      *(LooseWide *)(c + i * p->rowC + v * WIDE_LANES) = sums[i][v];
    }
  }
}

static void NAME(wideColumns)(const LossWideProduct *p, long column, int vectors) {
  long row = 0;
  if (vectors == 2) {
    for (; row + 4 <= p->rows; row += 4) NAME(wideTile)(p, row, column, 4, 2);
    for (; row < p->rows; ++row) NAME(wideTile)(p, row, column, 1, 2);
  } else {
    for (; row + 4 <= p->rows; row += 4) NAME(wideTile)(p, row, column, 4, 1);
    for (; row < p->rows; ++row) NAME(wideTile)(p, row, column, 1, 1);
  }
}

static void NAME(multiplyWide)(const LossWideProduct *p) {
  long column = 0;
  for (; column + 2 * WIDE_LANES <= p->columns; column += 2 * WIDE_LANES) {
    NAME(wideColumns)(p, column, 2);
  }
  for (; column + WIDE_LANES <= p->columns; column += WIDE_LANES) {
    NAME(wideColumns)(p, column, 1);
  }
  for (; column < p->columns; ++column) {
    for (long row = 0; row < p->rows; ++row) {
      double sum = 0;
      for (long k = 0; k < p->inner; ++k) {
        sum += p->a[row * p->rowA + k * p->innerA] * p->b[k * p->rowB + column];
      }
      p->c[row * p->rowC + column] = sum;
    }
  }
}
