#include "Machine.h"

#pragma STDC FP_CONTRACT OFF

// Twelve chains, so that none has to wait for its last result.
#define CHAINS 14

// The sums tend to 1, so that no value grows, vanishes or becomes subnormal.
#define LOOP(NAME, TARGET, LANES, STEP)                                                   \
  TARGET static float NAME(long turns) {                                                  \
    typedef float Vector __attribute__((vector_size(4 * LANES)));                         \
    Vector sums[CHAINS], factor = (Vector){0} + 0.999f, term = (Vector){0} + 0.001f;      \
    for (int i = 0; i < CHAINS; ++i) sums[i] = (Vector){0} + (float)i;                    \
    for (long turn = 0; turn < turns; ++turn) {                                           \
      _Pragma("clang loop unroll(full)") for (int i = 0; i < CHAINS; ++i) { STEP }        \
    }                                                                                     \
    for (int i = 1; i < CHAINS; ++i) sums[0] += sums[i];                                  \
    return sums[0][0];                                                                    \
  }

#define APART sums[i] = sums[i] * factor + term;
#define FUSED sums[i] = __builtin_elementwise_fma(sums[i], factor, term);

LOOP(apart4, , 4, APART)
#if defined(__x86_64__)
LOOP(apart8, __attribute__((target("avx2"))), 8, APART)
LOOP(apart16, __attribute__((target("avx512f"))), 16, APART)
LOOP(fused8, __attribute__((target("avx2,fma"))), 8, FUSED)
LOOP(fused16, __attribute__((target("avx512f"))), 16, FUSED)
#elif defined(__aarch64__)
LOOP(fused4, , 4, FUSED)
#endif

// Read by nobody; keeps the loops from being left out.
static volatile float result;

static int most = 16;

void machineLimitLanes(int lanes) { most = lanes; }

int machineLanes(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (most >= 16 && __builtin_cpu_supports("avx512f")) return 16;
  if (most >= 8 && __builtin_cpu_supports("avx2")) return 8;
#endif
  return 4;
}

double machineRunApart(long turns) {
  const int lanes = machineLanes();
#if defined(__x86_64__)
  if (lanes == 16) {
    result = apart16(turns);
  } else if (lanes == 8) {
    result = apart8(turns);
  } else {
    result = apart4(turns);
  }
#else
  result = apart4(turns);
#endif
  return 2.0 * CHAINS * lanes * turns;
}

double machineRunFused(long turns) {
  const int lanes = machineLanes();
#if defined(__x86_64__)
  if (lanes == 4 || !__builtin_cpu_supports("fma")) return 0;
  result = lanes == 16 ? fused16(turns) : fused8(turns);
#elif defined(__aarch64__)
  result = fused4(turns);
#else
  return 0;
#endif
  return 2.0 * CHAINS * lanes * turns;
}
