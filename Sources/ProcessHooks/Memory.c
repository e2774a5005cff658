#include "ProcessHooks.h"

#include <errno.h>

static void (*_Atomic whenGone)(size_t);

void processEndsWithoutMemory(void (*handler)(size_t)) { whenGone = handler; }

// Swift and GLib answer a refusal with a trap and a trace of their own, in whatever they were
// doing. So it is caught here, where each of them asks. A sanitizer brings its own allocator.
#if defined(__GLIBC__) && !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

#define KEEP __attribute__((visibility("default"), used))

static void *given(void *memory, size_t bytes) {
  if (__builtin_expect(memory == NULL, 0) && bytes > 0 && whenGone) whenGone(bytes);
  return memory;
}

KEEP void *malloc(size_t size) { return given(__libc_malloc(size), size); }

KEEP void *calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) bytes = (size_t)-1;
  return given(__libc_calloc(count, size), bytes);
}

KEEP void *realloc(void *old, size_t size) { return given(__libc_realloc(old, size), size); }

KEEP void *aligned_alloc(size_t alignment, size_t size) {
  return given(__libc_memalign(alignment, size), size);
}

KEEP int posix_memalign(void **memory, size_t alignment, size_t size) {
  if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0) return EINVAL;
  void *place = given(__libc_memalign(alignment, size), size);
  if (place == NULL && size > 0) return ENOMEM;
  *memory = place;
  return 0;
}
#endif
