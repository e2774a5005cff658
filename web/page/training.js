// The trainings of both sides, in step, and what their pictures say.
import { drawScene } from "./draw.js";
import { address } from "./state.js";
import { drawMark } from "./touch.js";
import { drawCurve } from "./curve.js";
import { element } from "./controls.js";
import { $, page, sides, wishes } from "./page.js";
import { showButtons, showLesson, showProgress } from "./display.js";

const FRAME = 28; // milliseconds of training between two pictures

export function problem(text, hint = "") {
  $("problem").textContent = [text, hint].filter(Boolean).join(" – ");
  $("problem").hidden = !text;
}

export function fail(error) {
  page.isPlaying = false;
  problem(error.isTrap ? page.words.broken : error.message, error.isTrap ? "" : error.hint);
  showButtons();
}

/** One thing at a time: what is asked for while something goes on comes after it, the last alone. */
export async function exclusively(work) {
  if (page.isBusy) {
    page.wants = work;
    return;
  }
  page.isBusy = true;
  try {
    await work();
  } catch (error) {
    fail(error);
  }
  page.isBusy = false;
  const next = page.wants;
  page.wants = null;
  if (next) await exclusively(next);
  else if (page.isPlaying) requestAnimationFrame(() => advance());
}

export function open(keeps) {
  return exclusively(async () => {
    problem("");
    for (const side of sides()) {
      show(side, await page.engine.ask("open", { side, wishes: wishes(side), keeps }));
    }
    page.goesOn = keeps;
    finishLook();
  });
}

/**
 * Goes on under new settings; what cannot, begins a new training with what was learned.
 *
 * @param isTraining whether more than the look of the picture may have changed
 */
export function change(isTraining = true) {
  return exclusively(async () => {
    problem("");
    for (const side of sides()) {
      const given = { side, wishes: wishes(side) };
      const isOpen = Boolean(page.sides[side].report);
      const answer = isOpen ? await page.engine.ask("change", given) : {};
      const began = page.sides[side].report?.step ?? 0;
      show(side, answer.goesOn ? answer : await page.engine.ask("open", { ...given, keeps: isOpen && began > 0 }));
      if (began > 0 && isTraining) page.goesOn = true;
    }
    finishLook();
  });
}

export function advance(count = page.count) {
  return exclusively(async () => {
    const start = performance.now();
    const answers = await Promise.all(sides().map((side) => page.engine.ask("advance", { side, count })));
    sides().forEach((side, index) => show(side, answers[index]));
    const took = performance.now() - start;
    const perStep = answers.reduce((sum, one) => sum + one.stepping, 0) / count;
    if (count === page.count && page.isPlaying) {
      page.count = Math.max(1, Math.min(40, Math.round(FRAME / Math.max(0.1, perStep))));
      page.rate = page.rate * 0.8 + 0.2 * ((1000 * count) / took);
      page.frames = (page.frames ?? 0) + 1;
    }
    if (sides().every((side) => page.sides[side].report.done)) page.isPlaying = false;
    if (!page.isPlaying) finishLook();
    showProgress();
  });
}

export function show(side, { scene, report }) {
  const own = page.sides[side];
  Object.assign(own, { scene, report });
  own.width = drawScene(scene, own.canvas);
  if (own.mark) drawMark(own.canvas, own.width, own.mark, getComputedStyle(document.body).color);
  drawCurve(own.curve, report);
  own.facts.textContent = `${report.title}: ${report.facts.join(" · ")}`;
}

/** What need not follow every picture: words for readers, warnings, samples to point at. */
export async function finishLook() {
  const { words } = page;
  showButtons();
  showProgress();
  const warnings = sides().flatMap((side) => page.sides[side].report?.warnings ?? []);
  $("warnings").replaceChildren(...[...new Set(warnings)].map((text) => element("li", {}, text)));
  for (const side of sides()) {
    const own = page.sides[side];
    if (!own.report) continue;
    own.canvas.setAttribute("aria-label", own.report.description);
    own.curve.setAttribute("aria-label", `${words.loss}: ${own.report.loss?.toFixed(3) ?? "–"}`);
    own.touch.update(await page.engine.ask("samples", { side }), own.width);
  }
  const [first, second] = [page.sides.a.report?.metrics, page.b && page.sides.b.report?.metrics];
  $("difference").textContent = first && second
    ? `${words.difference}: ${Object.keys(first).map((name) => differenceText(name, first, second)).join(" · ")}`
    : "";
  if (page.sides.a.report) document.querySelector("h1").textContent = page.sides.a.report.title;
  showLesson();
  $("status").textContent = page.goesOn ? words.goesOn : page.fuses ? "" : words.exact;
  const hash = address({ a: page.a, b: page.b, page: page.own });
  history.replaceState(null, "", `#${hash}`);
}

/** "gap +2.3°", the true minus sign included. */
function differenceText(name, first, second) {
  const isShare = name === "testAccuracy";
  const value = (isShare ? 100 : 1) * (second[name] - first[name]);
  const sign = value < 0 ? "−" : "+";
  return `${page.words[name]} ${sign}${Math.abs(value).toFixed(1)}${isShare ? " %" : "°"}`;
}
