// Prints the sample that a WebAssembly module draws: node run.mjs FILE.wasm
import { readFileSync } from "node:fs";

const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]), {});
const start = instance.exports.sample() >>> 0;
const memory = instance.exports.memory.buffer;
const count = new DataView(memory).getUint32(start, true);
process.stdout.write(new Uint8Array(memory, start + 4, count));
