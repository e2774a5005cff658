// What Embedded Swift expects of a C library, where there is none.
typedef __SIZE_TYPE__ size_t;
typedef unsigned char byte;

extern byte __heap_base;
static size_t top;

// Memory is never given back: the module draws once and is thrown away.
void *aligned_alloc(size_t alignment, size_t size) {
  if (!top) top = (size_t)&__heap_base;
  if (alignment < 16) alignment = 16;
  size_t start = (top + alignment - 1) / alignment * alignment;
  top = start + size;
  size_t pages = __builtin_wasm_memory_size(0);
  size_t needed = (top + 65535) / 65536;
  if (needed > pages) {
    if (__builtin_wasm_memory_grow(0, needed - pages + 64) == (size_t)-1) __builtin_trap();
  }
  return (void *)start;
}

void *malloc(size_t size) { return aligned_alloc(16, size); }
void free(void *place) { (void)place; }

int posix_memalign(void **place, size_t alignment, size_t size) {
  *place = aligned_alloc(alignment, size);
  return 0;
}

__attribute__((no_builtin)) void *memset(void *to, int value, size_t count) {
  for (size_t i = 0; i < count; i++) ((byte *)to)[i] = (byte)value;
  return to;
}

__attribute__((no_builtin)) void *memmove(void *to, const void *from, size_t count) {
  byte *a = to;
  const byte *b = from;
  if (a < b) {
    for (size_t i = 0; i < count; i++) a[i] = b[i];
  } else {
    for (size_t i = count; i > 0; i--) a[i - 1] = b[i - 1];
  }
  return to;
}

void *memcpy(void *to, const void *from, size_t count) { return memmove(to, from, count); }

__attribute__((no_builtin)) int memcmp(const void *first, const void *second, size_t count) {
  const byte *a = first, *b = second;
  for (size_t i = 0; i < count; i++) {
    if (a[i] != b[i]) return a[i] - b[i];
  }
  return 0;
}

// Seeds the hashes of dictionaries, whose order must reach no output.
void arc4random_buf(void *to, size_t count) { memset(to, 1, count); }

// Halves away from zero.
double round(double x) {
  double whole = __builtin_trunc(x);
  return __builtin_fabs(x - whole) < 0.5 ? whole : whole + __builtin_copysign(1, x);
}

int putchar(int letter) { return letter; }

typedef unsigned __int128 wide;
typedef unsigned long long word;

// The product of two numbers of 128 bits, from halves: nothing wider is there to multiply with.
wide __multi3(wide a, wide b) {
  word low = (word)a, other = (word)b;
  word a0 = (unsigned)low, a1 = low >> 32, b0 = (unsigned)other, b1 = other >> 32;
  word middle = a1 * b0 + (a0 * b0 >> 32);
  word rest = a0 * b1 + (unsigned)middle;
  word bottom = rest << 32 | (unsigned)(a0 * b0);
  word carry = a1 * b1 + (middle >> 32) + (rest >> 32);
  word above = carry + low * (word)(b >> 64) + (word)(a >> 64) * other;
  return (wide)above << 64 | bottom;
}
