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
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  const { data } = await call("Page.captureScreenshot", { captureBeyondViewport: true });
  writeFileSync(join(pictures, `${name}.png`), Buffer.from(data, "base64"));
}

/** The SVG that the page saves, against the program's. */
async function compare(options, name) {
  const bytes = await evaluate(`lossviz.engine.ask("svg", {side: "a", software: JSON.parse(document.getElementById("settings").textContent).software, version: JSON.parse(document.getElementById("settings").textContent).version}).then((bytes) => new TextDecoder().decode(bytes))`);
  const path = join(work, "native.svg");
  execFileSync(program, [...options, "-q", "-o", path]);
  if (readFileSync(path, "utf8") !== bytes) errors.push(`${name}: the SVG is not that of the program`);
}

/** What a browser is told that cannot train: why, and the command that does. */
async function withoutWebAssembly() {
  // Which takes WebAssembly with it.
  const other = await Chromium.launch(work, ["--js-flags=--jitless"]);
  await other.call("Page.navigate", { url: `file://${file}#loss=arcface` });
  await other.until("document.getElementById('problem')?.textContent !== '' && document.readyState === 'complete'", "a browser without WebAssembly", 30);
  const said = await other.evaluate("document.getElementById('problem').textContent");
  if (!said.includes("WebAssembly") || !said.includes("lossviz --loss")) errors.push(`without WebAssembly it says: ${said}`);
  await other.end();
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
  await visit("#loss=nonsense&zzz=1");
  if (!(await evaluate("!document.getElementById('problem').hidden"))) errors.push("a broken address is not said");
  const words = await evaluate("new Promise((resolve) => { const text = document.getElementById('paste'); text.value = 'a,b\\nc,d\\ne,f'; text.onchange(); setTimeout(() => resolve(document.getElementById('problem').textContent), 500); })");
  if (!words) errors.push("a CSV of words is not refused");
  for (const [name, files] of [
    ["a million rows", `new File(["a,1\\n".repeat(1e6)], "big.csv")`], ["samples without labels", `new File([new Uint8Array([147, 78, 85, 77, 80, 89, 1, 0, 0, 0])], "x.npy")`],
  ]) {
    await evaluate(`{ const data = new DataTransfer(); data.items.add(${files}); document.getElementById("problem").textContent = ""; document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true })); }`);
    await until("document.getElementById('problem').textContent !== '' && !document.getElementById('problem').hidden", `${name}: a word`, 20);
  }
  await withoutWebAssembly();
} catch (error) {
  errors.push(error.message);
}
const outside = requests.filter((url) => !/^(file:\/\/\/.*page\.html|blob:|about:|data:)/.test(url));
if (outside.length) errors.push(`requests go out: ${outside.join(", ")}`);
await browser.end();
rmSync(work, { recursive: true, force: true });
for (const error of new Set(errors)) console.error(error);
console.log(`${requests.length} requests, all of the page itself; ${new Set(errors).size} faults`);
process.exit(errors.length ? 1 : 0);
