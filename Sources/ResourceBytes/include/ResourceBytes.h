// Files inside the program, as they lie beside this one.
#ifndef RESOURCE_BYTES_H
#define RESOURCE_BYTES_H

typedef struct {
  const unsigned char *bytes;
  unsigned long count;
} ResourceBytes;

ResourceBytes lossDigits(void);
ResourceBytes lossFontAdvances(void);

#endif
