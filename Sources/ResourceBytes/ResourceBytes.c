#include "ResourceBytes.h"

// A resource in Swift is an array literal, over which the compiler takes ten seconds at this size.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char digits[] = {
#embed "Resources/digits.csv.gz"
};
static const unsigned char fontAdvances[] = {
#embed "Resources/advances.bin"
};

ResourceBytes lossDigits(void) { return (ResourceBytes){digits, sizeof digits}; }
ResourceBytes lossFontAdvances(void) {
  return (ResourceBytes){fontAdvances, sizeof fontAdvances};
}
