// AVX-512's vectors and panels in whatever instructions there are, for the tests of machines that
// lack them: what depends on the width of a panel is tested everywhere. Not in a release.
#if DEBUG
// Nothing here is called from another file but through pointers to plain types.
#pragma clang diagnostic ignored "-Wpsabi"
#define LANES 16
#define TILE_ROWS 8
#define PANEL 32
#define NAME(x) x##Broad
#include "Path.h"
#include "Table.h"
#endif
