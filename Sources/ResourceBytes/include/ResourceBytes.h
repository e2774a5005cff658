// The files that DigitsData and FontData give out, as they lie beside them.
#ifndef RESOURCE_BYTES_H
#define RESOURCE_BYTES_H

typedef struct {
  const unsigned char *bytes;
  unsigned long count;
} ResourceBytes;

ResourceBytes lossDigits(void);
ResourceBytes lossFontAdvances(void);

#endif
