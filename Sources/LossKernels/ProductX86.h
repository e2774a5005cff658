// The inner loops of a tile of two vectors, in assembly: compilers spill its registers or spend a
// fifth of the instructions on addresses, and here an unoptimised build is as fast. Four k a turn.

#define STRING(x) #x
#define TEXT(x) STRING(x)

#define B_0 "(%[b0])"
#define B_1 "(%[b0],%[stepB])"
#define B_2 "(%[b0],%[stepB],2)"
#define B_3 "(%[b1])"

// Row `row` of A at step k: spaced rows have a pointer each, past the end of the run, and share a
// negative index; adjacent ones an offset.
#define SPACED(row, k) TEXT(4 * k) "(%[a" #row "],%[index])"
#define K_0 "(%[a])"
#define K_1 "(%[a],%[stepA])"
#define K_2 "(%[a],%[stepA],2)"
#define K_3 "(%[a3])"
#define ADJACENT(row, k) TEXT(4 * row) K_##k

#define ROW(row, k, AT)                                   \
  "vbroadcastss " AT(row, k) ", " T2 "\n\t"               \
  "vfmadd231ps " T0 ", " T2 ", %[s" #row "0]\n\t"         \
  "vfmadd231ps " T1 ", " T2 ", %[s" #row "1]\n\t"

#define ROWS_1(k, AT) ROW(0, k, AT)
#define ROWS_2(k, AT) ROWS_1(k, AT) ROW(1, k, AT)
#define ROWS_3(k, AT) ROWS_2(k, AT) ROW(2, k, AT)
#define ROWS_4(k, AT) ROWS_3(k, AT) ROW(3, k, AT)
#define ROWS_5(k, AT) ROWS_4(k, AT) ROW(4, k, AT)
#define ROWS_6(k, AT) ROWS_5(k, AT) ROW(5, k, AT)
#define ROWS_7(k, AT) ROWS_6(k, AT) ROW(6, k, AT)
#define ROWS_8(k, AT) ROWS_7(k, AT) ROW(7, k, AT)

#define STEP(ROWS, k, AT)                             \
  "vmovups " B_##k ", " T0 "\n\t"                     \
  "vmovups " TEXT(4 * LANES) B_##k ", " T1 "\n\t"     \
  ROWS_##ROWS(k, AT)

#define FOUR_STEPS(ROWS, AT) STEP(ROWS, 0, AT) STEP(ROWS, 1, AT) STEP(ROWS, 2, AT) STEP(ROWS, 3, AT)
#define B_BY_FOUR                                     \
  "lea (%[b0],%[stepB],4), %[b0]\n\t"                 \
  "lea (%[b1],%[stepB],4), %[b1]\n\t"

#define SUM(row) [s##row##0] "+v"(sums[row][0]), [s##row##1] "+v"(sums[row][1])
#define SUMS_1 SUM(0)
#define SUMS_2 SUMS_1, SUM(1)
#define SUMS_3 SUMS_2, SUM(2)
#define SUMS_4 SUMS_3, SUM(3)
#define SUMS_5 SUMS_4, SUM(4)
#define SUMS_6 SUMS_5, SUM(5)
#define SUMS_7 SUMS_6, SUM(6)
#define SUMS_8 SUMS_7, SUM(7)

#define POINTER(row) [a##row] "r"(a[row])
#define POINTERS_1 POINTER(0)
#define POINTERS_2 POINTERS_1, POINTER(1)
#define POINTERS_3 POINTERS_2, POINTER(2)
#define POINTERS_4 POINTERS_3, POINTER(3)
#define POINTERS_5 POINTERS_4, POINTER(4)
#define POINTERS_6 POINTERS_5, POINTER(5)
#define POINTERS_7 POINTERS_6, POINTER(6)
#define POINTERS_8 POINTERS_7, POINTER(7)

#define RUN_SPACED(ROWS)                                                       \
  const float *b0 = b, *b1 = b + 3 * innerB;                                   \
  long index = -4 * p->inner;                                                  \
  __asm__ volatile(                                                            \
    "cmp $-16, %[index]\n\t"                                                   \
    "jg 2f\n\t"                                                                \
    ".p2align 5\n"                                                             \
    "1:\n\t"                                                                   \
    FOUR_STEPS(ROWS, SPACED)                                                   \
    B_BY_FOUR                                                                  \
    "add $16, %[index]\n\t"                                                    \
    "cmp $-16, %[index]\n\t"                                                   \
    "jle 1b\n"                                                                 \
    "2:\n\t"                                                                   \
    "test %[index], %[index]\n\t"                                              \
    "jz 4f\n"                                                                  \
    "3:\n\t"                                                                   \
    STEP(ROWS, 0, SPACED)                                                      \
    "add %[stepB], %[b0]\n\t"                                                  \
    "add $4, %[index]\n\t"                                                     \
    "jnz 3b\n"                                                                 \
    "4:"                                                                       \
    : SUMS_##ROWS, [b0] "+r"(b0), [b1] "+r"(b1), [index] "+r"(index)           \
    : POINTERS_##ROWS, [stepB] "r"(4 * innerB)                                 \
    : "cc", "memory", CLOBBERS);

#define RUN_ADJACENT(ROWS)                                                     \
  const float *a0 = a, *a3 = a + 3 * innerA, *b0 = b, *b1 = b + 3 * innerB;    \
  long fours = p->inner / 4, ones = p->inner % 4;                              \
  __asm__ volatile(                                                            \
    "test %[fours], %[fours]\n\t"                                              \
    "jz 2f\n\t"                                                                \
    ".p2align 5\n"                                                             \
    "1:\n\t"                                                                   \
    FOUR_STEPS(ROWS, ADJACENT)                                                 \
    B_BY_FOUR                                                                  \
    "lea (%[a],%[stepA],4), %[a]\n\t"                                          \
    "lea (%[a3],%[stepA],4), %[a3]\n\t"                                        \
    "dec %[fours]\n\t"                                                         \
    "jnz 1b\n"                                                                 \
    "2:\n\t"                                                                   \
    "test %[ones], %[ones]\n\t"                                                \
    "jz 4f\n"                                                                  \
    "3:\n\t"                                                                   \
    STEP(ROWS, 0, ADJACENT)                                                    \
    "add %[stepA], %[a]\n\t"                                                   \
    "add %[stepB], %[b0]\n\t"                                                  \
    "dec %[ones]\n\t"                                                          \
    "jnz 3b\n"                                                                 \
    "4:"                                                                       \
    : SUMS_##ROWS, [a] "+r"(a0), [a3] "+r"(a3), [b0] "+r"(b0), [b1] "+r"(b1),  \
      [fours] "+r"(fours), [ones] "+r"(ones)                                   \
    : [stepA] "r"(4 * innerA), [stepB] "r"(4 * innerB)                         \
    : "cc", "memory", CLOBBERS);
