// Every kernel once: result, name for others, name of what a path has, parameters, arguments. Whoever
// includes this says by KERNEL what becomes of a line.
KERNEL(void, Multiply, multiply, (const LossProduct *product), (product))
KERNEL(void, MultiplyWide, multiplyWide, (const LossWideProduct *product), (product))
KERNEL(void, Copy, copy,
    (const float *source, long rows, long columns, long stride, float *to, long toStride),
    (source, rows, columns, stride, to, toStride))
KERNEL(void, Pack, pack,
    (const float *source, long rows, long columns, long stride, float *to),
    (source, rows, columns, stride, to))
KERNEL(void, PackTransposed, packTransposed,
    (const float *source, long rows, long columns, long stride, float *to),
    (source, rows, columns, stride, to))
KERNEL(void, Rectify, rectify,
    (const float *z, float *h, long count, float slope),
    (z, h, count, slope))
KERNEL(double, RectifyBackward, rectifyBackward,
    (float *z, const float *gradient, long rows, long count, long stride, long gradientStride,
     float slope),
    (z, gradient, rows, count, stride, gradientStride, slope))
KERNEL(void, Pool, pool,
    (const float *z, float *h, long rows, long columns, long channels, long rowZ, long rowH,
     float slope),
    (z, h, rows, columns, channels, rowZ, rowH, slope))
KERNEL(double, PoolBackward, poolBackward,
    (float *z, const float *gradient, long rows, long columns, long channels, long rowZ,
     float slope),
    (z, gradient, rows, columns, channels, rowZ, slope))
KERNEL(void, SumRows, sumRows,
    (const float *source, long rows, long columns, long stride, float *sums),
    (source, rows, columns, stride, sums))
KERNEL(double, SumOfSquares, sumOfSquares, (const float *values, long count), (values, count))
KERNEL(void, SGD, sgd,
    (float *parameters, const float *gradients, float *velocity, long count, LossSGD rule),
    (parameters, gradients, velocity, count, rule))
KERNEL(void, Adam, adam,
    (float *parameters, const float *gradients, float *mean, float *square, long count,
     LossAdam rule),
    (parameters, gradients, mean, square, count, rule))
KERNEL(void, ReadBytes, readBytes,
    (const unsigned char *source, float *to, long count),
    (source, to, count))
KERNEL(void, CrossEntropy, crossEntropy,
    (double *logits, long rows, long classes, const double *own, double *entropies, double *misses),
    (logits, rows, classes, own, entropies, misses))

#undef KERNEL
