// A page in headless Chromium, driven through a pipe.
import { spawn } from "node:child_process";
import { join } from "node:path";

export class Chromium {
  /** @param folder for what the browser keeps; @param flags of its own */
  static async launch(folder, flags = []) {
    const browser = new Chromium();
    browser.process = spawn("chromium", [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
      `--user-data-dir=${join(folder, `user${flags.length}`)}`, ...flags, "about:blank",
    ], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    browser.listen();
    const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    browser.session = sessionId;
    for (const domain of ["Page", "Runtime", "Network", "Log"]) await browser.call(`${domain}.enable`);
    return browser;
  }

  count = 0;
  waiting = new Map();
  requests = [];
  errors = [];

  listen() {
    let rest = "";
    this.process.stdio[4].on("data", (data) => {
      const parts = (rest + data).split("\0");
      rest = parts.pop();
      for (const part of parts) this.take(JSON.parse(part));
    });
  }

  take({ id, error, result, method, params }) {
    if (id) {
      const { resolve, reject } = this.waiting.get(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    } else if (method === "Network.requestWillBeSent") this.requests.push(params.request.url);
    else if (method === "Runtime.exceptionThrown") this.errors.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    else if (method === "Log.entryAdded" && params.entry.level === "error") this.errors.push(params.entry.text);
  }

  send(method, params = {}, sessionId) {
    const id = ++this.count;
    this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  call(method, params) {
    return this.send(method, params, this.session);
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.call("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async until(expression, what, seconds = 120) {
    const end = Date.now() + 1000 * seconds;
    while (!(await this.evaluate(expression))) {
      if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s; ${await this.evaluate("document.getElementById('problem').textContent")}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async end() {
    this.process.kill();
    await new Promise((resolve) => this.process.on("exit", resolve));
  }
}
