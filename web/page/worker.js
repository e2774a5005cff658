// Trains apart from the page, so that it stays quick. One request, one answer, by its number.
import { Core } from "./core.js";
import { unpacked } from "./unpack.js";

let core, files;
const sessions = new Map();
/** All data, by their names, for a core that takes the place of one that broke. */
const kept = new Map();

const ACTIONS = {
  async start({ files: packed, data }) {
    const names = Object.keys(packed);
    const contents = await Promise.all(names.map((name) => unpacked(packed[name])));
    files = Object.fromEntries(names.map((name, i) => [name, contents[i]]));
    core = await Core.load(files);
    for (const set of data) add(await readable(set));
    return { fuses: core.fuses };
  },
  add: ({ data }) => add(data),
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
    const goesOn = session?.change(wishes) ?? false;
    return { goesOn, ...(goesOn ? view(session) : {}) };
  },
  advance({ side, count }) {
    const session = sessions.get(side);
    const start = performance.now();
    session.step(count);
    const stepping = performance.now() - start;
    return { ...view(session, true), stepping, looking: performance.now() - start - stepping };
  },
  /** The same under another look: light or dark. */
  samples: ({ side }) => sessions.get(side).samples(),
  report: ({ side }) => sessions.get(side).report(),
  touch: ({ side, label, x, y }) => sessions.get(side).touch(label, x, y),
  svg: ({ side, software, version }) => sessions.get(side).svg(software, version),
  bits: ({ side }) => sessions.get(side).bits(),
};

function view(session, isMoving = false) {
  const scene = session.scene();
  return { scene, report: session.report(isMoving) };
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

function add(data) {
  core.add(data);
  kept.set(data.fileName ?? data.name, data);
}

/** What broke is not used again: a core with the same data takes its place, without trainings. */
async function begin() {
  sessions.clear();
  core = null;
  core = await Core.load(files);
  for (const data of kept.values()) core.add(data);
}

/** Of memory that ended, here or in the core, and of a core that gave up for another reason. */
function isBroken(error) {
  // Where there is no WebAssembly at all, nothing of it can be named.
  return error instanceof RangeError || error instanceof (globalThis.WebAssembly?.RuntimeError ?? RangeError);
}

let queue = Promise.resolve();

self.onmessage = ({ data: { id, action, ...rest } }) => {
  queue = queue.then(async () => {
    try {
      if (files && !core) await begin();
      self.postMessage({ id, value: await ACTIONS[action](rest) });
    } catch (error) {
      const isTrap = isBroken(error);
      const isShort = isTrap && (error instanceof RangeError || !core || core.isShort);
      if (isTrap) await begin().catch(() => {});
      self.postMessage({
        id, error: { message: error.message, hint: error.hint ?? "", isTrap, isShort },
      });
    }
  });
};
