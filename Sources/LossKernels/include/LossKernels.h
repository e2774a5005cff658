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

// Each runs on a path that this processor has.
#define LOSS_LIST(...) __VA_ARGS__
#define KERNEL(Result, Name, name, parameters, arguments) \
  Result loss##Name(LossPath path, LOSS_LIST parameters);
#include "KernelList.h"

#endif
