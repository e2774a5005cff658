// Ways out of the page: a file, a line for a terminal, a link, an embedded page.
import { address } from "./state.js";
import { element } from "./controls.js";
import { $, PAGE, page } from "./page.js";

export async function copy(text) {
  $("copied").hidden = false;
  $("copied").value = text;
  try {
    await navigator.clipboard.writeText(text);
    $("status").textContent = page.words.copied;
  } catch {
    // Not allowed from a file: it is there to be copied by hand.
    $("copied").select();
  }
}

export const link = () => `${location.href.split("#")[0]}#${address({ a: page.a, b: page.b, page: page.own })}`;

export async function save() {
  const { report } = page.sides.a;
  if (!report) return;
  const isWhole = report.done && !page.goesOn;
  const bytes = await page.engine.ask("svg", { side: "a", software: isWhole ? PAGE.software : "", version: PAGE.version });
  const url = URL.createObjectURL(new Blob([bytes], { type: "image/svg+xml" }));
  element("a", { href: url, download: `${page.a.loss}.svg` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  $("status").textContent = isWhole ? page.words.saved : page.words.unfinished;
}
