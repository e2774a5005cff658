// For every machine: vectors of four floats are SSE2 on x86-64, NEON on ARM.
#define LANES 4
#define TILE_ROWS 6
#define PANEL 16
#define NAME(x) x##Baseline
#include "Path.h"
#include "Table.h"
