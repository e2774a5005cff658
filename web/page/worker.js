// Trains apart from the page, so that it stays quick. One request, one answer, by its number.
import { Core, unpacked } from "./core.js";

let core;
const sessions = new Map();

const ACTIONS = {
  async start({ files, data }) {
    const names = Object.keys(files);
    const contents = await Promise.all(names.map((name) => unpacked(files[name])));
    core = await Core.load(Object.fromEntries(names.map((name, i) => [name, contents[i]])));
    for (const set of data) core.add(await readable(set));
    return { fuses: core.fuses };
  },
  async add({ data }) {
    core.add(data);
  },
  catalog: ({ classes }) => core.catalog(classes),
  /** @param keeps whether what was learned is taken over */
  open({ side, wishes, keeps }) {
    const old = sessions.get(side);
    const made = core.open(wishes, keeps ? old : undefined);
    old?.close();
    sessions.set(side, made);
    return view(made);
  },
  change({ side, wishes }) {
    const session = sessions.get(side);
    const goesOn = session.change(wishes);
    return { goesOn, ...(goesOn ? view(session) : {}) };
  },
  advance({ side, count }) {
    const session = sessions.get(side);
    const start = performance.now();
    session.step(count);
    const stepping = performance.now() - start;
    return { ...view(session), stepping, looking: performance.now() - start - stepping };
  },
  /** The same under another look: light or dark. */
  samples: ({ side }) => sessions.get(side).samples(),
  touch: ({ side, label, x, y }) => sessions.get(side).touch(label, x, y),
  svg: ({ side, software, version }) => sessions.get(side).svg(software, version),
  bits: ({ side }) => sessions.get(side).bits(),
};

function view(session) {
  const scene = session.scene();
  return { scene, report: session.report() };
}

/** Data as the file of the page has them: gzipped numbers of four bytes, labels after them. */
async function readable(set) {
  const bytes = await unpacked(set.bytes);
  const rows = set.rows;
  return {
    ...set,
    values: new Float32Array(bytes.buffer, 0, rows * set.columns),
    labels: new Int32Array(bytes.buffer, 4 * rows * set.columns, rows),
  };
}

let queue = Promise.resolve();

self.onmessage = ({ data: { id, action, ...rest } }) => {
  queue = queue.then(async () => {
    try {
      self.postMessage({ id, value: await ACTIONS[action](rest) });
    } catch (error) {
      // Where there is no WebAssembly at all, nothing of it can be named.
      const isTrap = error instanceof RangeError || error instanceof (globalThis.WebAssembly?.RuntimeError ?? RangeError);
      self.postMessage({
        id, error: { message: error.message, hint: error.hint ?? "", isTrap },
      });
    }
  });
};
