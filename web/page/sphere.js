// The sphere of three-dimensional features, turned by the pointer, a finger or the arrow keys. It
// never turns by itself.

export const USUAL_VIEW = { azimuth: -60, elevation: 22 }; // as FigureStyle.swift has them
const DEGREES = 0.5; // for a pixel
const STEP = 5; // degrees, for a key

/** A view with whole degrees, that stays above and below where it is typed. */
export function turned({ azimuth, elevation }, around, up) {
  const whole = Math.round(azimuth + around);
  return {
    azimuth: ((whole + 180) % 360 + 360) % 360 - 180,
    elevation: Math.max(-90, Math.min(90, Math.round(elevation + up))),
  };
}

export class Turning {
  /** @param isOn whether there is a sphere; @param view from where it is seen; @param change takes
   *   another view, and whether it is the last one of a movement */
  constructor(canvas, { isOn, view, change }) {
    Object.assign(this, { isOn, view, change, from: null });
    canvas.addEventListener("pointerdown", (event) => {
      if (!isOn()) return;
      this.from = { x: event.clientX, y: event.clientY, view: view() };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", (event) => this.from && this.change(this.to(event), false));
    canvas.addEventListener("pointerup", (event) => this.end(event));
    // The browser scrolls instead: what was turned until then stays.
    canvas.addEventListener("pointercancel", () => this.end(null));
    canvas.addEventListener("keydown", (event) => this.key(event));
  }

  to(event) {
    const { x, y, view } = this.from;
    return turned(view, DEGREES * (x - event.clientX), DEGREES * (event.clientY - y));
  }

  end(event) {
    if (!this.from) return;
    const view = event ? this.to(event) : this.view();
    this.from = null;
    this.change(view, true);
  }

  key(event) {
    const ways = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (!this.isOn() || !(event.key in ways || event.key === "Home")) return;
    event.preventDefault();
    const [around, up] = ways[event.key] ?? [0, 0];
    this.change(event.key === "Home" ? USUAL_VIEW : turned(this.view(), STEP * around, STEP * up), true);
  }
}
