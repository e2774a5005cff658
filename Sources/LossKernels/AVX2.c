#if defined(__x86_64__)
#define LANES 8
#define TILE_ROWS 6
#define PANEL 16
#define FUSES
#define NAME(x) x##AVX2
#define T0 "%%ymm12"
#define T1 "%%ymm13"
#define T2 "%%ymm14"
#define CLOBBERS "xmm12", "xmm13", "xmm14"
#include "ProductX86.h"
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "Path.h"
#pragma clang attribute pop
#include "Table.h"
#endif
