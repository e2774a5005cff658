#include "PageData.h"

// A resource in Swift is an array literal, over which the compiler takes minutes at this size.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char shell[] = {
#embed "Resources/page.html"
};
static const unsigned char core[] = {
#embed "Resources/core.wasm.gz"
};
static const unsigned char kernels[] = {
#embed "Resources/kernels.wasm.gz"
};
static const unsigned char fusedKernels[] = {
#embed "Resources/kernels-fused.wasm.gz"
};

PagePiece lossPageShell(void) { return (PagePiece){shell, sizeof shell}; }
PagePiece lossPageCore(void) { return (PagePiece){core, sizeof core}; }
PagePiece lossPageKernels(void) { return (PagePiece){kernels, sizeof kernels}; }
PagePiece lossPageFusedKernels(void) { return (PagePiece){fusedKernels, sizeof fusedKernels}; }
