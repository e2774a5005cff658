// What the kernels use of it; runtime.c has the functions.
void *memcpy(void *to, const void *from, __SIZE_TYPE__ count);
void *memset(void *to, int value, __SIZE_TYPE__ count);
