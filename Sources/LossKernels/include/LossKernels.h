#ifndef LOSS_KERNELS_H
#define LOSS_KERNELS_H
#endif
