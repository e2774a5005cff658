// What the page shows, as the address says it: the names and values of the command's options.

/** Options that take a number besides those of the losses. */
const NUMBERS = [
  "samples", "noise", "dim", "steps", "batch", "rate", "momentum", "weight-decay", "input-noise",
  "warmup", "m-warmup", "seed", "width", "limit", "azimuth", "elevation", "scale",
];
const TEXTS = ["loss", "data", "noise-kind", "network", "optimizer", "theme", "palette", "title"];
const LISTS = ["view", "class-names"];
/** Of the page itself. */
const OWN = ["hide", "lang", "large", "play", "step"];

/** Hyper-parameters of all losses: which take numbers, and which words. */
export function kinds(catalog) {
  const result = new Map();
  for (const name of NUMBERS) result.set(name, "number");
  for (const name of TEXTS) result.set(name, "word");
  for (const name of LISTS) result.set(name, "list");
  result.set("anneal", "numbers").set("classes", "classes").set("clip", "clip").set("bias", "flag");
  for (const entry of catalog) {
    for (const option of entry.options) result.set(option.name, option.words ? "word" : "number");
  }
  return result;
}

/** The value of an option as typed; `undefined` for what is none. */
export function value(kind, text) {
  const number = text.trim() === "" ? NaN : Number(text);
  switch (kind) {
    case "number": return Number.isFinite(number) ? number : undefined;
    case "classes":
      return Number.isInteger(number) ? number
        : Number.isFinite(number) || !text ? undefined : text.split(",");
    case "clip": return text === "none" ? "none" : Number.isFinite(number) ? number : undefined;
    case "flag": return text === "yes" || text === "true" ? true
      : text === "no" || text === "false" ? false : undefined;
    case "numbers": {
      const numbers = text.split(",").map(Number);
      return numbers.every(Number.isFinite) ? numbers : undefined;
    }
    case "list": return text ? text.split(",") : undefined;
    default: return text || undefined;
  }
}

/** A value as it is typed. */
export function typed(value) {
  if (Array.isArray(value)) return value.join(",");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/**
 * Reads `#loss=arcface&m=0.5&b.loss=cosface&hide=share`: settings of both sides, what concerns the
 * page, and what it makes no sense of.
 */
export function readAddress(hash, known) {
  const result = { a: {}, b: null, page: {}, problems: [] };
  for (const part of hash.replace(/^#/, "").split("&").filter(Boolean)) {
    const [rawName, ...rest] = part.split("=");
    let name, text;
    try {
      name = decodeURIComponent(rawName);
      text = decodeURIComponent(rest.join("=").replace(/\+/g, " "));
    } catch {
      result.problems.push(part.slice(0, 40));
      continue;
    }
    if (OWN.includes(name)) {
      result.page[name] = text;
      continue;
    }
    const isSecond = name.startsWith("b.");
    const option = isSecond ? name.slice(2) : name;
    const read = known.has(option) ? value(known.get(option), text) : undefined;
    if (read === undefined) {
      result.problems.push(`${name}=${text}`.slice(0, 40));
      continue;
    }
    if (isSecond) result.b ??= {};
    (isSecond ? result.b : result.a)[option] = read;
  }
  return result;
}

/** The address of a state; the part after `#`. */
export function address({ a, b, page }) {
  const parts = [];
  const add = (name, value) => parts.push(
    `${encodeURIComponent(name)}=${encodeURIComponent(typed(value)).replace(/%2C/g, ",")}`);
  for (const [name, value] of Object.entries(a)) add(name, value);
  for (const [name, value] of Object.entries(b ?? {})) add(`b.${name}`, value);
  for (const [name, value] of Object.entries(page)) if (value) add(name, value);
  return parts.join("&");
}

/** A word as a shell reads it. */
function quoted(word) {
  return /^[\w.,:/=+-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}

/** The line that makes the same picture in a terminal. */
export function commandLine(settings, output) {
  const words = ["lossviz"];
  for (const [name, value] of Object.entries(settings)) {
    if (value === false) continue;
    words.push(`--${name}`);
    if (value !== true) words.push(quoted(typed(value)));
  }
  return [...words, "-o", quoted(output)].join(" ");
}
