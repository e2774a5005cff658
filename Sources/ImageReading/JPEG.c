#include "ImageReading.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
// After jpeglib.h, which it needs.
#include <jerror.h>

typedef struct {
  struct jpeg_error_mgr manager;
  jmp_buf leap;
  GrayImage *image;
} Errors;

static void fail(j_common_ptr reader) {
  Errors *errors = (Errors *)reader->err;
  char text[JMSG_LENGTH_MAX];
  errors->manager.format_message(reader, text);
  snprintf(errors->image->problem, sizeof errors->image->problem, "%s", text);
  longjmp(errors->leap, 1);
}

// A file that ends early is not filled up with gray; what else is odd does not matter.
static void warn(j_common_ptr reader, int level) {
  if (level < 0 && (reader->err->msg_code == JWRN_JPEG_EOF || reader->err->msg_code == JWRN_HIT_MARKER))
    fail(reader);
}

static void stayQuiet(j_common_ptr reader) { (void)reader; }

int imageReadJPEG(const uint8_t *bytes, size_t count, size_t limit, GrayImage *image) {
  memset(image, 0, sizeof *image);
  struct jpeg_decompress_struct reader;
  Errors errors;
  errors.image = image;
  reader.err = jpeg_std_error(&errors.manager);
  errors.manager.error_exit = fail;
  errors.manager.emit_message = warn;
  errors.manager.output_message = stayQuiet;
  if (setjmp(errors.leap)) {
    jpeg_destroy_decompress(&reader);
    imageFree(image);
    return 0;
  }
  jpeg_create_decompress(&reader);
  jpeg_mem_src(&reader, bytes, count);
  jpeg_read_header(&reader, TRUE);
  image->rows = reader.image_height;
  image->columns = reader.image_width;
  image->isColored = reader.num_components > 1;
  if (image->rows == 0 || image->columns == 0 || image->rows > limit / image->columns) {
    snprintf(image->problem, sizeof image->problem, "%zu by %zu pixels", image->columns,
             image->rows);
    jpeg_destroy_decompress(&reader);
    return 0;
  }
  reader.out_color_space = JCS_GRAYSCALE;
  reader.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&reader);
  image->pixels = calloc(image->rows, image->columns);
  if (image->pixels == NULL) {
    snprintf(image->problem, sizeof image->problem, "no memory");
    jpeg_destroy_decompress(&reader);
    return 0;
  }
  while (reader.output_scanline < reader.output_height) {
    JSAMPROW row = image->pixels + (size_t)reader.output_scanline * image->columns;
    jpeg_read_scanlines(&reader, &row, 1);
  }
  jpeg_finish_decompress(&reader);
  jpeg_destroy_decompress(&reader);
  return 1;
}
