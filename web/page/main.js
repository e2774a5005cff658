// The page: from the controls and the address to the trainings.
import { LESSONS } from "./words.js";
import { commandLine, kinds, readAddress } from "./state.js";
import { Engine, embedded } from "./engine.js";
import { readSamples } from "./table.js";
import { lossControls, sharedControls } from "./controls.js";
import { Touch } from "./touch.js";
import { Turning, USUAL_VIEW } from "./sphere.js";
import { $, PAGE, isChinese, isSphere, page, settingsOf, sides, typedSettings, wishes } from "./page.js";
import { advance, change, fail, finishLook, isOpen, open, problem, show, step, turn } from "./training.js";
import { showButtons, showWords } from "./display.js";
import { copy, link, save } from "./share.js";
import { standStill } from "./still.js";

/** Controls are made anew; who was at one of them is there again. */
function showControls() {
  const at = document.activeElement;
  const form = at?.closest?.("form");
  const place = form ? [...form.elements].indexOf(at) : -1;
  fillControls();
  if (place >= 0) form.elements[place]?.focus({ preventScroll: true });
}

function fillControls() {
  const { words, catalog } = page;
  for (const side of ["a", "b"]) {
    const form = $(`controls-${side}`);
    form.hidden = side === "b" && !page.b;
    document.querySelector(`figure[data-side="${side}"]`).hidden = form.hidden;
    if (form.hidden) continue;
    lossControls(form, {
      catalog, settings: settingsOf(side), words, title: side === "a" ? words.loss : words.lossB,
      change: (changed, isLast) => {
        const own = side === "a" ? page.a : page.b;
        if (changed.loss) {
          for (const entry of catalog) for (const option of entry.options) delete own[option.name];
          delete own.anneal;
        }
        Object.assign(own, changed);
        if (changed.loss) showControls();
        change();
      },
    });
  }
  const entry = catalog.find((one) => one.name === page.a.loss);
  sharedControls($("shared"), {
    settings: page.a, usual: usual(), files: page.files, words,
    view: isSphere() ? sphereView() : null, look,
    change: async (changed) => {
      if (changed.data && changed.data !== page.a.data) {
        delete page.a.classes;
        delete page.a.samples;
      }
      if (changed.dim === 2) for (const name of Object.keys(USUAL_VIEW)) delete page.a[name];
      Object.assign(page.a, changed);
      await catalogFor();
      showControls();
      const keeps = !["data", "classes", "samples", "seed", "noise", "dim"].some((name) => name in changed);
      if (keeps) change();
      else open(false);
    },
    take,
  });
  $("sides").classList.toggle("two", Boolean(page.b));
  $("compare").checked = Boolean(page.b);
  return entry;
}

/** From where the sphere is seen. */
function sphereView() {
  return Object.fromEntries(Object.entries(USUAL_VIEW).map(
    ([name, usual]) => [name, page.a[name] ?? PAGE.picture[name] ?? usual]));
}

/** Turns the sphere; the sliders follow where the movement ends. */
function look(view, isLast) {
  Object.assign(page.a, view);
  if (isLast) showControls();
  turn(isLast);
}

/** What the core decided where nothing was said. */
function usual() {
  const { report } = page.sides.a;
  return { ...PAGE.usual, steps: report?.steps ?? 700, rate: report?.recipe.rate ?? 0.1 };
}

/** Defaults and bounds depend on the number of classes. */
async function catalogFor() {
  const { classes } = settingsOf("a");
  const count = Array.isArray(classes) ? classes.length : classes ?? (page.a.data === "digits" ? 10 : PAGE.usual.classes);
  const isUsable = Number.isInteger(count) && count >= 2 && count <= 1000;
  page.catalog = await page.engine.ask("catalog", { classes: isUsable ? count : PAGE.usual.classes });
}

async function take(files) {
  try {
    const data = await readSamples([...files], page.words);
    await page.engine.ask("add", { data });
    if (!page.files.includes(data.fileName)) page.files.push(data.fileName);
    page.a.data = data.fileName;
    page.labels[data.fileName] = data.labelsName;
    delete page.a.classes;
    delete page.a.samples;
    showControls();
    await open(false);
  } catch (error) {
    fail(error);
  }
}

async function begin(index) {
  page.lesson = index;
  page.own.step = String(index + 1);
  page.a = { ...LESSONS[index].start };
  await catalogFor();
  showControls();
  await open(false);
  play(true);
}

function play(isPlaying) {
  page.isPlaying = isPlaying;
  page.rate = page.lastTime = 0;
  showButtons();
  // Steps that are under way still come.
  if (!isPlaying) return page.isBusy || page.ahead.length ? undefined : finishLook();
  const isDone = sides().every((side) => page.sides[side].report?.done);
  (isDone ? open(false) : Promise.resolve()).then(() => advance());
}

function listen() {
  $("play").onclick = () => play(!page.isPlaying);
  $("step").onclick = () => { play(false); step(); };
  $("restart").onclick = () => open(false);
  $("reseed").onclick = () => { page.a.seed = ((page.a.seed ?? 1) + 1) % 100; showControls(); open(false); };
  $("compare").onchange = () => {
    page.b = $("compare").checked ? { loss: page.a.loss === "softmax" ? "cosface" : "softmax" } : null;
    showControls();
    open(false);
  };
  $("language").onclick = () => { page.own.lang = isChinese() ? "en" : "zh"; showWords(); showControls(); change(false); };
  $("large").onclick = () => { page.own.large = page.own.large === "1" ? "" : "1"; showWords(); change(false); };
  $("save").onclick = () => save().catch(fail);
  $("copy-command").onclick = () => copy(commandLine(typedSettings("a"), `${page.a.loss}.svg`));
  $("copy-link").onclick = () => copy(link());
  $("copy-embed").onclick = () => copy(
    `<iframe src="${link().replace(/&/g, "&amp;").replace(/"/g, "&quot;")}" title="${document.title}" style="width:100%;height:48rem;border:0"></iframe>`);
  document.addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("drop"); });
  document.addEventListener("dragleave", () => document.body.classList.remove("drop"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("drop");
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files);
  });
  for (const form of document.querySelectorAll("form")) form.onsubmit = (event) => event.preventDefault();
  for (const query of ["(prefers-color-scheme: dark)", "(max-width: 37rem)"]) {
    matchMedia(query).addEventListener("change", () => change(false));
  }
  new ResizeObserver(redraw).observe($("sides"));
}

/** On another width the picture is laid out anew, once the width stays. */
function redraw() {
  const widths = sides().map((side) => wishes(side)["shown-width"]).join();
  if (page.widths !== undefined && page.widths !== widths) {
    clearTimeout(page.resizing);
    page.resizing = setTimeout(() => isOpen() && change(false), 150);
  }
  page.widths = widths;
  for (const side of sides()) if (page.sides[side]?.scene) show(side, page.sides[side]);
}

function addSide(side) {
  const own = { canvas: $(`canvas-${side}`), curve: $(`curve-${side}`), facts: $(`facts-${side}`) };
  const degrees = (angle) => `${((angle * 180) / Math.PI).toFixed(1)}°`;
  own.touch = new Touch(own.canvas, (mark) => {
    own.mark = mark;
    if (own.scene) show(side, own);
  }, {
    ask: (label, x, y) => page.engine.ask("touch", { side, label, x, y }),
    say: (row, answer) => {
      const names = own.report.classNames;
      const angles = answer.angles.map((angle, index) => `${names[index]}: ${degrees(angle)}`).join(", ");
      const pull = answer.pull ? `${page.words.loss.toLowerCase()} ${answer.loss.toFixed(3)}, ${page.words.pull} ${Math.hypot(...answer.pull).toFixed(3)}`
        : page.words.noLossOfOne;
      $("touch").textContent = `${page.words.sampleOf} ${names[row.label]}: ${pull}; ${page.words.angles} ${angles}`;
    },
  });
  own.turning = new Turning(own.canvas, { isOn: isSphere, view: sphereView, change: look });
  page.sides[side] = own;
}

async function start() {
  page.begin = begin;
  addSide("a");
  addSide("b");
  listen();
  showWords();
  try {
    page.engine = new Engine($("worker").textContent);
    const files = Object.fromEntries(["core", "kernels", "fused", "advances"].map((name) => [name, embedded(name)]));
    const { digits } = PAGE;
    const data = [{ ...digits, imageSize: digits.imageSize[0] ? digits.imageSize : undefined, bytes: embedded("digits") }];
    page.fuses = (await page.engine.ask("start", { files, data })).fuses;
  } catch {
    return standStill();
  }
  await catalogFor();
  const read = readAddress(location.hash, kinds(page.catalog));
  page.a = { ...page.a, ...read.a };
  page.b = read.b && { loss: "softmax", ...read.b };
  page.own = { ...page.own, ...read.page };
  if (Number(read.page.step) >= 1 && Number(read.page.step) <= LESSONS.length) page.lesson = Number(read.page.step) - 1;
  await catalogFor();
  showWords();
  showControls();
  await open(false);
  if (read.problems.length) problem(`${page.words.badAddress}: ${read.problems.join(", ")}`);
  page.isReady = true;
  if (read.page.play === "1" && !matchMedia("(prefers-reduced-motion: reduce)").matches) play(true);
}

start();
