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

#define KERNEL(Result, Name, name, parameters, arguments) \
  Result loss##Name(LossPath path, LOSS_LIST parameters) { \
    return table(path)->name(LOSS_LIST arguments); \
  }
#include "KernelList.h"
