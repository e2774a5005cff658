// Opens the page in headless Chromium, from disk, and looks: node browser.mjs LOSSVIZ [PICTURES [AXE]]
// It trains to the same bytes as the program, asks for nothing, breaks on nothing that is wrong in
// an address, has names, sizes and contrast for everybody. With a folder, pictures go there; with the
// path of axe.min.js, axe-core looks as well.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audit } from "./audit.mjs";
import { Chromium } from "./chromium.mjs";

const [program, pictures, axe] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "page-"));
const file = join(work, "page.html");
execFileSync(program, ["page", "-q", "-o", file]);

const browser = await Chromium.launch(work);
const { requests, errors } = browser;
const call = (...given) => browser.call(...given);
const evaluate = (expression) => browser.evaluate(expression);
const until = (...given) => browser.until(...given);

async function visit(hash = "") {
  await call("Page.navigate", { url: "about:blank" });
  const start = Date.now();
  await call("Page.navigate", { url: `file://${file}${hash}` });
  await until("globalThis.lossviz?.isReady === true", `the page ${hash}`);
  return Date.now() - start;
}

/** What axe-core has against the page as it is: rules with the places that break them. */
async function axeFaults() {
  if (!axe) return [];
  await evaluate(`${readFileSync(axe, "utf8")}; true`);
  return evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map((one) => one.id + " (" + one.help + "): " + one.nodes.map((node) => node.target.join(" ")).join(", ")))`);
}

async function look(width, height, scheme, name) {
  await call("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: width < 500 });
  await call("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await until("!lossviz.isBusy", "a new look");
  for (const fault of await evaluate(`(${audit})()`)) errors.push(`${name}: ${fault}`);
  for (const fault of await axeFaults()) errors.push(`${name}: ${fault}`);
  await shoot(browser, name);
}

async function shoot(from, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  const { data } = await from.call("Page.captureScreenshot", { captureBeyondViewport: true });
  writeFileSync(join(pictures, `${name}.png`), Buffer.from(data, "base64"));
}

/** The SVG that the page saves, against the program's. */
async function compare(options, name) {
  const bytes = await evaluate(`lossviz.engine.ask("svg", {side: "a", software: JSON.parse(document.getElementById("settings").textContent).software, version: JSON.parse(document.getElementById("settings").textContent).version}).then((bytes) => new TextDecoder().decode(bytes))`);
  const path = join(work, "native.svg");
  execFileSync(program, [...options, "-q", "-o", path]);
  if (readFileSync(path, "utf8") !== bytes) errors.push(`${name}: the SVG is not that of the program`);
}

/** What a browser shows that cannot train: a picture, why it stands still, and the command that draws it. */
async function withoutWebAssembly(flag, name) {
  const other = await Chromium.launch(work, [`--js-flags=${flag}`]);
  for (const [hash, wanted] of [["", "begins with"], ["#loss=cosface", "begins with"], ["#loss=arcface&m=0.3", "other settings"]]) {
    await other.call("Page.navigate", { url: "about:blank" });
    await other.call("Page.navigate", { url: `file://${file}${hash}` });
    await other.call("Emulation.setDeviceMetricsOverride", { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false });
    await other.until("document.readyState === 'complete' && document.getElementById('still-commands')?.textContent && document.getElementById('still-picture').complete", `a browser without WebAssembly ${hash}`, 30);
    // Another width and other colors ask a page for another picture.
    await other.call("Emulation.setDeviceMetricsOverride", { width: 400, height: 900, deviceScaleFactor: 1, mobile: true });
    await other.call("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "dark" }] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const said = await other.evaluate("document.getElementById('problem').textContent");
    const command = await other.evaluate("document.getElementById('still-commands').textContent");
    if (!said.includes("WebAssembly") || !said.includes(wanted)) errors.push(`without WebAssembly ${hash} it says: ${said}`);
    if (command !== (hash.includes("arc") ? "lossviz --loss arcface --m 0.3 -o arcface.svg" : "lossviz --loss cosface -o cosface.svg")) errors.push(`without WebAssembly ${hash} the command is: ${command}`);
    const picture = await other.evaluate("(({ alt, naturalWidth, clientWidth }) => ({ alt, naturalWidth, clientWidth }))(document.getElementById('still-picture'))");
    if (!picture.alt.startsWith("CosFace") || picture.naturalWidth < 500 || picture.clientWidth < 300) errors.push(`without WebAssembly the picture is ${JSON.stringify(picture)}`);
  }
  await shoot(other, `page-still-${name}`);
  errors.push(...other.errors.map((error) => `without WebAssembly: ${error}`));
  await other.end();
}

/** A sphere is turned by pointer and keys, and saved as the program draws it from there. */
async function turns() {
  await visit("#dim=3&steps=60&play=1");
  await until("lossviz.sides.a.report?.done && !lossviz.isBusy", "a sphere");
  await evaluate("document.getElementById('canvas-a').scrollIntoView()");
  const [x, y] = await evaluate("(({ left, top, width, height }) => [left + width / 4, top + height / 2])(document.getElementById('canvas-a').getBoundingClientRect())");
  const mouse = (type, dx, dy) => call("Input.dispatchMouseEvent", { type, x: x + dx, y: y + dy, button: "left", buttons: 1, clickCount: 1 });
  await mouse("mousePressed", 0, 0);
  for (let step = 1; step <= 10; step++) await mouse("mouseMoved", 8 * step, 4 * step);
  await mouse("mouseReleased", 80, 40);
  await until("lossviz.a.azimuth !== undefined && !lossviz.isBusy", "a turn", 10);
  const view = async () => evaluate("[lossviz.a.azimuth, lossviz.a.elevation]");
  const dragged = await view();
  if (String(dragged) !== "-100,42") errors.push(`dragged, the sphere is seen from ${dragged}`);
  await compare(["--dim", "3", "--steps", "60", "--azimuth", "-100", "--elevation", "42"], "a turned sphere");
  await evaluate("document.getElementById('canvas-a').focus()");
  for (const type of ["keyDown", "keyUp"]) await call("Input.dispatchKeyEvent", { type, key: "ArrowRight", code: "ArrowRight" });
  await until("lossviz.a.azimuth === -105 && !lossviz.isBusy", "a turn by keys", 10);
  await compare(["--dim", "3", "--steps", "60", "--azimuth", "-105", "--elevation", "42"], "a sphere that keys turned");
  if (!(await evaluate("location.hash")).includes("azimuth=-105")) errors.push("the address does not have the view");
  await look(1440, 900, "light", "page-sphere");
}

/** Each lesson has the claim of a figure, as the table of the article has it, in both languages. */
async function hasClaims() {
  await visit("#loss=softmax&steps=50&samples=20");
  const table = (name) => readFileSync(new URL(`../../examples/article/${name}`, import.meta.url), "utf8");
  for (const [language, text] of [["en", table("claims.md")], ["zh", table("claims.zh.md")]]) {
    for (let place = 0; place < 6; place++) {
      await evaluate(`document.querySelectorAll("#lesson-list button")[${place}].click()`);
      await until("!document.getElementById('lesson-claim').hidden && !lossviz.isBusy", "a claim", 20);
      const [figure, sentence, ...results] = await evaluate(`(() => { const one = document.getElementById("lesson-claim");
        return [one.querySelector("code").textContent.split(" ").at(-1), one.querySelector("summary").textContent.replace(/^[^:]*: | – [^–]*$/g, ""),
          ...[...one.querySelectorAll("li")].map((item) => item.textContent.replace(/^[^:]*: /, ""))]; })()`);
      const row = text.split("\n").find((line) => line.startsWith(`| \`${figure}\` | ${sentence} |`))?.replaceAll("**", "").replaceAll("&lt;", "<");
      if (!row || !results.length || !results.every((result) => row.includes(` ${result} |`))) errors.push(`lesson ${place + 1} (${language}) shows ${figure}: ${sentence}: ${results}`);
    }
    await evaluate("document.getElementById('language').click()");
    await until("!lossviz.isBusy", "another language", 20);
  }
  // Whoever changes something by keys is at the same control then.
  await evaluate("{ const one = document.querySelector('#controls-a select'); one.focus(); one.value = 'arcface'; one.onchange(); }");
  await until("!lossviz.isBusy && lossviz.a.loss === 'arcface'", "another loss", 20);
  if (!(await evaluate("document.activeElement === document.querySelector('#controls-a select')"))) errors.push("whoever chooses a loss by keys is lost");
}

/** Memory that ends is said, and something smaller is trained then. */
async function endsMemory() {
  await visit("#network=mlp:4096,4096,4096&batch=3000&samples=1000&classes=20&steps=50");
  await until("!document.getElementById('problem').hidden && !lossviz.isBusy", "a word on memory", 60);
  const said = await evaluate("document.getElementById('problem').textContent");
  if (!said.includes("memory")) errors.push(`where memory ends it says: ${said}`);
  await evaluate("lossviz.a = { loss: 'cosface', steps: 60 }; document.getElementById('play').click()");
  await until("lossviz.sides.a.report?.done && !lossviz.isBusy", "a training after memory ended", 60);
  if (!(await evaluate("document.getElementById('problem').hidden"))) errors.push("what was said of memory stays");
  await compare(["--loss", "cosface", "--steps", "60"], "after memory ended");
}

try {
  await call("Emulation.setDeviceMetricsOverride", { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false });
  console.log("first picture after", await visit(), "ms; fused:", await evaluate("lossviz.fuses"));
  const start = Date.now();
  await evaluate("document.getElementById('play').click()");
  await until("lossviz.sides.a.report?.done && !lossviz.isBusy", "the training");
  const seconds = (Date.now() - start) / 1000;
  console.log(`${(700 / seconds).toFixed(0)} steps and ${((await evaluate("lossviz.frames")) / seconds).toFixed(0)} pictures a second`);
  await compare([], "the default");
  for (const scheme of ["light", "dark"]) {
    for (const [width, height] of [[360, 740], [820, 1100], [1440, 900]]) await look(width, height, scheme, `page-${width}-${scheme}`);
  }
  await call("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "light" }] });
  await call("Emulation.setDeviceMetricsOverride", { width: 1440, height: 900, deviceScaleFactor: 1, mobile: false });
  await visit("#loss=arcface&m=0.6&classes=8&steps=60&seed=3&b.loss=softmax&play=1");
  await until("lossviz.sides.b.report?.done && lossviz.sides.a.report.done && !lossviz.isBusy", "two trainings");
  await compare(["--loss", "arcface", "--m", "0.6", "--classes", "8", "--steps", "60", "--seed", "3"], "side by side");
  await look(1440, 900, "light", "page-sides");
  await hasClaims();
  await turns();
  await endsMemory();
  await visit("#loss=nonsense&zzz=1");
  if (!(await evaluate("!document.getElementById('problem').hidden"))) errors.push("a broken address is not said");
  const words = await evaluate("new Promise((resolve) => { const text = document.getElementById('paste'); text.value = 'a,b\\nc,d\\ne,f'; text.onchange(); setTimeout(() => resolve(document.getElementById('problem').textContent), 500); })");
  if (!words) errors.push("a CSV of words is not refused");
  for (const [name, files] of [
    ["a million rows", `new File(["a,1\\n".repeat(1e6)], "big.csv")`], ["a picture", `new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0])], "x.png")`], ["an array said to be huge", `new File([new Uint8Array([147, 78, 85, 77, 80, 89, 1, 0, 118, 0]), "{'descr': '<f8', 'fortran_order': False, 'shape': (100000000, 784), }".padEnd(118)], "h.npy")`],
    ["samples without labels", `new File([new Uint8Array([147, 78, 85, 77, 80, 89, 1, 0, 0, 0])], "x.npy")`],
  ]) {
    await evaluate(`{ const data = new DataTransfer(); data.items.add(${files}); document.getElementById("problem").textContent = ""; document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true })); }`);
    await until("document.getElementById('problem').textContent !== '' && !document.getElementById('problem').hidden", `${name}: a word`, 20);
  }
  // The first takes WebAssembly with it, the second what its SIMD is made of.
  await withoutWebAssembly("--jitless", "none");
  await withoutWebAssembly("--no-enable-sse4-1", "no-simd");
} catch (error) {
  errors.push(error.message);
}
const outside = requests.filter((url) => !/^(file:\/\/\/.*page\.html|blob:|about:|data:)/.test(url));
if (outside.length) errors.push(`requests go out: ${outside.join(", ")}`);
await browser.end();
// Children of the browser may still be writing there.
rmSync(work, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
for (const error of new Set(errors)) console.error(error);
console.log(`${requests.length} requests, all of the page itself; ${new Set(errors).size} faults`);
process.exit(errors.length ? 1 : 0);
