// The hot loops of LossLab, once for each instruction set. What each does, and the order in which
// it adds, is said where LossLab declares the same in Swift (Math/Kernels.swift).
#ifndef LOSS_KERNELS_H
#define LOSS_KERNELS_H

// LossPathNone: the loops of LossLab itself.
typedef enum { LossPathNone, LossPathBaseline, LossPathAVX2, LossPathAVX512 } LossPath;

// C = start + A · B; strides count floats. One of rowA and innerA is 1.
typedef struct {
  long groups, rows, columns;
  long outer, middle, inner;
  const float *a;
  long groupA, rowA, outerA, middleA, innerA;
  const float *b;
  long panelB, outerB, middleB, innerB;
  float *c;
  long groupC, rowC;
  const float *bias;  // one a column, or null: from zero
  int adds;           // whether the finished sum is added to C
} LossProduct;

// C = A · B in double precision; the columns of B and C are neighbours in memory.
typedef struct {
  long rows, columns, inner;
  const double *a;
  long rowA, innerA;
  const double *b;
  long rowB;
  double *c;
  long rowC;
} LossWideProduct;

typedef struct {
  float rate, momentum, decay, scale;
} LossSGD;

typedef struct {
  float step, decay, scale, root;
} LossAdam;

// The last path of this processor that is not behind the limit.
LossPath lossFastestPath(void);
int lossPathIsSupported(LossPath path);
void lossLimitPath(LossPath path);

void lossMultiply(LossPath path, const LossProduct *product);
void lossMultiplyWide(LossPath path, const LossWideProduct *product);
void lossCopy(
    LossPath path, const float *source, long rows, long columns, long stride, float *to,
    long toStride);
void lossPack(LossPath path, const float *source, long rows, long columns, long stride, float *to);
void lossPackTransposed(
    LossPath path, const float *source, long rows, long columns, long stride, float *to);
void lossRectify(LossPath path, const float *z, float *h, long count, float slope);
double lossRectifyBackward(
    LossPath path, float *z, const float *gradient, long rows, long count, long stride,
    long gradientStride, float slope);
void lossPool(
    LossPath path, const float *z, float *h, long rows, long columns, long channels, long rowZ,
    long rowH, float slope);
double lossPoolBackward(
    LossPath path, float *z, const float *gradient, long rows, long columns, long channels,
    long rowZ, float slope);
void lossSumRows(
    LossPath path, const float *source, long rows, long columns, long stride, float *sums);
double lossSumOfSquares(LossPath path, const float *values, long count);
void lossSGD(
    LossPath path, float *parameters, const float *gradients, float *velocity, long count,
    LossSGD rule);
void lossAdam(
    LossPath path, float *parameters, const float *gradients, float *mean, float *square,
    long count, LossAdam rule);
// Bytes as shares of 255.
void lossReadBytes(LossPath path, const unsigned char *source, float *to, long count);
void lossCrossEntropy(
    LossPath path, double *logits, long rows, long classes, const double *own, double *entropies,
    double *misses);

#endif
