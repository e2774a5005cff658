// What the page must be for everybody; runs in it, and says what is not so.
export function audit() {
  const faults = [];
  const isShown = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== "hidden";
  const name = (one) => `${one.tagName.toLowerCase()}#${one.id || one.className}`;
  for (const one of document.querySelectorAll("button, select, input, textarea, canvas, a")) {
    if (!isShown(one)) continue;
    const label = one.getAttribute("aria-label") || one.labels?.[0]?.textContent || (one.tagName === "CANVAS" ? "" : one.textContent);
    if (!label?.trim()) faults.push(`${name(one)} has no name`);
    const box = (one.type === "checkbox" ? one.closest("label") : one).getBoundingClientRect();
    const isLink = one.classList.contains("skip");
    if (!isLink && one.tagName !== "CANVAS" && (box.height < 43.5 || box.width < 43.5)) faults.push(`${name(one)} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
    if (box.right > document.documentElement.clientWidth + 1 && !isLink) faults.push(`${name(one)} reaches beyond the page`);
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) faults.push("the page scrolls sideways");
  const color = (text) => text.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const own = color(getComputedStyle(at).backgroundColor);
      if (own.length < 4 || own[3] > 0.99) return own;
    }
    return [255, 255, 255];
  };
  for (const one of document.querySelectorAll("h1, h2, p, li, label, small, button, figcaption, output, select")) {
    if (!isShown(one) || !one.textContent.trim()) continue;
    const [a, b] = [light(color(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) faults.push(`${name(one)} has contrast ${((a + 0.05) / (b + 0.05)).toFixed(1)}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  if (new Set(ids).size !== ids.length) faults.push("an id is there twice");
  return faults;
}
