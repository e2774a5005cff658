// Words and buttons as they stand.
import { LESSONS, WORDS } from "./words.js";
import { element } from "./controls.js";
import { $, page } from "./page.js";

export function showProgress() {
  const report = page.sides.a?.report;
  if (!report) return;
  const speed = page.isPlaying && page.rate > 0 ? `, ${Math.round(page.rate)} ${page.words.perSecond}` : "";
  $("progress").textContent = `${page.words.step_of} ${report.step} ${page.words.of} ${report.steps}${speed}`;
}

export function showButtons() {
  $("play").textContent = page.isPlaying ? page.words.pause : page.words.play;
  $("play").setAttribute("aria-pressed", String(page.isPlaying));
}

export function showLesson() {
  const lesson = LESSONS[page.lesson];
  for (const [index, button] of [...$("lesson-list").querySelectorAll("button")].entries()) {
    if (index === page.lesson) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  }
  if (!lesson) return;
  const language = page.own.lang === "zh" ? "zh" : "en";
  const report = page.sides.a.report;
  const isSame = Object.entries(lesson.start).every(([name, value]) => page.a[name] === value);
  const verdict = report?.done && isSame
    ? ` ${lesson.holds(report.metrics, report.warnings) ? page.words.holds : page.words.fails}: ${lesson.claim[language]}.` : "";
  $("lesson-text").textContent = lesson[language] + verdict;
}

export function showWords() {
  const isChinese = page.own.lang === "zh";
  page.words = isChinese ? WORDS.zh : WORDS.en;
  document.documentElement.lang = isChinese ? "zh" : "en";
  document.documentElement.classList.toggle("large", page.own.large === "1");
  $("large").setAttribute("aria-pressed", String(page.own.large === "1"));
  $("language").textContent = isChinese ? "English" : "中文";
  $("language").lang = isChinese ? "en" : "zh";
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = page.words[one.dataset.word];
  $("lesson-list").replaceChildren(...LESSONS.map((lesson, index) => element("li", {},
    element("button", { type: "button", onclick: () => page.begin(index) },
      isChinese ? lesson.zhName ?? lesson.name : lesson.name))));
  const hidden = (page.own.hide ?? "").split(",");
  for (const one of document.querySelectorAll("[data-part]")) {
    one.classList.toggle("off", hidden.includes(one.dataset.part));
  }
  showButtons();
  showLesson();
}
