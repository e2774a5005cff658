#include "Paths.h"

// The last of all: no limit.
static _Atomic int limit = LossPathAVX512;

int lossPathIsSupported(LossPath path) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  switch (path) {
    case LossPathNone:
    case LossPathBaseline: return 1;
    // The kernels fuse, which a few processors with AVX2 cannot.
    case LossPathAVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case LossPathAVX512:
      return __builtin_cpu_supports("fma") && __builtin_cpu_supports("avx512f")
        && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl");
  }
  return 0;
#else
  return path <= LossPathBaseline;
#endif
}

void lossLimitPath(LossPath path) { limit = path; }

LossPath lossFastestPath(void) {
  static _Atomic int best = LossPathNone;
  if (best == LossPathNone) {
    int path = LossPathAVX512;
    while (!lossPathIsSupported((LossPath)path)) --path;
    best = path;
  }
  return (LossPath)(best < limit ? best : limit);
}

static const LossPathTable *table(LossPath path) {
#if DEBUG
  if (path == LossPathAVX512 && !lossPathIsSupported(path)) return &lossBroad;
#endif
#if defined(__x86_64__)
  switch (path) {
    case LossPathNone:
    case LossPathBaseline: return &lossBaseline;
    case LossPathAVX2: return &lossAVX2;
    case LossPathAVX512: return &lossAVX512;
  }
#endif
  return &lossBaseline;
}

void lossMultiply(LossPath path, const LossProduct *product) { table(path)->multiply(product); }

void lossMultiplyWide(LossPath path, const LossWideProduct *product) {
  table(path)->multiplyWide(product);
}

void lossCopy(
    LossPath path, const float *source, long rows, long columns, long stride, float *to,
    long toStride) {
  table(path)->copy(source, rows, columns, stride, to, toStride);
}

void lossPack(
    LossPath path, const float *source, long rows, long columns, long stride, float *to) {
  table(path)->pack(source, rows, columns, stride, to);
}

void lossPackTransposed(
    LossPath path, const float *source, long rows, long columns, long stride, float *to) {
  table(path)->packTransposed(source, rows, columns, stride, to);
}

void lossRectify(LossPath path, const float *z, float *h, long count, float slope) {
  table(path)->rectify(z, h, count, slope);
}

double lossRectifyBackward(
    LossPath path, float *z, const float *gradient, long rows, long count, long stride,
    long gradientStride, float slope) {
  return table(path)->rectifyBackward(z, gradient, rows, count, stride, gradientStride, slope);
}

void lossPool(
    LossPath path, const float *z, float *h, long rows, long columns, long channels, long rowZ,
    long rowH, float slope) {
  table(path)->pool(z, h, rows, columns, channels, rowZ, rowH, slope);
}

double lossPoolBackward(
    LossPath path, float *z, const float *gradient, long rows, long columns, long channels,
    long rowZ, float slope) {
  return table(path)->poolBackward(z, gradient, rows, columns, channels, rowZ, slope);
}

void lossSumRows(
    LossPath path, const float *source, long rows, long columns, long stride, float *sums) {
  table(path)->sumRows(source, rows, columns, stride, sums);
}

double lossSumOfSquares(LossPath path, const float *values, long count) {
  return table(path)->sumOfSquares(values, count);
}

void lossSGD(
    LossPath path, float *parameters, const float *gradients, float *velocity, long count,
    LossSGD rule) {
  table(path)->sgd(parameters, gradients, velocity, count, rule);
}

void lossAdam(
    LossPath path, float *parameters, const float *gradients, float *mean, float *square,
    long count, LossAdam rule) {
  table(path)->adam(parameters, gradients, mean, square, count, rule);
}

void lossReadBytes(LossPath path, const unsigned char *source, float *to, long count) {
  table(path)->readBytes(source, to, count);
}

void lossCrossEntropy(
    LossPath path, double *logits, long rows, long classes, const double *own, double *entropies,
    double *misses) {
  table(path)->crossEntropy(logits, rows, classes, own, entropies, misses);
}
