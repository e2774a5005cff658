// The page of `lossviz page` and what runs in it, as web/build makes them from web/.
#ifndef PAGE_DATA_H
#define PAGE_DATA_H

#include "ResourceBytes.h"

// HTML with style and scripts, and marks where the command puts the rest.
ResourceBytes lossPageShell(void);
// Gzipped WebAssembly: all of Swift, and the hot loops, with exact sums and with fused products.
ResourceBytes lossPageCore(void);
ResourceBytes lossPageKernels(void);
ResourceBytes lossPageFusedKernels(void);

#endif
