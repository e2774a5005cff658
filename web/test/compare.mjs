// Trains and draws in node what the program does, and compares bytes:
//   node [--experimental-wasm-relaxed-simd] compare.mjs LOSSVIZ FOLDER [few]
// FOLDER has what web/link made. Every loss and some options: the SVG with its recipe, and the
// numbers of weights and features.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "./load.mjs";

const [program, folder, few] = process.argv.slice(2);
const core = await load(folder);
const work = mkdtempSync(join(tmpdir(), "page-"));
const page = settings(execFileSync(program, ["page", "-q", "-o", "-"], { maxBuffer: 1 << 26 }).toString());

/** What the command tells the page. */
function settings(html) {
  return JSON.parse(html.match(/<script type="application\/json" id="settings">(.*?)<\/script>/s)[1]);
}

const short = { steps: 40, samples: 60 };
const cases = [
  {}, { theme: "dark" }, { classes: 13, ...short }, { dim: 3, ...short },
  { noise: 0.2, "noise-kind": "outlier", ...short }, { optimizer: "adam", rate: 0.003, ...short },
  { network: "mlp:32,16,8", batch: 50, ...short }, { clip: "none", momentum: 0.5, ...short },
  { view: ["features", "angles", "histogram", "curve"], ...short },
  { title: "Two <words> & 间隔", "class-names": ["ä", "b", "c", "d", "e", "f"], ...short },
  { width: 500, palette: "grey", limit: 20, seed: 9_007_199_254_740_991, ...short },
  { lang: "zh", without: ["key", "facts"], "font-size": 9, ...short },
  { width: 240, ...short },
  { loss: "sphereface", anneal: [5, 0.12, 1, 0.1], ...short },
  ...core.catalog(6).map(({ name }) => ({ loss: name, ...short })),
].slice(0, few ? 6 : undefined);

function typed(given) {
  return Object.entries(given).flatMap(([name, value]) => [
    `--${name}`, Array.isArray(value) ? value.join(",") : String(value)]);
}

function inPage(given) {
  const all = { data: "identities", ...page.usual, ...page.start, ...page.picture, ...given };
  return { ...all, order: page.order, picture: Object.keys(all).filter((name) => page.order.includes(name)) };
}

/** The numbers of a table of the program, without the columns of words. */
function numbers(path, skipped) {
  return readFileSync(path, "utf8").trim().split("\n").slice(1)
    .map((line) => line.split(",")).map((cells) => ({ split: cells[0], numbers: cells.slice(skipped).map(Number) }));
}

let failures = 0;
for (const given of cases) {
  const files = ["a.svg", "w.csv", "x.csv"].map((name) => join(work, name));
  let expected = null;
  try {
    execFileSync(program, [...typed(given), "-q", "-o", files[0], "--export-weights", files[1], "--export-features", files[2]],
      { stdio: ["ignore", "pipe", "pipe"] });
    expected = readFileSync(files[0]);
  } catch (error) {
    expected = error.stderr.toString().split("\n").find((line) => line.includes("error:")).replace(/^.*error: /, "");
  }
  let got;
  try {
    const session = core.open(inPage(given));
    session.step(1e6);
    got = Buffer.from(session.svg(page.software, page.version));
    if (Buffer.isBuffer(expected)) {
      const rows = numbers(files[2], 2);
      const wanted = [
        ...numbers(files[1], 1), ...rows.filter((row) => row.split === "test"),
        ...rows.filter((row) => row.split === "train")].flatMap((row) => row.numbers);
      const bits = session.bits();
      if (bits.length !== wanted.length || wanted.some((value, index) => !Object.is(value, bits[index]))) {
        failures++;
        console.log("numbers differ:", JSON.stringify(given), bits.length, wanted.length);
      }
    }
    session.close();
  } catch (error) {
    got = error.message;
  }
  const same = Buffer.isBuffer(expected) ? Buffer.isBuffer(got) && expected.equals(got) : expected === got;
  if (same) continue;
  failures++;
  console.log("the picture differs:", JSON.stringify(given));
  if (!Buffer.isBuffer(got) || !Buffer.isBuffer(expected)) console.log("  ", String(expected).slice(0, 200), "|", String(got).slice(0, 200));
}
rmSync(work, { recursive: true });
console.log(`${cases.length} trainings, ${core.fuses ? "fused" : "exact"} products, ${failures} differences`);
process.exit(failures ? 1 : 0);
