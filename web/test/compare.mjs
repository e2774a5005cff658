// Trains and draws in node what the program does, and compares bytes:
//   node [--experimental-wasm-relaxed-simd] compare.mjs LOSSVIZ FOLDER [few]
// FOLDER has what web/link made. Every loss, some options, and files of one's own: the SVG with its
// recipe, and the numbers of weights and features.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { load } from "./load.mjs";
import { readSamples } from "../page/table.js";
import { WORDS } from "../page/words.js";

const [given, folder, few] = process.argv.slice(2);
const program = resolve(given);
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
  { dim: 3, azimuth: 135, elevation: -40, ...short }, { dim: 3, azimuth: -7, view: ["features"], theme: "dark", ...short },
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

/** What three people would be, in some units; the same for every run. */
function measured(columns, unit) {
  return Array.from({ length: 90 }, (_, row) => [row % 3, Array.from({ length: columns }, (_, k) =>
    unit(5 + 3 * Math.cos((row % 3) * 2 + k) + Math.sin(row * 7.1 + k * 3.3)))]);
}

/** An array as NumPy saves it. */
function numpy(kind, shape, bytes, isFortran = false) {
  const head = `{'descr': '${kind}', 'fortran_order': ${isFortran ? "True" : "False"}, 'shape': (${shape.join(", ")},), }`.padEnd(117) + "\n";
  return Buffer.concat([Buffer.from("\x93NUMPY\x01\0\x76\0", "latin1"), Buffer.from(head), Buffer.from(bytes.buffer)]);
}

const table = measured(5, (value) => value * 100);
const pixels = measured(64, (value) => Math.round(value * 25));
const units = measured(50, (value) => value / 10);
const text = (rows) => rows.map(([label, values]) => [`p${label}`, ...values].join(",")).join("\n");
const own = [
  { "own.csv": text(table) }, { "pixels.csv": text(pixels) }, { "units.csv": text(units) },
  {
    "x.npy": numpy("<f8", [90, 5], Float64Array.from(table.flatMap(([, values]) => values))),
    "y.npy": numpy("<i4", [90], Int32Array.from(table, ([label]) => label)),
  },
];
/** Samples of one kind of numbers, with their labels. */
const labels = { "y.npy": numpy("<i4", [90], Int32Array.from(table, ([label]) => label)) };
const all = (rows) => rows.flatMap(([, values]) => values);
const columnwise = (rows) => rows[0][1].flatMap((_, k) => rows.map(([, values]) => values[k]));
const few5 = measured(5, (value) => Math.round(value * 25));
for (const [name, array] of Object.entries({
  // Bytes are pixels, however many there are; shorts are a table, unless there are many of 0 to 255.
  "bytes.npy": numpy("|u1", [90, 64], Uint8Array.from(all(pixels))),
  "narrow.npy": numpy("|u1", [90, 5], Uint8Array.from(all(few5))),
  "images.npy": numpy("|u1", [90, 8, 8], Uint8Array.from(all(pixels))),
  "shorts.npy": numpy("<u2", [90, 64], Uint16Array.from(all(pixels))),
  "signed.npy": numpy("|i1", [90, 5], Int8Array.from(all(few5), (value) => value - 100)),
  "longs.npy": numpy("<i8", [90, 64], BigInt64Array.from(all(pixels), BigInt)),
  "singles.npy": numpy("<f4", [90, 50], Float32Array.from(all(units))),
  "cubes.npy": numpy("<f8", [90, 5, 10], Float64Array.from(all(units))),
  // One of them is 1 as a float, and above it as it stands in the file.
  "nearly.npy": numpy("<f8", [90, 50], Float64Array.from(all(units), (value, place) => (place === 7 ? 1 + 1e-12 : value))),
  "turned.npy": numpy("<f8", [90, 5], Float64Array.from(columnwise(table)), true),
})) own.push({ [name]: array, ...labels });
for (const files of few ? own.slice(0, 1) : own) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(work, name), content);
  const data = await readSamples(Object.keys(files).map((name) => new File([files[name]], name)), WORDS.en);
  core.add(data);
  cases.push({ data: data.fileName, ...(data.labelsName ? { labels: data.labelsName } : {}), steps: 60 });
}

function typed(given) {
  return Object.entries(given).flatMap(([name, value]) => [
    `--${name}`, Array.isArray(value) ? value.join(",") : String(value)]);
}

function inPage(given) {
  const made = (given.data ?? "identities") === "identities" ? page.usual : {};
  const all = { data: "identities", ...made, ...page.start, ...page.picture, ...given };
  return { ...all, order: page.order, picture: Object.keys(all).filter((name) => page.order.includes(name)) };
}

/** The numbers of a table of the program, without the columns of words. */
function numbers(path, skipped) {
  return readFileSync(path, "utf8").trim().split("\n").slice(1)
    .map((line) => line.split(",")).map((cells) => ({ split: cells[0], numbers: cells.slice(skipped).map(Number) }));
}

let failures = 0;
for (const options of cases) {
  const files = ["a.svg", "w.csv", "x.csv"].map((name) => join(work, name));
  let expected = null;
  try {
    // Files are named as the page names them.
    execFileSync(program, [...typed(options), "-q", "-o", files[0], "--export-weights", files[1], "--export-features", files[2]],
      { stdio: ["ignore", "pipe", "pipe"], cwd: work });
    expected = readFileSync(files[0]);
  } catch (error) {
    expected = error.stderr.toString().split("\n").find((line) => line.includes("error:")).replace(/^.*error: /, "");
  }
  let got;
  try {
    const session = core.open(inPage(options));
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
        console.log("numbers differ:", JSON.stringify(options), bits.length, wanted.length);
      }
    }
    session.close();
  } catch (error) {
    got = error.message;
  }
  const same = Buffer.isBuffer(expected) ? Buffer.isBuffer(got) && expected.equals(got) : expected === got;
  if (same) continue;
  failures++;
  console.log("the picture differs:", JSON.stringify(options));
  if (!Buffer.isBuffer(got) || !Buffer.isBuffer(expected)) console.log("  ", String(expected).slice(0, 200), "|", String(got).slice(0, 200));
}
rmSync(work, { recursive: true });
console.log(`${cases.length} trainings, ${core.fuses ? "fused" : "exact"} products, ${failures} differences`);
process.exit(failures ? 1 : 0);
