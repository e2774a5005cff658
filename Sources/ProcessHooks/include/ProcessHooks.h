// What a process can only learn or decide below Swift: its arguments as they came, what happens
// when there is no memory or no thread to be had.
#ifndef PROCESS_HOOKS_H
#define PROCESS_HOOKS_H

#include <stddef.h>

// The arguments that the program was started with; they are those of `main`, and do not move.
int processArgumentCount(void);
const char *processArgument(int index);

// From now on, memory that the system refuses ends the process: `handler` is called once with the
// number of bytes, must not allocate, and must not return.
void processEndsWithoutMemory(void (*handler)(size_t bytes));

// From now on, what a thread was wanted for and cannot be left out ends the process by `handler`,
// which must not return. The threads of Pango can be left out: their work is done by who waits for
// it.
void processEndsWithoutThreads(void (*handler)(void));

// The stack of every thread that does not ask for another, GLib's included.
void processSetThreadStack(size_t bytes);

// Runs `body` on a thread with a stack of so many bytes and waits for its end; 0 where there is no
// thread to be had.
int processRunOnStack(size_t bytes, void (*body)(void));

#endif
