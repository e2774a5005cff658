// What Swift cannot ask the system itself. None of it is read from /proc or /sys, which may not be
// there.
#ifndef SYSTEM_FACTS_H
#define SYSTEM_FACTS_H

// Cores that this process may run on; 0 where nobody knows.
int systemCores(void);

// All memory of the machine in bytes; 0 where nobody knows.
double systemMemory(void);

#endif
