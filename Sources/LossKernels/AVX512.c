#if defined(__x86_64__)
#define LANES 16
#define TILE_ROWS 8
#define PANEL 32
#define FUSES
#define NAME(x) x##AVX512
#define T0 "%%zmm28"
#define T1 "%%zmm29"
#define T2 "%%zmm30"
#define CLOBBERS "xmm28", "xmm29", "xmm30"
#include "ProductX86.h"
#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,fma"))), apply_to = function)
#include "Path.h"
#pragma clang attribute pop
#include "Table.h"
#endif
