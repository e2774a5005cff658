// Draws what the core calls a scene on a canvas; core/SceneBytes.swift has the order of things.

const FONT = '"DejaVu Sans", Verdana, Helvetica, Arial, "WenQuanYi Micro Hei", "Noto Sans CJK SC", sans-serif';

class Reader {
  constructor(bytes) {
    const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    this.numbers = new Float32Array(bytes.buffer, bytes.byteOffset + 4, count);
    this.words = new TextDecoder().decode(bytes.subarray(4 + 4 * count)).split("\n");
    this.place = 0;
  }

  next() {
    return this.numbers[this.place++];
  }

  get isAtEnd() {
    return this.place >= this.numbers.length;
  }

  color() {
    if (!this.next()) return null;
    const [red, green, blue, opacity] = [this.next(), this.next(), this.next(), this.next()];
    return `rgba(${red},${green},${blue},${opacity})`;
  }

  stroke() {
    const color = this.color();
    if (!color) return null;
    const stroke = { color, width: this.next(), join: this.next(), cap: this.next(), dash: [] };
    for (let count = this.next(); count > 0; count--) stroke.dash.push(this.next());
    return stroke;
  }

  path() {
    const path = new Path2D();
    for (let count = this.next(); count > 0; count--) {
      const kind = this.next();
      if (kind === 0) path.moveTo(this.next(), this.next());
      else if (kind === 1) path.lineTo(this.next(), this.next());
      else if (kind === 3) path.closePath();
      else {
        const [x, y, radius, start, end] = [1, 2, 3, 4, 5].map(() => this.next());
        path.arc(x, y, radius, -start, -end, end > start);
      }
    }
    return path;
  }
}

function setStroke(context, stroke) {
  context.strokeStyle = stroke.color;
  context.lineWidth = stroke.width;
  context.lineJoin = stroke.join ? "round" : "miter";
  context.lineCap = stroke.cap ? "round" : "butt";
  context.setLineDash(stroke.dash);
}

function dots(reader, context) {
  const outline = [];
  for (let count = reader.next(); count > 0; count--) outline.push([reader.next(), reader.next()]);
  const radius = reader.next();
  const fill = reader.color();
  const stroke = reader.stroke();
  if (fill) context.fillStyle = fill;
  if (stroke) setStroke(context, stroke);
  for (let count = reader.next(); count > 0; count--) {
    const [x, y] = [reader.next(), reader.next()];
    context.beginPath();
    if (outline.length) outline.forEach(([dx, dy]) => context.lineTo(x + dx, y + dy));
    else context.arc(x, y, radius, 0, 2 * Math.PI);
    context.closePath();
    if (fill) context.fill();
    if (stroke) context.stroke();
  }
}

function text(reader, context) {
  const [x, y, drop, size] = [reader.next(), reader.next(), reader.next(), reader.next()];
  const color = reader.color();
  const [anchor, rotation] = [reader.next(), reader.next()];
  const [halo, haloWidth] = [reader.color(), reader.next()];
  const spans = [];
  for (let count = reader.next(); count > 0; count--) {
    const word = reader.words[reader.next()];
    const [italic, bold, rise, scale] = [1, 2, 3, 4].map(() => reader.next());
    const own = reader.color();
    const font = `${italic ? "italic " : ""}${bold ? "bold " : ""}${scale * size}px ${FONT}`;
    context.font = font;
    spans.push({ word, font, rise: rise * size, color: own ?? color,
                 width: context.measureText(word).width });
  }
  const width = spans.reduce((sum, span) => sum + span.width, 0);
  context.save();
  context.translate(x, y);
  context.rotate(-rotation);
  for (const isHalo of halo ? [true, false] : [false]) {
    let at = anchor === 0 ? 0 : anchor === 1 ? -width / 2 : -width;
    for (const span of spans) {
      context.font = span.font;
      if (isHalo) {
        setStroke(context, { color: halo, width: size * haloWidth, join: 1, cap: 0, dash: [] });
        context.strokeText(span.word, at, drop - span.rise);
      } else {
        context.fillStyle = span.color;
        context.fillText(span.word, at, drop - span.rise);
      }
      at += span.width;
    }
  }
  context.restore();
}

/** How large the scene is, in points. */
export function sceneSize(bytes) {
  const reader = new Reader(bytes);
  return { width: reader.next(), height: reader.next() };
}

/**
 * Draws the scene as wide as the canvas; its height follows.
 *
 * @param least height, in units of the scene: so much room is kept
 * @returns the size of the scene, with that room
 */
export function drawScene(bytes, canvas, least = 0) {
  const reader = new Reader(bytes);
  const width = reader.next();
  const height = Math.max(reader.next(), least);
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const shown = canvas.clientWidth || width;
  const pixels = [Math.round(shown * ratio), Math.round((shown * ratio * height) / width)];
  if (canvas.width !== pixels[0] || canvas.height !== pixels[1]) {
    [canvas.width, canvas.height] = pixels;
    canvas.style.aspectRatio = `${width} / ${height}`;
  }
  const context = canvas.getContext("2d");
  context.setTransform(pixels[0] / width, 0, 0, pixels[0] / width, 0, 0);
  const ground = reader.color();
  context.clearRect(0, 0, width, height);
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
  }
  while (!reader.isAtEnd) item(reader, context);
  return { width, height };
}

function item(reader, context) {
  const kind = reader.next();
  if (kind === 1) {
    const [fill, stroke] = [reader.color(), reader.stroke()];
    const path = reader.path();
    if (fill) {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (stroke) {
      setStroke(context, stroke);
      context.stroke(path);
    }
  } else if (kind === 2) dots(reader, context);
  else if (kind === 3) text(reader, context);
  else if (kind === 4) {
    context.save();
    if (reader.next()) context.clip(reader.path());
  } else if (kind === 5) context.restore();
}
