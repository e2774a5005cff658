// PReLU and 2 × 2 maximum in one pass, for Path.h: images of row, column, channel, with a multiple
// of sixteen channels. Of equal values the first counts.

// The rectified values at one cell's four places, and which of them is the largest.
typedef struct {
  Vector z[4], best;
  Mask is[4];
} NAME(Cell);

INLINE NAME(Cell) NAME(cell)(const float *z, long channels, long rowZ, Vector slope) {
  NAME(Cell) cell;
  cell.z[0] = LOAD(z);
  cell.z[1] = LOAD(z + channels);
  cell.z[2] = LOAD(z + rowZ);
  cell.z[3] = LOAD(z + rowZ + channels);
  cell.best = NAME(rectified)(cell.z[0], slope);
  cell.is[0] = (Mask){0} == 0;
  UNROLL for (int i = 1; i < 4; ++i) {
    const Vector value = NAME(rectified)(cell.z[i], slope);
    cell.is[i] = value > cell.best;
    cell.best = NAME(choose)(cell.is[i], value, cell.best);
  }
  cell.is[2] &= ~cell.is[3];
  cell.is[1] &= ~(cell.is[2] | cell.is[3]);
  cell.is[0] &= ~(cell.is[1] | cell.is[2] | cell.is[3]);
  return cell;
}

static void NAME(pool)(
    const float *z, float *h, long rows, long columns, long channels, long rowZ, long rowH,
    float slope) {
  const Vector slopes = (Vector){0} + slope;
  for (long row = 0; row < rows / 2; ++row) {
    for (long column = 0; column < columns / 2; ++column) {
      const float *from = z + 2 * row * rowZ + 2 * column * channels;
      float *to = h + row * rowH + column * channels;
      for (long channel = 0; channel < channels; channel += LANES) {
        STORE(to + channel, NAME(cell)(from + channel, channels, rowZ, slopes).best);
      }
    }
  }
}

static double NAME(poolBackward)(
    float *z, const float *gradient, long rows, long columns, long channels, long rowZ,
    float slope) {
  const Vector slopes = (Vector){0} + slope;
  Vector parts[PARTS] = {{0}};
  const long pooledColumns = columns / 2;
  for (long row = 0; row < rows / 2; ++row) {
    for (long column = 0; column < pooledColumns; ++column) {
      float *from = z + 2 * row * rowZ + 2 * column * channels;
      const float *upper = gradient + (row * pooledColumns + column) * channels;
      for (long channel = 0; channel < channels; channel += LANES) {
        const NAME(Cell) cell = NAME(cell)(from + channel, channels, rowZ, slopes);
        const Vector g = LOAD(upper + channel);
        Vector *part = parts + channel / LANES % PARTS;
        UNROLL for (int i = 0; i < 4; ++i) {
          const Mask positive = cell.z[i] > 0;
          *part += (Vector)(cell.is[i] & ~positive & (Mask)(g * cell.z[i]));
          const Vector value = NAME(choose)(positive, g, slopes * g);
          STORE(from + channel + (i / 2) * rowZ + (i % 2) * channels,
                (Vector)(cell.is[i] & (Mask)value));
        }
      }
    }
  }
  // An odd last row or column belongs to no cell.
  for (long row = 0; row < rows; ++row) {
    const long first = row < rows / 2 * 2 ? columns / 2 * 2 : 0;
    memset(z + row * rowZ + first * channels, 0, (columns - first) * channels * sizeof(float));
  }
  float lanes[16];
  memcpy(lanes, parts, sizeof lanes);
  double sum = 0;
  for (int lane = 0; lane < 16; ++lane) sum += lanes[lane];
  return sum;
}
