// Reads a table of samples, the label first: as the command does, in the browser.

const MOST_ROWS = 100_000;
const MOST_NUMBERS = 8_000_000;

/**
 * @param words for messages
 * @returns data for the core; throws an Error that says what is wrong
 */
export async function readTable(file, words) {
  // A row takes two letters at least: what is longer need not be read.
  if (file.size > 400_000_000) throw new Error(`${words.tooMany} ${file.size} bytes`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const lines = new TextDecoder().decode(bytes).replace(/^\ufeff/, "").split(/\r?\n/);
  while (lines.length && !lines.at(-1).trim()) lines.pop();
  if (lines.length > MOST_ROWS + 1) throw new Error(`${words.tooMany} ${lines.length}`);
  const separator = (lines[0] ?? "").includes("\t") ? "\t" : (lines[0] ?? "").includes(";") ? ";" : ",";
  const rows = lines.map((line) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")));
  const isNumber = (cell) => cell !== "" && Number.isFinite(Number(cell));
  const hasHeader = rows.length > 1 && rows[0].slice(1).some((cell) => !isNumber(cell));
  const offset = hasHeader ? 1 : 0;
  const columns = (rows[offset]?.length ?? 1) - 1;
  const count = rows.length - offset;
  if (count * columns > MOST_NUMBERS) throw new Error(`${words.tooMany} ${count} × ${columns}`);
  const values = new Float32Array(Math.max(0, count * columns));
  for (let row = 0; row < count; row++) {
    const cells = rows[row + offset];
    const good = columns > 0 && cells.length === columns + 1 && cells.slice(1).every(isNumber);
    if (!good) throw new Error(`${words.badTable} ${row + offset + 1}`);
    for (let k = 0; k < columns; k++) values[row * columns + k] = Number(cells[k + 1]);
  }
  const names = sorted([...new Set(rows.slice(offset).map((cells) => cells[0]))]);
  if (names.length < 2) throw new Error(words.oneClass);
  const places = new Map(names.map((name, index) => [name, index]));
  const labels = new Int32Array(rows.slice(offset).map((cells) => places.get(cells[0])));
  const stem = file.name.replace(/\.[^.]*$/, "");
  return {
    name: stem, title: stem, classNames: names, values, labels, columns, fileName: file.name,
    sha256: await digest(bytes),
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
