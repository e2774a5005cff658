// What a path offers to the dispatch.
#ifndef LOSS_PATHS_H
#define LOSS_PATHS_H

#include "LossKernels.h"

typedef struct {
#define KERNEL(Result, Name, name, parameters, arguments) Result(*name) parameters;
#include "KernelList.h"
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
