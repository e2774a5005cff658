// What Embedded Swift expects of a C library, where there is none.
typedef __SIZE_TYPE__ size_t;
typedef unsigned char byte;

extern byte __heap_base;
static size_t top;

// Blocks that were given back, by their size: 16, 24, 32, 48, 64, 96 … bytes.
typedef struct Block {
  struct Block *next;
} Block;
static Block *idle[64];

// Before every block: its place in `idle`, and how far before it the room was taken.
typedef struct {
  unsigned kind, offset, unused[2];
} Head;

static size_t sizeOf(unsigned kind) { return (size_t)(kind & 1 ? 24 : 16) << kind / 2; }

static unsigned kindOf(size_t size) {
  unsigned kind = 0;
  while (sizeOf(kind) < size) ++kind;
  return kind;
}

// Whether more was asked for than there is; what asked for it has ended then.
static int isShort;

int lvIsShort(void) { return isShort; }

static void *taken(size_t size) {
  if (!top) top = ((size_t)&__heap_base + 15) / 16 * 16;
  const size_t start = top;
  isShort = 1;
  if (size > 0x7fffffff || start + size < start) __builtin_trap();
  top = start + (size + 15) / 16 * 16;
  const size_t pages = __builtin_wasm_memory_size(0), needed = (top + 65535) / 65536;
  if (needed > pages
      && __builtin_wasm_memory_grow(0, needed - pages + 64) == (size_t)-1
      && __builtin_wasm_memory_grow(0, needed - pages) == (size_t)-1) {
    __builtin_trap();
  }
  isShort = 0;
  return (void *)start;
}

void *aligned_alloc(size_t alignment, size_t size) {
  const size_t room = alignment > 16 ? size + alignment : size;
  if (room < size || room > 0x7fffffff) {
    isShort = 1;
    __builtin_trap();
  }
  const unsigned kind = kindOf(room);
  byte *start = (byte *)idle[kind];
  if (start) {
    idle[kind] = ((Block *)start)->next;
  } else {
    start = (byte *)taken(sizeOf(kind) + sizeof(Head)) + sizeof(Head);
  }
  byte *place = start;
  if (alignment > 16) {
    place = (byte *)(((size_t)start + alignment - 1) / alignment * alignment);
  }
  Head *head = (Head *)place - 1;
  head->kind = kind;
  head->offset = (unsigned)(place - start);
  return place;
}

void *malloc(size_t size) { return aligned_alloc(16, size); }

void free(void *place) {
  if (!place) return;
  const Head head = ((Head *)place)[-1];
  Block *block = (Block *)((byte *)place - head.offset);
  block->next = idle[head.kind];
  idle[head.kind] = block;
}

int posix_memalign(void **place, size_t alignment, size_t size) {
  *place = aligned_alloc(alignment, size);
  return 0;
}

void *memset(void *to, int value, size_t count) {
  __asm__ volatile("local.get %0\n local.get %1\n local.get %2\n memory.fill 0"
                   : : "r"(to), "r"(value), "r"(count) : "memory");
  return to;
}

void *memmove(void *to, const void *from, size_t count) {
  __asm__ volatile("local.get %0\n local.get %1\n local.get %2\n memory.copy 0, 0"
                   : : "r"(to), "r"(from), "r"(count) : "memory");
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

// The two halves of a sum, or of a product by Veltkamp's splitting: both together are exact.
typedef struct {
  double high, low;
} Pair;

static Pair sumOf(double a, double b) {
  const double high = a + b, back = high - a;
  return (Pair){high, (a - (high - back)) + (b - back)};
}

static Pair productOf(double a, double b) {
  const double splitter = 134217729, x = splitter * a, y = splitter * b;
  const double aHigh = x - (x - a), bHigh = y - (y - b), aLow = a - aHigh, bLow = b - bHigh;
  const double high = a * b;
  return (Pair){high, aLow * bLow - (((high - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow)};
}

// a · b + c rounded once, by a sum that is rounded to odd: Boldo and Melquiond, "Emulation of FMA
// and correctly rounded sums", IEEE Trans. Computers 57 (2008). For the strides of the standard
// library, far from the ends of what a double holds.
double fma(double a, double b, double c) {
  const Pair product = productOf(a, b), below = sumOf(c, product.low);
  const Pair above = sumOf(product.high, below.high);
  Pair rest = sumOf(above.low, below.low);
  if (rest.low != 0) {
    long long bits;
    __builtin_memcpy(&bits, &rest.high, 8);
    if (!(bits & 1)) bits += (rest.low > 0) == (rest.high > 0) ? 1 : -1;
    __builtin_memcpy(&rest.high, &bits, 8);
  }
  const double sum = above.high + rest.high;
  return sum - sum == 0 ? sum : a * b + c;
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
