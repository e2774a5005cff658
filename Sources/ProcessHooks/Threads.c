#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "ProcessHooks.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

static void (*_Atomic whenAlone)(void);

void processEndsWithoutThreads(void (*handler)(void)) { whenAlone = handler; }

void processSetThreadStack(size_t bytes) {
#if defined(__GLIBC__)
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return;
  if (pthread_attr_setstacksize(&attributes, bytes) == 0) pthread_setattr_default_np(&attributes);
  pthread_attr_destroy(&attributes);
#endif
}

static void *runBody(void *body) {
  ((void (*)(void))body)();
  return NULL;
}

int processRunOnStack(size_t bytes, void (*body)(void)) {
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return 0;
  const int started = pthread_attr_setstacksize(&attributes, bytes) == 0
    && pthread_create(&thread, &attributes, runBody, (void *)body) == 0;
  pthread_attr_destroy(&attributes);
  if (started) pthread_join(thread, NULL);
  return started;
}

// Pango reads fontconfig's files and looks for fonts on threads that it starts for each, and GLib
// aborts where there is none. In the place of such a thread its work is put on a list here, and
// done when Pango waits for it; not at once, because it holds locks while it starts them.
#if defined(__GLIBC__)
typedef struct {
  void *(*body)(void *);
  void *data;
} Work;

enum { PLACES = 64 };
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Work waiting[PLACES];
static int waitingCount;
static char nobody;

#define KEEP __attribute__((visibility("default"), used))
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

void *g_thread_try_new(const char *name, void *(*body)(void *), void *data, void **error);
void g_clear_error(void **error);
void g_mutex_lock(void *mutex);
void g_mutex_unlock(void *mutex);

// Later versions of Pango have one thread that waits for ever for more to do: not that one.
static int postpone(const char *name, Work work) {
  if (!name || strncmp(name, "[pango] Fc", 10) != 0) return 0;
  pthread_mutex_lock(&lock);
  const int fits = waitingCount < PLACES;
  if (fits) waiting[waitingCount++] = work;
  pthread_mutex_unlock(&lock);
  return fits;
}

KEEP void *g_thread_new(const char *name, void *(*body)(void *), void *data) {
  void *error = NULL;
  void *thread = g_thread_try_new(name, body, data, &error);
  if (thread) return thread;
  g_clear_error(&error);
  if (postpone(name, (Work){body, data})) return &nobody;
  if (whenAlone) whenAlone();
  return NEXT(g_thread_new)(name, body, data);
}

KEEP void g_thread_unref(void *thread) {
  if (thread != &nobody) NEXT(g_thread_unref)(thread);
}

KEEP void g_cond_wait(void *condition, void *mutex) {
  Work work = {NULL, NULL};
  pthread_mutex_lock(&lock);
  if (waitingCount > 0) work = waiting[--waitingCount];
  pthread_mutex_unlock(&lock);
  if (!work.body) {
    NEXT(g_cond_wait)(condition, mutex);
    return;
  }
  g_mutex_unlock(mutex);
  work.body(work.data);
  g_mutex_lock(mutex);
}
#endif
