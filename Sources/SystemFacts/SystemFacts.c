#if defined(__linux__)
#define _GNU_SOURCE
#include <sched.h>
#include <sys/sysinfo.h>
#endif
#include <unistd.h>

#include "SystemFacts.h"

int systemCores(void) {
#if defined(__linux__)
  // The scheduler knows of `taskset` and of a job's share of the machine. It refuses a set that is
  // smaller than its own.
  for (int most = 1024; most <= 1 << 20; most *= 4) {
    cpu_set_t *cores = CPU_ALLOC(most);
    if (!cores) break;
    const size_t size = CPU_ALLOC_SIZE(most);
    const int count = sched_getaffinity(0, size, cores) == 0 ? CPU_COUNT_S(size, cores) : 0;
    CPU_FREE(cores);
    if (count > 0) return count;
  }
#endif
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (int)count : 0;
}

double systemMemory(void) {
#if defined(__linux__)
  struct sysinfo facts;
  if (sysinfo(&facts) == 0) return (double)facts.totalram * facts.mem_unit;
#endif
  const double pages = (double)sysconf(_SC_PHYS_PAGES);
  return pages > 0 ? pages * (double)sysconf(_SC_PAGESIZE) : 0;
}
