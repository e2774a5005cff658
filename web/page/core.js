// The compiled core: loads it, hands values over, reads answers back. Nothing here knows the page.

const PAGES = 512; // of 64 KB: what the default training needs, without growing
const MOST_PAGES = 16_384; // 1 GB: more is not for a page to take

/** The kernels with fused products where the browser fuses, else those that sum exactly. */
async function kernelsFor(memory, files) {
  const imports = { env: { memory } };
  try {
    const { instance } = await WebAssembly.instantiate(files.fused, imports);
    const step = 2 ** -12;
    const rest = instance.exports.lvFuse(1 + step, 1 + step, -(1 + 2 * step));
    if (rest === 2 ** -24) return { instance, fuses: true };
  } catch {
    // A browser without relaxed SIMD refuses the module as a whole.
  }
  const { instance } = await WebAssembly.instantiate(files.kernels, imports);
  return { instance, fuses: false };
}

/** Why something could not be done, with what to do about it. */
export class Refusal extends Error {
  constructor(text) {
    const [message, hint = ""] = text.split("\n");
    super(message);
    this.hint = hint;
  }
}

export class Core {
  /** @param files core, kernels, fused and advances, as bytes; @param most pages of memory */
  static async load(files, most = MOST_PAGES) {
    const memory = new WebAssembly.Memory({ initial: Math.min(PAGES, most), maximum: most });
    const { instance: kernels, fuses } = await kernelsFor(memory, files);
    const { instance } = await WebAssembly.instantiate(files.core, {
      env: { memory, ...kernels.exports },
    });
    const made = new Core(instance.exports, memory, fuses);
    made.place = made.lend([files.advances], (place) => made.x.lvCore(place, files.advances.length));
    return made;
  }

  constructor(exports, memory, fuses) {
    this.x = exports;
    this.memory = memory;
    this.fuses = fuses;
  }

  /** Whether it ended because it asked for more memory than there is. */
  get isShort() {
    return this.x.lvIsShort() !== 0;
  }

  /** Calls with places in the core's memory that hold these bytes for as long as the call lasts. */
  lend(blocks, call) {
    const places = blocks.map((block) => {
      const bytes = new Uint8Array(block.buffer ?? block, block.byteOffset ?? 0, block.byteLength);
      const place = this.x.malloc(Math.max(16, bytes.length)) >>> 0;
      new Uint8Array(this.memory.buffer, place, bytes.length).set(bytes);
      return place;
    });
    const result = call(...places);
    // After a trap nothing is given back: nothing of the core is used then.
    for (const place of places) this.x.free(place);
    return result;
  }

  answer() {
    const size = this.x.lvAnswerSize(this.place) >>> 0;
    const place = this.x.lvAnswer(this.place) >>> 0;
    const bytes = new Uint8Array(this.memory.buffer, place, size).slice();
    this.x.free(place);
    return bytes;
  }

  text() {
    return new TextDecoder().decode(this.answer());
  }

  catalog(classes) {
    this.x.lvCatalog(this.place, classes);
    return JSON.parse(this.text());
  }

  /** @param data name, title, classNames, values, labels (Int32Array), columns, and for images
   *   imageSize; for a file fileName, sha256, what its numbers are (`bytes`, `floats`, `doubles`: then
   *   the values are a Float64Array, else a Float32Array) and its shape, for labels in one of their own
   *   labelsName and labelsSha256 */
  add(data) {
    const lines = [
      data.name, data.title, data.classNames.map(plain).join("\x1f"), data.fileName ?? "",
      data.sha256 ?? "", data.kind ?? "", data.shape?.join(",") ?? "", data.labelsName ?? "",
      data.labelsSha256 ?? "",
    ];
    const text = new TextEncoder().encode(lines.join("\n"));
    const [rows, columns] = data.imageSize ?? [0, 0];
    this.lend([text, data.values, data.labels], (words, values, labels) => {
      this.x.lvData(
        this.place, words, text.length, values, labels, data.labels.length, data.columns, rows,
        columns);
    });
  }

  /** Calls with wishes (option → number, text, flag or list) as the core reads them. */
  wish(wishes, call) {
    const numbers = [];
    const lines = Object.entries(wishes).map(([name, value]) => {
      if (typeof value === "number") return `${name}\tn\t${numbers.push(value) - 1}`;
      if (typeof value === "boolean") return `${name}\tf\t${value ? 1 : 0}`;
      if (Array.isArray(value) && value.every((item) => typeof item === "number")) {
        return `${name}\tm\t${value.map((item) => numbers.push(item) - 1).join("\x1f")}`;
      }
      if (Array.isArray(value)) return `${name}\tl\t${value.map(plain).join("\x1f")}`;
      return `${name}\tw\t${plain(value)}`;
    });
    const text = new TextEncoder().encode(lines.join("\n"));
    const values = new Float64Array(numbers.length ? numbers : [0]);
    return this.lend([text, values], (words, places) =>
      call(words, text.length, places, numbers.length));
  }

  /** A training; with `old` it takes over what that one has learned. */
  open(wishes, old) {
    const place = this.wish(wishes, (...given) =>
      this.x.lvOpen(this.place, ...given, old?.place ?? 0));
    if (!place) throw new Refusal(this.text());
    return new Session(this, place);
  }
}

/** Words on one line, without what would end a field. */
function plain(text) {
  return String(text).replace(/[\t\n\r\x1f]/g, " ");
}

const QUESTIONS = { scene: 0, report: 1, samples: 2, bits: 3, svg: 4 };

/** One training in the core. */
export class Session {
  constructor(core, place) {
    this.core = core;
    this.place = place;
  }

  close() {
    this.core.x.lvClose(this.place);
  }

  /** Whether the training could go on under other wishes as it is. */
  change(wishes) {
    const changed = this.core.wish(wishes, (...given) =>
      this.core.x.lvChange(this.place, this.core.place, ...given));
    if (changed < 0) throw new Refusal(this.core.text());
    return changed === 1;
  }

  /** @returns how many steps are done */
  step(count) {
    const done = this.core.x.lvStep(this.place, this.core.place, count);
    if (done < 0) throw new Refusal(this.core.text());
    return done;
  }

  ask(what, text = "") {
    const bytes = new TextEncoder().encode(text);
    const failed = this.core.lend([bytes], (place) =>
      this.core.x.lvAsk(this.place, this.core.place, QUESTIONS[what], place, bytes.length));
    if (failed) throw new Refusal(this.core.text());
    return this.core.answer();
  }

  /** The picture as the core draws it, for draw.js. */
  scene() {
    return this.ask("scene");
  }

  /** @param isBrief whether what need not follow every picture is left out */
  report(isBrief = false) {
    return JSON.parse(new TextDecoder().decode(this.ask("report", isBrief ? "brief" : "")));
  }

  /** The frame of the plane, half its side, and the samples in it. */
  samples() {
    const numbers = new Float32Array(this.ask("samples").buffer);
    const [x, y, width, height, limit, count] = numbers;
    const rows = Array.from({ length: count }, (_, index) => {
      const [isTest, row, label, predicted, px, py] = numbers.subarray(6 + 6 * index);
      return { isTest: isTest === 1, row, label, predicted, x: px, y: py };
    });
    return { frame: { x, y, width, height }, limit, rows };
  }

  touch(label, x, y) {
    this.core.x.lvTouch(this.place, this.core.place, label, x, y);
    return JSON.parse(this.core.text());
  }

  /** @param software of the metadata; empty for none */
  svg(software, version) {
    return this.ask("svg", `${software}\n${version}`);
  }

  /** Weights, test features and training features of a finished training. */
  bits() {
    return new Float64Array(this.ask("bits").buffer);
  }
}
