// What this machine can do at most: the peak that shares are counted of.
#ifndef MACHINE_H
#define MACHINE_H

// Floats that one instruction works on: 4, 8 or 16.
int machineLanes(void);
// No more of them from now on.
void machineLimitLanes(int lanes);

// Runs `turns` × 12 vectors of multiply-adds on this thread, fused or a product and a sum each, and
// returns how many floating-point operations that were. The fused ones are 0 where the machine has
// none.
double machineRunFused(long turns);
double machineRunApart(long turns);

#endif
