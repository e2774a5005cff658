// What training does besides products, for Path.h: one pass over memory each.

// Sixteen sums whatever the vector, so that every path adds in one order.
#define PARTS (16 / LANES)
#define WIDE_LANES (LANES / 2)
#define WIDE_PARTS (16 / WIDE_LANES)

static void NAME(copy)(
    const float *source, long rows, long columns, long stride, float *to, long toStride) {
  for (long row = 0; row < rows; ++row, source += stride, to += toStride) {
    // Of a constant size, the copy is two or four moves.
    if (columns == 16) {
      memcpy(to, source, 16 * sizeof(float));
    } else {
      memcpy(to, source, columns * sizeof(float));
    }
  }
}

static void NAME(pack)(
    const float *source, long rows, long columns, long stride, float *to) {
  for (long column = 0; column < columns; column += PANEL) {
    const long count = columns - column < PANEL ? columns - column : PANEL;
    for (long row = 0; row < rows; ++row) {
      const float *from = source + row * stride + column;
      if (count == PANEL) {
        memcpy(to, from, PANEL * sizeof(float));
      } else {
        for (long i = 0; i < PANEL; ++i) to[i] = i < count ? from[i] : 0;
      }
      to += PANEL;
    }
  }
}

// Four rows of the source, from `row` on, become four columns of the panel.
INLINE void NAME(turnFour)(const float *source, long stride, float *to) {
  typedef float Four __attribute__((vector_size(16), aligned(4)));
  const Four a = *(const Four *)source, b = *(const Four *)(source + stride);
  const Four c = *(const Four *)(source + 2 * stride), d = *(const Four *)(source + 3 * stride);
  const Four lowAB = __builtin_shufflevector(a, b, 0, 4, 1, 5);
  const Four highAB = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const Four lowCD = __builtin_shufflevector(c, d, 0, 4, 1, 5);
  const Four highCD = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  *(Four *)to = __builtin_shufflevector(lowAB, lowCD, 0, 1, 4, 5);
  *(Four *)(to + PANEL) = __builtin_shufflevector(lowAB, lowCD, 2, 3, 6, 7);
  *(Four *)(to + 2 * PANEL) = __builtin_shufflevector(highAB, highCD, 0, 1, 4, 5);
  *(Four *)(to + 3 * PANEL) = __builtin_shufflevector(highAB, highCD, 2, 3, 6, 7);
}

// A line of the cache from each of four rows becomes whole lines of the panel, one after another:
// so neither is left half done, whatever the stride. Of a panel with few columns, as the last
// layer has, most is zeros: written first, and whole.
static void NAME(packTransposed)(
    const float *source, long rows, long columns, long stride, float *to) {
  enum { LINE = 16 };
  for (long column = 0; column < columns; column += PANEL, to += PANEL * rows) {
    const long count = columns - column < PANEL ? columns - column : PANEL;
    if (count < PANEL) memset(to, 0, rows * PANEL * sizeof(float));
    for (long row = 0; row < rows; row += LINE) {
      const long last = rows - row < LINE ? rows : row + LINE;
      for (long i = 0; i < count; i += 4) {
        const float *from = source + (column + i) * stride;
        long next = row;
        if (i + 4 <= count) {
          for (; next + 4 <= last; next += 4) {
            NAME(turnFour)(from + next, stride, to + next * PANEL + i);
          }
        }
        const long left = count - i < 4 ? count - i : 4;
        for (long j = 0; j < left; ++j) {
          // In vectors this would be scattered, which is ten times as slow.
          _Pragma("clang loop vectorize(disable)")
          for (long at = next; at < last; ++at) to[at * PANEL + i + j] = from[j * stride + at];
        }
      }
    }
  }
}

static void NAME(readBytes)(const unsigned char *source, float *to, long count) {
  typedef unsigned char Bytes __attribute__((vector_size(LANES)));
  long i = 0;
  for (; i + LANES <= count; i += LANES) {
    Bytes bytes;
    memcpy(&bytes, source + i, LANES);
    STORE(to + i, __builtin_convertvector(bytes, Vector) / 255.0f);
  }
  for (; i < count; ++i) to[i] = source[i] / 255.0f;
}

INLINE Vector NAME(rectified)(Vector z, Vector slope) {
  return NAME(choose)(z > 0, z, slope * z);
}

static void NAME(rectify)(const float *z, float *h, long count, float slope) {
  const Vector slopes = (Vector){0} + slope;
  long i = 0;
  for (; i + LANES <= count; i += LANES) STORE(h + i, NAME(rectified)(LOAD(z + i), slopes));
  for (; i < count; ++i) h[i] = z[i] > 0 ? z[i] : slope * z[i];
}

static double NAME(rectifyBackward)(
    float *z, const float *gradient, long rows, long count, long stride, long gradientStride,
    float slope) {
  const Vector slopes = (Vector){0} + slope;
  Vector parts[PARTS] = {{0}};
  float lanes[16];
  for (long row = 0; row < rows; ++row, z += stride, gradient += gradientStride) {
    long i = 0;
    for (; i + 16 <= count; i += 16) {
      UNROLL for (int part = 0; part < PARTS; ++part) {
        const long at = i + part * LANES;
        const Vector value = LOAD(z + at), upper = LOAD(gradient + at);
        const Mask positive = value > 0;
        parts[part] += (Vector)(~positive & (Mask)(upper * value));
        STORE(z + at, NAME(choose)(positive, upper, slopes * upper));
      }
    }
    if (i == count) continue;
    memcpy(lanes, parts, sizeof lanes);
    for (; i < count; ++i) {
      const int positive = z[i] > 0;
      lanes[i % 16] += positive ? 0 : gradient[i] * z[i];
      z[i] = positive ? gradient[i] : slope * gradient[i];
    }
    memcpy(parts, lanes, sizeof lanes);
  }
  memcpy(lanes, parts, sizeof lanes);
  double sum = 0;
  for (int lane = 0; lane < 16; ++lane) sum += lanes[lane];
  return sum;
}

INLINE void NAME(sumColumns)(
    const float *source, long rows, long stride, float *sums, const int vectors) {
  Vector parts[4] = {{0}};
  for (long row = 0; row < rows; ++row, source += stride) {
    UNROLL for (int v = 0; v < vectors; ++v) parts[v] += LOAD(source + v * LANES);
  }
  UNROLL for (int v = 0; v < vectors; ++v) STORE(sums + v * LANES, parts[v]);
}

static void NAME(sumRows)(
    const float *source, long rows, long columns, long stride, float *sums) {
  long column = 0;
  for (; column + 4 * LANES <= columns; column += 4 * LANES) {
    NAME(sumColumns)(source + column, rows, stride, sums + column, 4);
  }
  for (; column + LANES <= columns; column += LANES) {
    NAME(sumColumns)(source + column, rows, stride, sums + column, 1);
  }
  for (; column < columns; ++column) {
    float sum = 0;
    for (long row = 0; row < rows; ++row) sum += source[row * stride + column];
    sums[column] = sum;
  }
}

static double NAME(sumOfSquares)(const float *values, long count) {
  Wide parts[WIDE_PARTS] = {{0}};
  double lanes[16];
  long i = 0;
  for (; i + 16 <= count; i += 16) {
    UNROLL for (int part = 0; part < WIDE_PARTS; ++part) {
      Wide value;
      UNROLL for (int lane = 0; lane < WIDE_LANES; ++lane) {
        value[lane] = values[i + part * WIDE_LANES + lane];
      }
      parts[part] += value * value;
    }
  }
  memcpy(lanes, parts, sizeof lanes);
  for (; i < count; ++i) lanes[i % 16] += (double)values[i] * values[i];
  double sum = 0;
  for (int lane = 0; lane < 16; ++lane) sum += lanes[lane];
  return sum;
}

static void NAME(sgd)(
    float *parameters, const float *gradients, float *velocity, long count, LossSGD rule) {
  long i = 0;
  for (; i + LANES <= count; i += LANES) {
    const Vector p = LOAD(parameters + i);
    const Vector slope = LOAD(gradients + i) * rule.scale + rule.decay * p;
    const Vector v = rule.momentum * LOAD(velocity + i) + slope;
    STORE(velocity + i, v);
    STORE(parameters + i, p - rule.rate * v);
  }
  for (; i < count; ++i) {
    const float slope = gradients[i] * rule.scale + rule.decay * parameters[i];
    velocity[i] = rule.momentum * velocity[i] + slope;
    parameters[i] = parameters[i] - rule.rate * velocity[i];
  }
}

// Roots and quotients, too, are rounded correctly on every machine.
INLINE Vector NAME(adamStep)(Vector *p, Vector gradient, Vector *mean, Vector square, LossAdam rule) {
  const Vector slope = gradient * rule.scale + rule.decay * *p;
  *mean = 0.9f * *mean + 0.1f * slope;
  square = 0.999f * square + 0.001f * (slope * slope);
  *p = *p - rule.step * *mean / (__builtin_elementwise_sqrt(square) / rule.root + 1e-8f);
  return square;
}

static void NAME(adam)(
    float *parameters, const float *gradients, float *mean, float *square, long count,
    LossAdam rule) {
  for (long i = 0; i < count; i += LANES) {
    const long rest = count - i;
    Vector p = NAME(loadPart)(parameters + i, rest), m = NAME(loadPart)(mean + i, rest);
    const Vector gradient = NAME(loadPart)(gradients + i, rest);
    const Vector s = NAME(adamStep)(&p, gradient, &m, NAME(loadPart)(square + i, rest), rule);
    NAME(storePart)(parameters + i, p, rest);
    NAME(storePart)(mean + i, m, rest);
    NAME(storePart)(square + i, s, rest);
  }
}
