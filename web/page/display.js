// Words and buttons as they stand.
import { CLAIMS } from "./claims.js";
import { LESSONS, WORDS } from "./words.js";
import { element } from "./controls.js";
import { $, isChinese, isSphere, page } from "./page.js";
import { copy } from "./share.js";

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
  showClaim(lesson && CLAIMS[page.lesson]);
  if (!lesson) return;
  const language = isChinese() ? "zh" : "en";
  const report = page.sides.a.report;
  const isSame = Object.entries(lesson.start).every(([name, value]) => page.a[name] === value);
  const verdict = report?.done && isSame
    ? ` ${lesson.holds(report.metrics, report.warnings) ? page.words.holds : page.words.fails}: ${lesson.claim[language]}.` : "";
  $("lesson-text").textContent = lesson[language] + verdict;
}

/** What a figure of the article measured: the claim, its threshold, its numbers, and its command. */
function showClaim(claim) {
  const { words } = page;
  const place = $("lesson-claim");
  place.hidden = !claim;
  // It stays as it is, open or closed, until it is another one.
  const key = claim && `${claim.figure} ${claim.en[0]} ${document.documentElement.lang}`;
  if (!claim || place.dataset.key === key) return;
  place.dataset.key = key;
  const [sentence, data, threshold, first, second] = claim[isChinese() ? "zh" : "en"];
  const command = `lossviz figure ${claim.figure}`;
  const results = second === "–" ? [[words.withoutSeeds, first]] : [[words.firstSeeds, first], [words.otherSeeds, second]];
  const verdicts = results.map(([, text]) => text.split(":")[0]).filter((one, place, all) => all.indexOf(one) === place);
  const title = `${words.inArticle}: ${sentence} – ${verdicts.join(" / ")}`;
  // On a phone the picture comes first.
  const isOpen = place.querySelector("details")?.open ?? !matchMedia("(max-width: 37rem)").matches;
  place.replaceChildren(element("details", { open: isOpen },
    element("summary", {}, title),
    element("p", {}, `${words.needs}: ${threshold}${data === "–" ? "" : `; ${words.onData} ${data}`}`),
    element("ul", {}, ...results.map(([name, text]) => element("li", {}, `${name}: ${text}`))),
    element("button", { type: "button", onclick: () => copy(command) }, element("code", {}, command))));
}

/** What can be done with the picture; what was said of a sample stays. */
export function showHint() {
  const hints = [page.words.turnHint, page.words.touchHint];
  const all = [WORDS.en, WORDS.zh].flatMap((words) => [words.turnHint, words.touchHint]);
  const own = hints[isSphere() ? 0 : 1];
  if (all.includes($("touch").textContent) || isSphere()) $("touch").textContent = own;
}

export function showWords() {
  page.words = isChinese() ? WORDS.zh : WORDS.en;
  document.documentElement.lang = isChinese() ? "zh" : "en";
  document.documentElement.classList.toggle("large", page.own.large === "1");
  $("large").setAttribute("aria-pressed", String(page.own.large === "1"));
  $("language").textContent = isChinese() ? "English" : "中文";
  $("language").lang = isChinese() ? "en" : "zh";
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = page.words[one.dataset.word];
  $("lesson-list").replaceChildren(...LESSONS.map((lesson, index) => element("li", {},
    element("button", { type: "button", onclick: () => page.begin(index) },
      isChinese() ? lesson.zhName ?? lesson.name : lesson.name))));
  const hidden = (page.own.hide ?? "").split(",");
  for (const one of document.querySelectorAll("[data-part]")) {
    one.classList.toggle("off", hidden.includes(one.dataset.part));
  }
  showButtons();
  showLesson();
}
