#include "ImageReading.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int imageReadPNG(const uint8_t *bytes, size_t count, size_t limit, GrayImage *image) {
  memset(image, 0, sizeof *image);
  png_image png;
  memset(&png, 0, sizeof png);
  png.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&png, bytes, count)) {
    snprintf(image->problem, sizeof image->problem, "%s", png.message);
    return 0;
  }
  image->rows = png.height;
  image->columns = png.width;
  image->isColored = (png.format & PNG_FORMAT_FLAG_COLOR) != 0;
  if (image->rows == 0 || image->columns == 0 || image->rows > limit / image->columns) {
    snprintf(image->problem, sizeof image->problem, "%zu by %zu pixels", image->columns,
             image->rows);
    png_image_free(&png);
    return 0;
  }
  png.format = PNG_FORMAT_GRAY;
  image->pixels = calloc(image->rows, image->columns);
  if (image->pixels == NULL) {
    snprintf(image->problem, sizeof image->problem, "no memory");
    png_image_free(&png);
    return 0;
  }
  // What is transparent becomes black.
  png_color background = {0, 0, 0};
  if (!png_image_finish_read(&png, &background, image->pixels, 0, NULL)) {
    snprintf(image->problem, sizeof image->problem, "%s", png.message);
    imageFree(image);
    return 0;
  }
  return 1;
}

void imageFree(GrayImage *image) {
  free(image->pixels);
  image->pixels = NULL;
}
