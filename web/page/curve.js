// The loss against the steps.
import { page } from "./page.js";

export function drawCurve(canvas, report) {
  const ratio = Math.min(3, devicePixelRatio || 1);
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  const rows = report.history.filter(([, loss]) => loss !== null);
  const largest = Math.max(1e-9, ...rows.map(([, loss]) => loss));
  const style = getComputedStyle(document.documentElement);
  context.strokeStyle = style.getPropertyValue("--accent");
  context.lineWidth = 2;
  context.beginPath();
  for (const [step, loss] of rows) {
    context.lineTo((step / Math.max(1, report.steps - 1)) * (width - 4) + 2, height - 4 - (loss / largest) * (height - 24));
  }
  context.stroke();
  context.fillStyle = style.getPropertyValue("--muted");
  context.font = "12px sans-serif";
  const last = rows.at(-1)?.[1];
  context.fillText(`${page.words.loss.toLowerCase()} ${last === undefined ? "–" : last.toFixed(3)}`, 4, 12);
}
