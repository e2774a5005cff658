// Compares products of every path that this machine can run with fmaf of the C library, bit by bit,
// on random and on awkward numbers. Compiled and started by Benchmarks/fused.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "LossKernels.h"

static uint64_t state = 1;

static uint64_t word(void) {
  uint64_t z = state += 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

static float floatOf(uint32_t bits) {
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static uint32_t bitsOf(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

static const uint32_t special[] = {
  0x00000000, 0x80000000, 0x00000001, 0x80000001, 0x007fffff, 0x00800000, 0x80800000, 0x00800001,
  0x3f800000, 0xbf800000, 0x3f800001, 0x3f7fffff, 0x7f7fffff, 0xff7fffff, 0x7f800000, 0xff800000,
  0x7fc00000, 0x1a000001, 0x19fffffe, 0x33800000, 0x34000000, 0x4b800000, 0x4b800001, 0x20000000, 0x1a000000, 0x7f000000};

static float anyFloat(void) {
  const uint64_t w = word();
  const uint32_t sign = (uint32_t)(w >> 63) << 31;
  const uint32_t fraction = (uint32_t)w & 0x7fffff;
  switch (w >> 32 & 7) {
    case 0: return floatOf(special[(w >> 40) % (sizeof special / sizeof *special)]);
    case 1: return floatOf((uint32_t)w);                                         // any bits at all
    case 2: return floatOf(sign | (uint32_t)(118 + (w >> 40) % 20) << 23 | (fraction & 0x7ff000));
    case 3: return floatOf(sign | (uint32_t)(40 + (w >> 40) % 40) << 23 | fraction);      // tiny
    case 4: return floatOf(sign | fraction >> (w >> 40) % 23);                       // subnormal
    default: return floatOf(sign | (uint32_t)(118 + (w >> 40) % 20) << 23 | fraction);
  }
}

// A summand that makes a · b difficult: nearly its opposite, or so far from it that the sum lies
// near the middle between two floats.
static float summand(float a, float b) {
  const uint64_t w = word();
  const float product = a * b;
  switch (w & 7) {
    case 0: return -product;
    case 1: return floatOf(bitsOf(-product) + (uint32_t)(w >> 40) % 5 - 2);
    case 2: return anyFloat();
    case 3: return 0.0f * (w & 8 ? 1 : -1);
    default: {
      const int away = 22 + (int)(w >> 40) % 6;
      const float scaled = ldexpf(product, w & 16 ? away : -away);
      return floatOf((bitsOf(scaled) & 0xffff0000) + (uint32_t)(w >> 20 & 3)) * (w & 8 ? 1 : -1);
    }
  }
}

enum { COLUMNS = 33, STRIDE = 64, DEPTH = 6, ROWS = 9 };

static int isSame(float x, float y) {
  return (isnan(x) && isnan(y)) || bitsOf(x) == bitsOf(y);
}

// One row of C from a bias, k once: a triple a column. Then rows of A over several k, so that
// sums go on from sums.
static long differences(LossPath path, int deep) {
  static float a[ROWS * DEPTH], b[DEPTH * STRIDE], bias[STRIDE], c[ROWS * STRIDE];
  const int rows = deep ? ROWS : 1, depth = deep ? DEPTH : 1;
  const int adjacent = deep && (word() & 1);
  for (int i = 0; i < rows * depth; ++i) a[i] = anyFloat();
  for (int i = 0; i < depth * STRIDE; ++i) b[i] = anyFloat();
  for (int i = 0; i < STRIDE; ++i) bias[i] = summand(a[0], b[i]);
  const LossProduct product = {
    .groups = 1, .rows = rows, .columns = COLUMNS, .outer = 1, .middle = 1, .inner = depth,
    .a = a, .rowA = adjacent ? 1 : depth, .innerA = adjacent ? rows : 1,
    .b = b, .panelB = path == LossPathAVX512 ? 32 : 16, .innerB = STRIDE,
    .c = c, .rowC = STRIDE, .bias = bias};
  lossMultiply(path, &product);
  long count = 0;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < COLUMNS; ++column) {
      float sum = bias[column];
      for (int k = 0; k < depth; ++k) {
        sum = fmaf(a[row * product.rowA + k * product.innerA], b[k * STRIDE + column], sum);
      }
      count += !isSame(sum, c[row * STRIDE + column]);
    }
  }
  return count;
}

int main(int count, char **words) {
  const long triples = count > 1 ? atol(words[1]) : 100000000;
  const char *names[] = {"", "baseline", "avx2", "avx512"};
  int failed = 0;
  for (int path = LossPathBaseline; path <= LossPathAVX512; ++path) {
    if (!lossPathIsSupported((LossPath)path)) {
      printf("%s: this machine cannot run it\n", names[path]);
      continue;
    }
    long done = 0, wrong = 0;
    for (long turn = 0; done < triples; ++turn) {
      const int deep = turn % 8 == 7;
      wrong += differences((LossPath)path, deep);
      done += deep ? ROWS * COLUMNS * DEPTH : COLUMNS;
    }
    printf("%s: %ld sums, %ld of them wrong\n", names[path], done, wrong);
    failed |= wrong != 0;
  }
  return failed;
}
