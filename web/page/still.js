// What a browser shows that cannot train: the picture of the command, why it stands still, and the
// command for what the address asks.
import { commandLine, readAddress, typed } from "./state.js";
import { embedded } from "./engine.js";
import { unpacked } from "./unpack.js";
import { $, PAGE, isChinese, page, settingsOf } from "./page.js";
import { showWords } from "./display.js";

/** Whether the picture shows something else than these settings say. */
function isOther(settings) {
  const shown = PAGE.still?.settings ?? {};
  return Object.entries(settings).some(([name, value]) => {
    const [own, wanted] = [typed(shown[name] ?? ""), typed(value)];
    return own !== wanted && !(own !== "" && Number(own) === Number(wanted));
  });
}

function sayStill() {
  const { words } = page;
  const asksOther = Boolean(page.b) || isOther(page.a);
  const commands = (page.b ? ["a", "b"] : ["a"]).map((side) => {
    const own = settingsOf(side);
    return commandLine(own, `${own.loss}.svg`);
  });
  const [fits, other] = $("still").hidden ? ["", ""] : [words.stillFits, words.stillOther];
  $("problem").textContent = [words.noWasm, asksOther ? other : fits, words.commandFor].filter(Boolean).join(" ");
  $("problem").hidden = false;
  $("still-commands").replaceChildren(...commands.map((line) => {
    const code = document.createElement("code");
    code.textContent = line;
    const item = document.createElement("li");
    item.append(code);
    return item;
  }));
}

async function showStill() {
  if (!PAGE.still) return;
  const picture = $("still-picture");
  const bytes = await unpacked(embedded("still-svg"));
  Object.assign(picture, { alt: PAGE.still.alt, width: PAGE.still.width, height: PAGE.still.height });
  picture.src = URL.createObjectURL(new Blob([bytes], { type: "image/svg+xml" }));
  $("still").hidden = false;
}

/** Puts the picture in the place of all that trains. */
export async function standStill() {
  page.isStill = true;
  document.body.classList.add("still");
  const read = readAddress(location.hash, new Map(PAGE.order.map((name) => [name, "word"])));
  page.a = { ...page.a, ...read.a };
  page.b = read.b && { loss: "softmax", ...read.b };
  page.own = { ...page.own, ...read.page };
  $("language").onclick = () => {
    page.own.lang = isChinese() ? "en" : "zh";
    showWords();
    sayStill();
  };
  showWords();
  // A browser without a means to unpack it has the sentence and the command.
  await showStill().catch(() => {});
  sayStill();
}
