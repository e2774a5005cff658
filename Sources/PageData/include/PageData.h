// The page of `lossviz page` and what runs in it, as web/build makes them from web/.
#ifndef PAGE_DATA_H
#define PAGE_DATA_H

typedef struct {
  const unsigned char *bytes;
  unsigned long count;
} PagePiece;

// HTML with style and scripts, and marks where the command puts the rest.
PagePiece lossPageShell(void);
// Gzipped WebAssembly: all of Swift, and the hot loops, with exact sums and with fused products.
PagePiece lossPageCore(void);
PagePiece lossPageKernels(void);
PagePiece lossPageFusedKernels(void);

#endif
