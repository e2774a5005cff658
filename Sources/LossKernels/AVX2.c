#if defined(__x86_64__)
#define LANES 8
#define TILE_ROWS 6
#define PANEL 16
#define NAME(x) x##AVX2
#define T0 "%%ymm12"
#define T1 "%%ymm13"
#define T2 "%%ymm14"
#define T3 "%%ymm15"
#define CLOBBERS "xmm12", "xmm13", "xmm14", "xmm15"
#include "ProductX86.h"
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "Path.h"
#pragma clang attribute pop
#include "Table.h"
#endif
