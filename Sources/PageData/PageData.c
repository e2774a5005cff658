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

ResourceBytes lossPageShell(void) { return (ResourceBytes){shell, sizeof shell}; }
ResourceBytes lossPageCore(void) { return (ResourceBytes){core, sizeof core}; }
ResourceBytes lossPageKernels(void) { return (ResourceBytes){kernels, sizeof kernels}; }
ResourceBytes lossPageFusedKernels(void) { return (ResourceBytes){fusedKernels, sizeof fusedKernels}; }
