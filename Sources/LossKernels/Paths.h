// What a path offers to the dispatch.
#ifndef LOSS_PATHS_H
#define LOSS_PATHS_H

#include "LossKernels.h"

typedef struct {
  void (*multiply)(const LossProduct *);
  void (*copy)(const float *, long, long, long, float *, long);
  void (*pack)(const float *, long, long, long, float *);
  void (*packTransposed)(const float *, long, long, long, float *);
  void (*rectify)(const float *, float *, long, float);
  double (*rectifyBackward)(float *, const float *, long, long, long, long, float);
  void (*pool)(const float *, float *, long, long, long, long, long, float);
  double (*poolBackward)(float *, const float *, long, long, long, long, float);
  void (*sumRows)(const float *, long, long, long, float *);
  double (*sumOfSquares)(const float *, long);
  void (*sgd)(float *, const float *, float *, long, LossSGD);
  void (*adam)(float *, const float *, float *, float *, long, LossAdam);
  void (*readBytes)(const unsigned char *, float *, long);
  void (*crossEntropy)(double *, long, long, const double *, double *, double *);
  void (*multiplyWide)(const LossWideProduct *);
} LossPathTable;

extern const LossPathTable lossBaseline;
#if DEBUG
extern const LossPathTable lossBroad;
#endif
#if defined(__x86_64__)
extern const LossPathTable lossAVX2;
extern const LossPathTable lossAVX512;
#endif

#endif
