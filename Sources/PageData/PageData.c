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

PagePart lossPageShell(void) { return (PagePart){shell, sizeof shell}; }
PagePart lossPageCore(void) { return (PagePart){core, sizeof core}; }
PagePart lossPageKernels(void) { return (PagePart){kernels, sizeof kernels}; }
PagePart lossPageFusedKernels(void) { return (PagePart){fusedKernels, sizeof fusedKernels}; }
