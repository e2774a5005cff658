// The trainings of both sides, in step, and what their pictures say.
import { drawScene, sceneSize } from "./draw.js";
import { address } from "./state.js";
import { drawMark } from "./touch.js";
import { drawCurve } from "./curve.js";
import { element } from "./controls.js";
import { $, isSphere, page, sides, wishes } from "./page.js";
import { showButtons, showHint, showLesson, showProgress } from "./display.js";

const FRAME = 24; // milliseconds in the worker from one picture to the next
const LEAST_TRAINING = 10; // of them, however long the picture takes

export function problem(text, hint = "") {
  $("problem").textContent = [text, hint].filter(Boolean).join(" – ");
  $("problem").hidden = !text;
}

export function fail(error) {
  page.isPlaying = false;
  page.ahead = [];
  if (error.isTrap) {
    // The worker began anew, without trainings: the next one is opened from the start.
    for (const own of Object.values(page.sides)) {
      own.touch.update({ rows: [] }, own.width);
      own.report = null;
    }
    problem(error.isShort ? page.words.broken : page.words.gaveUp);
  } else problem(error.message, error.hint);
  showButtons();
}

/** One thing at a time: what is asked for while something goes on comes after it, the last alone. */
export async function exclusively(work) {
  // Nothing is trained in a browser that cannot.
  if (page.isStill) return;
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
  else if (page.isPlaying || page.ahead.length) requestAnimationFrame(() => advance());
}

/** Whether there are trainings to go on with. */
export const isOpen = () => sides().every((side) => page.sides[side].report);

export function open(keeps) {
  return exclusively(async () => {
    problem("");
    page.ahead = [];
    for (const side of sides()) {
      page.sides[side].height = 0;
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
    page.ahead = [];
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

/** Looks at the trainings from elsewhere: they stay where they are. */
export function turn(isLast) {
  if (!isOpen()) return undefined;
  return exclusively(async () => {
    page.ahead = [];
    for (const side of sides()) {
      const answer = await page.engine.ask("change", { side, wishes: wishes(side) });
      if (answer.goesOn) show(side, answer);
    }
    if (isLast) finishLook();
  });
}

/** So many more steps on each side. */
function train(count) {
  const asked = Promise.all(sides().map((side) => page.engine.ask("advance", { side, count })));
  // Whoever waits for it hears of what went wrong.
  asked.catch(() => {});
  return { asked, count, sides: sides() };
}

/** As many steps to the next picture as there is time for beside drawing it. */
function stepsFor(answers, count) {
  const sum = (name) => answers.reduce((all, one) => all + one[name], 0);
  const time = Math.max(LEAST_TRAINING, FRAME - sum("looking"));
  return Math.max(1, Math.min(40, Math.round(time / Math.max(0.1, sum("stepping") / count))));
}

/** A few steps, and their picture; the worker never waits for it, as long as it plays. */
export function advance() {
  if (!isOpen()) return open(false);
  return exclusively(async () => {
    const now = page.ahead.shift() ?? train(page.count);
    if (page.isPlaying && !page.ahead.length) page.ahead.push(train(page.count));
    const answers = await now.asked;
    if (page.isPlaying) {
      page.count = stepsFor(answers, now.count);
      const time = performance.now();
      if (page.lastTime) page.rate = page.rate * 0.8 + (0.2 * 1000 * now.count) / (time - page.lastTime);
      page.lastTime = time;
      page.frames = (page.frames ?? 0) + 1;
    }
    if (answers.every(({ report }) => report.done)) {
      page.isPlaying = false;
      page.ahead = [];
    }
    now.sides.forEach((side, index) => show(side, answers[index]));
    if (!page.isPlaying && !page.ahead.length) finishLook();
    showProgress();
  });
}

/** One step, after those that go on. */
export function step() {
  if (!isOpen()) return open(false);
  return exclusively(async () => {
    const now = train(1);
    page.ahead = [];
    const answers = await now.asked;
    now.sides.forEach((side, index) => show(side, answers[index]));
    finishLook();
  });
}

export function show(side, { scene, report }) {
  const own = page.sides[side];
  // What moves is not described anew: what was said before stays.
  Object.assign(own, { scene, report: { ...own.report, ...report } });
  // What stands below does not jump where words need another line.
  const isAsWide = sceneSize(scene).width === own.width;
  Object.assign(own, drawScene(scene, own.canvas, isAsWide ? own.height : 0));
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
    const report = await page.engine.ask("report", { side });
    if (!own.report) continue;
    own.report = report;
    own.canvas.classList.toggle("sphere", isSphere());
    own.canvas.setAttribute("aria-label", own.report.description);
    own.curve.setAttribute("aria-label", `${words.loss}: ${own.report.loss?.toFixed(3) ?? "–"}`);
    own.touch.update(await page.engine.ask("samples", { side }), own.width);
  }
  const [first, second] = [page.sides.a.report, page.b && page.sides.b.report];
  $("difference").textContent = first && second
    ? `${words.difference}: ${Object.keys(first.metrics).map((name) => differenceText(name, first, second)).join(" · ")}`
    : "";
  if (page.sides.a.report) document.querySelector("h1").textContent = page.sides.a.report.title;
  showLesson();
  showHint();
  $("status").textContent = page.goesOn ? words.goesOn : page.fuses ? "" : words.exact;
  const hash = address({ a: page.a, b: page.b, page: page.own });
  history.replaceState(null, "", `#${hash}`);
}

/** "gap +2.3°", the true minus sign included; in words where one has no such number. */
function differenceText(name, first, second) {
  const isShare = name === "testAccuracy";
  const lacking = [first, second].filter((report) => report.metrics[name] === null);
  if (lacking.length > 0) {
    const isUnfit = name === "band" && lacking.some((report) => report.unfitPairs > 0);
    return `${page.words[name]} ${isUnfit ? page.words.unfit : "–"}`;
  }
  const value = (isShare ? 100 : 1) * (second.metrics[name] - first.metrics[name]);
  const sign = value < 0 ? "−" : "+";
  return `${page.words[name]} ${sign}${Math.abs(value).toFixed(1)}${isShare ? " %" : "°"}`;
}
