// The inner loop of a tile of two vectors, in assembly: compilers spill its registers or spend a
// fifth of the instructions on addresses, and here an unoptimised build is as fast. Four k a turn.
//
// Two of a's directions are strides: `near` is an immediate of 4 bytes, `far` a register, with
// [a0, a0 + far, a0 + 2 far, a1 = a0 + 3 far, …]. Where k is the near one, `far` goes from row to
// row; where rows are adjacent, from k to k.

#define STRING(x) #x
#define TEXT(x) STRING(x)

// Places of the far direction, for a and for b.
#define FAR_0 "(%[a0])"
#define FAR_1 "(%[a0],%[far])"
#define FAR_2 "(%[a0],%[far],2)"
#define FAR_3 "(%[a1])"
#define FAR_4 "(%[a1],%[far])"
#define FAR_5 "(%[a1],%[far],2)"
#define FAR_6 "(%[a2])"
#define FAR_7 "(%[a2],%[far])"
#define B_0 "(%[b0])"
#define B_1 "(%[b0],%[stepB])"
#define B_2 "(%[b0],%[stepB],2)"
#define B_3 "(%[b1])"

// Row `row` at step `k`, in either direction.
#define AT_0(row, k) TEXT(4 * k) FAR_##row
#define AT_1(row, k) TEXT(4 * row) FAR_##k

// Both products before both sums: an eighth faster than one after the other, measured on Zen 4.
#define ROW(row, ADJACENT, k)                              \
  "vbroadcastss " AT_##ADJACENT(row, k) ", " T2 "\n\t"     \
  "vmulps " T0 ", " T2 ", " T3 "\n\t"                      \
  "vmulps " T1 ", " T2 ", " T2 "\n\t"                      \
  "vaddps " T3 ", %[s" #row "0], %[s" #row "0]\n\t"        \
  "vaddps " T2 ", %[s" #row "1], %[s" #row "1]\n\t"

#define ROWS_1(A, k) ROW(0, A, k)
#define ROWS_2(A, k) ROWS_1(A, k) ROW(1, A, k)
#define ROWS_3(A, k) ROWS_2(A, k) ROW(2, A, k)
#define ROWS_4(A, k) ROWS_3(A, k) ROW(3, A, k)
#define ROWS_5(A, k) ROWS_4(A, k) ROW(4, A, k)
#define ROWS_6(A, k) ROWS_5(A, k) ROW(5, A, k)
#define ROWS_7(A, k) ROWS_6(A, k) ROW(6, A, k)
#define ROWS_8(A, k) ROWS_7(A, k) ROW(7, A, k)

#define STEP(ROWS, ADJACENT, k)                                  \
  "vmovups " B_##k ", " T0 "\n\t"                                \
  "vmovups " TEXT(4 * LANES) B_##k ", " T1 "\n\t"                \
  ROWS_##ROWS(ADJACENT, k)

#define SUM(row) [s##row##0] "+v"(sums[row][0]), [s##row##1] "+v"(sums[row][1])
#define SUMS_1 SUM(0)
#define SUMS_2 SUMS_1, SUM(1)
#define SUMS_3 SUMS_2, SUM(2)
#define SUMS_4 SUMS_3, SUM(3)
#define SUMS_5 SUMS_4, SUM(4)
#define SUMS_6 SUMS_5, SUM(5)
#define SUMS_7 SUMS_6, SUM(6)
#define SUMS_8 SUMS_7, SUM(7)

// How a moves on by four steps and by one.
#define FOUR_0(a) "add $16, %[" a "]\n\t"
#define FOUR_1(a) "lea (%[" a "],%[far],4), %[" a "]\n\t"
#define ONE_0(a) "add $4, %[" a "]\n\t"
#define ONE_1(a) "add %[far], %[" a "]\n\t"
#if TILE_ROWS == 8
#define MOVE(BY) BY("a0") BY("a1") BY("a2")
#define THIRD , [a2] "+r"(a2)
#else
#define MOVE(BY) BY("a0") BY("a1")
#define THIRD
#endif

#define RUN_TWO(ROWS, ADJACENT)                                                    \
  const long far = 4 * (ADJACENT ? innerA : rowA), stepB = 4 * innerB;          \
  const char *a0 = (const char *)a, *a1 = a0 + 3 * far, *a2 = a0 + 6 * far;        \
  const char *b0 = (const char *)b, *b1 = b0 + 3 * stepB;                          \
  long fours = p->inner / 4, ones = p->inner % 4;                                  \
  (void)a2;                                                                        \
  __asm__ volatile(                                                                \
    "test %[fours], %[fours]\n\t"                                                  \
    "jz 2f\n\t"                                                                    \
    ".p2align 5\n"                                                                 \
    "1:\n\t"                                                                       \
    STEP(ROWS, ADJACENT, 0) STEP(ROWS, ADJACENT, 1)                                \
    STEP(ROWS, ADJACENT, 2) STEP(ROWS, ADJACENT, 3)                                \
    MOVE(FOUR_##ADJACENT)                                                          \
    "lea (%[b0],%[stepB],4), %[b0]\n\t"                                            \
    "lea (%[b1],%[stepB],4), %[b1]\n\t"                                            \
    "dec %[fours]\n\t"                                                             \
    "jnz 1b\n"                                                                     \
    "2:\n\t"                                                                       \
    "test %[ones], %[ones]\n\t"                                                    \
    "jz 4f\n"                                                                      \
    "3:\n\t"                                                                       \
    STEP(ROWS, ADJACENT, 0)                                                        \
    MOVE(ONE_##ADJACENT)                                                           \
    "add %[stepB], %[b0]\n\t"                                                      \
    "dec %[ones]\n\t"                                                              \
    "jnz 3b\n"                                                                     \
    "4:"                                                                           \
    : SUMS_##ROWS, [a0] "+r"(a0), [a1] "+r"(a1), [b0] "+r"(b0), [b1] "+r"(b1),     \
      [fours] "+r"(fours), [ones] "+r"(ones) THIRD                                 \
    : [far] "r"(far), [stepB] "r"(stepB)                                           \
    : "cc", "memory", CLOBBERS);
