// The cross-entropy of rows of logits, for Path.h: the operations of LossLab's
// Math/Kernels+CrossEntropy.swift, in their order; logarithms of several rows at once.

typedef double NAME(Four) __attribute__((vector_size(32), aligned(8)));
typedef int64_t NAME(FourMask) __attribute__((vector_size(32)));
#define Four NAME(Four)
#define FourMask NAME(FourMask)
#define FOUR(p) (*(Four *)(p))

// ln(1 + f), as twiceAtanh(of:) in LossLab's Math/Elementary.swift.
INLINE Wide NAME(twiceAtanh)(Wide f) {
  const Wide s = f / (2 + f), z = s * s;
  Wide p = (Wide){0} + 1.0 / 25;
  p = p * z + 1.0 / 23;
  p = p * z + 1.0 / 21;
  p = p * z + 1.0 / 19;
  p = p * z + 1.0 / 17;
  p = p * z + 1.0 / 15;
  p = p * z + 1.0 / 13;
  p = p * z + 1.0 / 11;
  p = p * z + 1.0 / 9;
  p = p * z + 1.0 / 7;
  p = p * z + 1.0 / 5;
  p = p * z + 1.0 / 3;
  return f - s * (f - 2 * z * p);
}

// −ln p of the own class: log1p(rest) where its logit is the largest, else log(total) and what it
// lies below. A total is 1 at least, or NaN.
INLINE Wide NAME(entropies)(Wide rest, Wide total, Wide deficit) {
  const Wide zero = {0};
  const WideMask rounderBits = (WideMask)(zero + ROUNDER), bits = (WideMask)total;
  const WideMask isSmall = (deficit == 0) & (rest < 0.4);
  const Wide whole = (Wide)((bits & 0xfffffffffffff) | (WideMask)(zero + 1));
  const WideMask isLarge = whole > 1.4142135623730951;
  const Wide fraction = NAME(chooseWide)(isLarge, whole * 0.5, whole);
  const Wide exponent = (Wide)((bits >> 52) - 1023 - isLarge + rounderBits) - ROUNDER;
  const Wide n = NAME(chooseWide)(isSmall, zero, exponent);
  const Wide f = NAME(chooseWide)(isSmall, rest, fraction - 1);
  const Wide log = n * 0.6931471803691238 + (NAME(twiceAtanh)(f) + n * 1.9082149292705877e-10);
  return NAME(chooseWide)(total == total, log + deficit, total);
}

// Takes the largest logit from all; returns how far the own one lies below it.
INLINE double NAME(lower)(double *logits, long classes, long own) {
  const double target = logits[own];
  double largest = target;
  long i = 0;
  if (classes >= 4) {
    Four most = FOUR(logits);
    for (i = 4; i + 4 <= classes; i += 4) {
      const Four next = FOUR(logits + i);
      const FourMask isLess = most < next;
      most = (Four)((isLess & (FourMask)next) | (~isLess & (FourMask)most));
    }
    for (long lane = 0; lane < 4; ++lane) largest = largest < most[lane] ? most[lane] : largest;
  }
  for (; i < classes; ++i) largest = largest < logits[i] ? logits[i] : largest;
  for (i = 0; i + 4 <= classes; i += 4) FOUR(logits + i) -= largest;
  for (; i < classes; ++i) logits[i] -= largest;
  return largest - target;
}

INLINE double NAME(sumOfFour)(const double *values, long count) {
  Four sums = {0};
  long i = 0;
  for (; i + 4 <= count; i += 4) sums += FOUR(values + i);
  for (long lane = 0; i + lane < count; ++lane) sums[lane] += values[i + lane];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

static void NAME(crossEntropy)(
    double *logits, long rows, long classes, const double *own, double *entropies, double *misses) {
  for (long row = 0; row < rows; ++row) {
    entropies[row] = NAME(lower)(logits + row * classes, classes, (long)own[row]);
  }
  NAME(exp)(logits, rows * classes);
  for (long first = 0; first < rows; first += WIDE_LANES) {
    const long count = rows - first < WIDE_LANES ? rows - first : WIDE_LANES;
    double rests[WIDE_LANES] = {0}, totals[WIDE_LANES] = {0}, results[WIDE_LANES] = {0};
    for (long i = 0; i < count; ++i) {
      double *row = logits + (first + i) * classes, *target = row + (long)own[first + i];
      const double share = *target;
      // Summed without the own class: p − 1 keeps its digits when p is nearly 1.
      *target = 0;
      const double rest = NAME(sumOfFour)(row, classes), total = share + rest;
      long at = 0;
      for (; at + 4 <= classes; at += 4) FOUR(row + at) /= total;
      for (; at < classes; ++at) row[at] /= total;
      *target = -rest / total;
      rests[i] = rest;
      totals[i] = total;
      results[i] = entropies[first + i];
      misses[first + i] = rest / total;
    }
    *(LooseWide *)results = NAME(entropies)(
      *(LooseWide *)rests, *(LooseWide *)totals, *(LooseWide *)results);
    memcpy(entropies + first, results, count * sizeof(double));
  }
}
