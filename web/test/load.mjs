// Loads the core in node as the page does in a browser.
import { readFileSync } from "node:fs";
import { Core } from "../page/core.js";

/** @param folder with what web/build made, not gzipped; @param start the page's settings */
export async function load(folder) {
  const file = (name) => new Uint8Array(readFileSync(`${folder}/${name}`));
  const core = await Core.load({
    core: file("core.wasm"), kernels: file("kernels.wasm"), fused: file("kernels-fused.wasm"),
    advances: new Uint8Array(readFileSync(
      new URL("../../Sources/ResourceBytes/Resources/advances.bin", import.meta.url))),
  });
  return core;
}
