// eˣ in place, for Path.h: the operations of exp(_:) in LossLab's Math/Elementary.swift, in their
// order, on all lanes at once.

// Added and taken away again, it rounds to an integer, which then stands in the lowest bits.
#define ROUNDER 6755399441055744.0

INLINE Wide NAME(exponential)(Wide x) {
  const Wide zero = {0};
  const WideMask rounderBits = (WideMask)(zero + ROUNDER);
  const WideMask over = x > 709.782712893384, under = x < -745.2;
  const Wide shifted = x * 1.4426950408889634 + ROUNDER;
  const Wide n = shifted - ROUNDER;
  const Wide r = (x - n * 0.6931471803691238) - n * 1.9082149292705877e-10;
  Wide p = zero + 1.6059043836821613e-10;
  p = p * r + 2.08767569878681e-09;
  p = p * r + 2.505210838544172e-08;
  p = p * r + 2.755731922398589e-07;
  p = p * r + 2.7557319223985893e-06;
  p = p * r + 2.48015873015873e-05;
  p = p * r + 0.0001984126984126984;
  p = p * r + 0.001388888888888889;
  p = p * r + 0.008333333333333333;
  p = p * r + 0.041666666666666664;
  p = p * r + 0.16666666666666666;
  p = p * r + 0.5;
  p = p * r * r + r + 1;
  // Two factors whose exponents add up to n: 2ⁿ alone may be subnormal.
  const WideMask power = (WideMask)shifted - rounderBits;
  const WideMask half = (WideMask)(n * 0.5 + ROUNDER) - rounderBits;
  p = p * (Wide)((half + 1023) << 52) * (Wide)((power - half + 1023) << 52);
  p = NAME(chooseWide)(over, zero + __builtin_inf(), p);
  p = NAME(chooseWide)(under, zero, p);
  return NAME(chooseWide)(x != x, x, p);
}

static void NAME(exp)(double *values, long count) {
  long i = 0;
  for (; i + WIDE_LANES <= count; i += WIDE_LANES) {
    *(LooseWide *)(values + i) = NAME(exponential)(*(LooseWide *)(values + i));
  }
  if (i == count) return;
  Wide rest = {0};
  memcpy(&rest, values + i, (count - i) * sizeof(double));
  rest = NAME(exponential)(rest);
  memcpy(values + i, &rest, (count - i) * sizeof(double));
}
