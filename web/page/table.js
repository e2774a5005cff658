// Reads samples with their labels, from a table or from two arrays: as the command does, in the browser.
import { isNumpy, readNumpy } from "./numpy.js";

const MOST_ROWS = 100_000;
const MOST_NUMBERS = 8_000_000;

/**
 * @param files a table with the label first, or samples and labels as NumPy saves them
 * @param words for messages
 * @returns data for the core; throws an Error that says what is wrong
 */
export async function readSamples(files, words) {
  const contents = [];
  for (const file of files.slice(0, 2)) {
    // A row takes two letters at least: what is longer need not be read.
    if (file.size > 400_000_000) throw new Error(`${words.tooMany} ${file.size} bytes`);
    contents.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  if (!isNumpy(contents[0].bytes)) return readTable(contents[0], words);
  const arrays = contents.filter(({ bytes }) => isNumpy(bytes)).map((file) => ({
    ...file,
    ...readNumpy(file.bytes, `${file.name}: ${words.badArray}`, (shape) => checkShape(shape, words)),
  }));
  const samples = arrays.find(({ shape, kind }) => [2, 3].includes(shape.length) && kind !== "texts");
  const labels = arrays.find(({ shape }) => shape.length === 1);
  if (!samples || !labels || labels.shape[0] !== samples.shape[0]) throw new Error(words.wantsLabels);
  const { kind, shape } = samples;
  const columns = shape.slice(1).reduce((product, part) => product * part, 1);
  const values = (kind === "doubles" ? Float64Array : Float32Array).from(samples.values);
  const wrong = values.findIndex((value) => !Number.isFinite(Math.fround(value)));
  if (wrong >= 0) throw new Error(`${words.badTable} ${Math.floor(wrong / columns) + 1}`);
  const data = await described(samples, labels.values.map(String), { kind, shape, values, columns }, words);
  return { ...data, labelsName: labels.name, labelsSha256: await digest(labels.bytes) };
}

function checkShape([rows = 0, ...sizes], words) {
  checkSize(rows, sizes.reduce((product, part) => product * part, 1), words);
}

function checkSize(rows, columns, words) {
  if (rows > MOST_ROWS) throw new Error(`${words.tooMany} ${rows}`);
  if (rows * columns > MOST_NUMBERS) throw new Error(`${words.tooMany} ${rows} × ${columns}`);
}

function lineEnds(bytes) {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

async function readTable(file, words) {
  if (file.bytes.subarray(0, 1000).includes(0)) throw new Error(`${file.name}: ${words.badFile}`);
  // What is too long is not taken apart: besides the rows there may be a header.
  checkSize(lineEnds(file.bytes) - 1, 1, words);
  const lines = new TextDecoder().decode(file.bytes).replace(/^\ufeff/, "").split(/\r?\n/);
  while (lines.length && !lines.at(-1).trim()) lines.pop();
  checkSize(lines.length - 1, 1, words);
  const separator = (lines[0] ?? "").includes("\t") ? "\t" : (lines[0] ?? "").includes(";") ? ";" : ",";
  checkSize(lines.length - 1, (lines[1] ?? "").split(separator).length - 1, words);
  const rows = lines.map((line) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")));
  const isNumber = (cell) => cell !== "" && Number.isFinite(Math.fround(Number(cell)));
  const hasHeader = rows.length > 1 && rows[0].slice(1).some((cell) => !isNumber(cell));
  const offset = hasHeader ? 1 : 0;
  const columns = (rows[offset]?.length ?? 1) - 1;
  const count = rows.length - offset;
  checkSize(count, columns, words);
  const values = new Float64Array(Math.max(0, count * columns));
  for (let row = 0; row < count; row++) {
    const cells = rows[row + offset];
    const good = columns > 0 && cells.length === columns + 1 && cells.slice(1).every(isNumber);
    if (!good) throw new Error(`${words.badTable} ${row + offset + 1}`);
    for (let k = 0; k < columns; k++) values[row * columns + k] = Number(cells[k + 1]);
  }
  const numbers = { kind: "doubles", shape: [count, columns], values, columns };
  return described(file, rows.slice(offset).map((cells) => cells[0]), numbers, words);
}

/** Data for the core, with the labels as the numbers of their classes. */
async function described({ name, bytes }, labels, numbers, words) {
  const names = sorted([...new Set(labels)]);
  if (names.length < 2) throw new Error(words.oneClass);
  const places = new Map(names.map((name, index) => [name, index]));
  const stem = name.replace(/\.[^.]*$/, "");
  return {
    name: stem, title: stem, classNames: names, labels: Int32Array.from(labels, (label) => places.get(label)),
    ...numbers, fileName: name, sha256: await digest(bytes),
  };
}

/** As the command orders classes: numbers by their value, else by their letters. */
function sorted(names) {
  return names.every((name) => /^-?\d+$/.test(name))
    ? names.sort((a, b) => Number(a) - Number(b)) : names.sort();
}

async function digest(bytes) {
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
