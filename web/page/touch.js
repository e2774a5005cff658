// A sample under the pointer or the arrow keys: its angles, its loss, and where the loss pulls it.

const REACH = 14; // points around a sample in which a pointer means it

/** @param side canvas, scene size and what the worker said of the samples */
export class Touch {
  constructor(canvas, overlay, { ask, say }) {
    Object.assign(this, { canvas, overlay, ask, say, shown: null, chosen: null, place: null, isDragging: false });
    canvas.addEventListener("pointermove", (event) => this.move(event));
    canvas.addEventListener("pointerdown", (event) => this.press(event));
    canvas.addEventListener("pointerup", () => { this.isDragging = false; });
    canvas.addEventListener("pointerleave", () => { if (!this.isDragging) this.leave(); });
    canvas.addEventListener("keydown", (event) => this.key(event));
    canvas.addEventListener("blur", () => this.leave());
  }

  /** New samples after a picture; what was chosen is chosen still. */
  update(shown, width) {
    this.shown = shown;
    this.width = width;
    if (this.chosen === null) return;
    if (this.chosen >= shown.rows.length) this.chosen = null;
    else this.query();
  }

  /** From the plane of features to the picture, and back. */
  point(x, y) {
    const { frame, limit } = this.shown;
    const unit = Math.min(frame.width, frame.height) / 2 / limit;
    return [frame.x + frame.width / 2 + x * unit, frame.y + frame.height / 2 - y * unit];
  }

  feature(px, py) {
    const { frame, limit } = this.shown;
    const unit = Math.min(frame.width, frame.height) / 2 / limit;
    return [(px - frame.x - frame.width / 2) / unit, (frame.y + frame.height / 2 - py) / unit];
  }

  at(event) {
    const box = this.canvas.getBoundingClientRect();
    const scale = this.width / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  }

  nearest(px, py) {
    let best = null, least = REACH ** 2;
    this.shown.rows.forEach((row, index) => {
      const [x, y] = this.point(row.x, row.y);
      const distance = (x - px) ** 2 + (y - py) ** 2;
      if (distance < least) [best, least] = [index, distance];
    });
    return best;
  }

  move(event) {
    if (!this.shown) return;
    const [px, py] = this.at(event);
    if (this.isDragging) {
      this.place = this.feature(px, py);
      this.query();
    } else if (event.pointerType === "mouse") this.choose(this.nearest(px, py));
  }

  press(event) {
    if (!this.shown) return;
    const index = this.nearest(...this.at(event));
    this.choose(index);
    if (index === null) return;
    this.isDragging = true;
    this.canvas.setPointerCapture(event.pointerId);
  }

  key(event) {
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const arrow = arrows[event.key];
    if (!arrow || !this.shown?.rows.length) return;
    event.preventDefault();
    if (event.shiftKey && this.chosen !== null) {
      const row = this.shown.rows[this.chosen];
      const [x, y] = this.place ?? [row.x, row.y];
      const size = this.shown.limit / 25;
      this.place = [x + arrow[0] * size, y + arrow[1] * size];
      this.query();
      return;
    }
    const count = this.shown.rows.length;
    this.choose(((this.chosen ?? -1) + arrow[0] + arrow[1] + count) % count);
  }

  choose(index) {
    if (index === this.chosen && !this.place) return;
    this.chosen = index;
    this.place = null;
    if (index === null) this.leave();
    else this.query();
  }

  leave() {
    this.chosen = this.place = null;
    this.overlay(null);
  }

  async query() {
    const row = this.shown.rows[this.chosen];
    const [x, y] = this.place ?? [row.x, row.y];
    const index = this.chosen;
    const answer = await this.ask(row.label, x, y);
    if (index !== this.chosen) return;
    const from = this.point(x, y);
    let to = null;
    if (answer.pull) {
      const [dx, dy] = answer.pull;
      const size = Math.hypot(dx, dy);
      // Longer for a stronger pull, and never off the picture.
      const length = (70 * size) / (size + 0.2);
      to = size > 0 ? [from[0] + (dx / size) * length, from[1] - (dy / size) * length] : null;
    }
    this.overlay({ from, to });
    this.say(row, answer);
  }
}

/** Draws the mark and the arrow over the picture. */
export function drawMark(canvas, width, mark, color) {
  const context = canvas.getContext("2d");
  const scale = canvas.width / width;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.setLineDash([]);
  context.strokeStyle = context.fillStyle = color;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(...mark.from, 6, 0, 2 * Math.PI);
  context.stroke();
  if (!mark.to) return;
  const angle = Math.atan2(mark.to[1] - mark.from[1], mark.to[0] - mark.from[0]);
  context.beginPath();
  context.moveTo(...mark.from);
  context.lineTo(...mark.to);
  context.stroke();
  context.beginPath();
  context.moveTo(...mark.to);
  for (const turn of [2.6, -2.6]) {
    context.lineTo(mark.to[0] + 9 * Math.cos(angle + turn), mark.to[1] + 9 * Math.sin(angle + turn));
  }
  context.fill();
}
