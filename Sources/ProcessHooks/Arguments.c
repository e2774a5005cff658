#include "ProcessHooks.h"

#include <sys/resource.h>
#include <unistd.h>

static int count;
static char **values;

// glibc and macOS hand the arguments of `main` to constructors, too. Swift's own list of them is
// read from /proc, which may not be there.
__attribute__((constructor)) static void keep(int argc, char **argv) {
  count = argc;
  values = argv;
  // Less than this does not last until `main`.
  struct rlimit stack;
  if (getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur < 32 << 10) {
    static const char message[] = "lossviz: error: the stack may have only a few kB\n"
                                  "  hint: ulimit -s 1024 gives it enough, 32 is the least\n";
    write(2, message, sizeof message - 1);
    _exit(1);
  }
}

int processArgumentCount(void) { return count; }

const char *processArgument(int index) { return values[index]; }
