#ifndef IMAGE_READING_H
#define IMAGE_READING_H

#include <stddef.h>
#include <stdint.h>

// Pictures as gray pixels, by the libraries that read them everywhere. They report errors by
// leaping out of their own calls, which only C may stand in the way of.

typedef struct {
  size_t rows;
  size_t columns;
  // Whether there were colours, which are gray now.
  int isColored;
  // rows * columns bytes, row by row; freed by imageFree.
  uint8_t *pixels;
  // What was wrong, in the words of the library; empty where nothing was.
  char problem[256];
} GrayImage;

// Each returns 1, or 0 with the problem and no pixels. A picture of more pixels than `limit` is a
// problem, seen before memory is taken for it.
int imageReadPNG(const uint8_t *bytes, size_t count, size_t limit, GrayImage *image);
int imageReadJPEG(const uint8_t *bytes, size_t count, size_t limit, GrayImage *image);

void imageFree(GrayImage *image);

#endif
