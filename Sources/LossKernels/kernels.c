#include "LossKernels.h"
