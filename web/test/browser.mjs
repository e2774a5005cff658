// Opens the page in headless Chromium, from disk, and looks: node browser.mjs LOSSVIZ [PICTURES [AXE]]
// It trains to the same bytes as the program, asks for nothing, breaks on nothing that is wrong in
// an address, has names, sizes and contrast for everybody. With a folder, pictures go there; with the
// path of axe.min.js, axe-core looks as well.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audit } from "./audit.mjs";

const [program, pictures, axe] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "page-"));
const file = join(work, "page.html");
execFileSync(program, ["page", "-q", "-o", file]);

const browser = spawn("chromium", [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
  `--user-data-dir=${join(work, "user")}`, "about:blank",
], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });

let count = 0, rest = "";
const waiting = new Map(), requests = [], errors = [];
browser.stdio[4].on("data", (data) => {
  const parts = (rest + data).split("\0");
  rest = parts.pop();
  for (const part of parts) {
    const message = JSON.parse(part);
    if (message.id) {
      const { resolve, reject } = waiting.get(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    } else if (message.method === "Network.requestWillBeSent") requests.push(message.params.request.url);
    else if (message.method === "Runtime.exceptionThrown") errors.push(message.params.exceptionDetails.exception?.description ?? message.params.exceptionDetails.text);
    else if (message.method === "Log.entryAdded" && message.params.entry.level === "error") errors.push(message.params.entry.text);
  }
});

function send(method, params = {}, sessionId) {
  const id = ++count;
  browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

const { targetId } = await send("Target.createTarget", { url: "about:blank" });
const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
const call = (method, params) => send(method, params, sessionId);
for (const domain of ["Page", "Runtime", "Network", "Log"]) await call(`${domain}.enable`);

async function evaluate(expression) {
  const { result, exceptionDetails } = await call("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

async function until(expression, what, seconds = 120) {
  const end = Date.now() + 1000 * seconds;
  while (!(await evaluate(expression))) {
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s; ${await evaluate("document.getElementById('problem').textContent")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

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
} catch (error) {
  errors.push(error.message);
}
const outside = requests.filter((url) => !/^(file:\/\/\/.*page\.html|blob:|about:|data:)/.test(url));
if (outside.length) errors.push(`requests go out: ${outside.join(", ")}`);
browser.kill();
await new Promise((resolve) => browser.on("exit", resolve));
rmSync(work, { recursive: true, force: true });
for (const error of new Set(errors)) console.error(error);
console.log(`${requests.length} requests, all of the page itself; ${new Set(errors).size} faults`);
process.exit(errors.length ? 1 : 0);
