// Controls made from the registry of losses: names, ranges and words are the core's.

/** An element with properties and children. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made && key !== "list") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

let count = 0;

function chooser(label, options, value, change, groups) {
  const id = `control-${++count}`;
  const option = ([key, text]) => element("option", { value: key, selected: key === value }, text);
  const children = groups
    ? groups.map(([title, own]) => element("optgroup", { label: title }, ...own.map(option)))
    : options.map(option);
  const select = element("select", { id, onchange: () => change(select.value) }, ...children);
  return element("div", { className: "control" }, element("label", { htmlFor: id }, label), select);
}

/** Where a slider ends: all of a narrow range, else what is of interest. */
function reach(option) {
  if (option.upper - option.lower <= 20) return [option.lower, option.upper];
  return [option.lower, Math.max(4 * option.default, option.lower + 4)];
}

/** @param bound the largest value that can be satisfied; `null` for none */
function slider(label, help, range, value, change, { bound = null, step, words } = {}) {
  const id = `control-${++count}`;
  const [lower, upper] = range;
  const size = step ?? Math.max(1e-4, 10 ** Math.floor(Math.log10((upper - lower) / 100)));
  const bar = element("input", {
    type: "range", min: lower, max: upper, step: size, value, "aria-label": label,
  });
  const box = element("input", { type: "number", id, step: "any", value });
  const note = element("small");
  const track = element("div", { className: "slider" }, bar);
  const explain = () => {
    const isOver = bound !== null && Number(box.value) > bound + 1e-12;
    note.className = isOver ? "over" : "";
    note.textContent = isOver ? `${words.bound} ${+bound.toFixed(3)}: ${words.over}`
      : bound !== null ? `${words.bound} ${+bound.toFixed(3)}. ${help}` : help;
  };
  if (bound !== null && bound >= lower && bound <= upper) {
    const share = (bound - lower) / (upper - lower);
    const mark = element("span", { className: "bound", title: words.bound });
    // A slider's thumb, of half an em on either side, stays inside.
    mark.style.left = `calc(${(100 * share).toFixed(2)}% + ${(8 - 16 * share).toFixed(1)}px)`;
    track.append(mark);
  }
  bar.oninput = () => {
    box.value = bar.value;
    explain();
    change(Number(bar.value), false);
  };
  bar.onchange = () => change(Number(bar.value), true);
  box.onchange = () => {
    if (box.value === "" || !Number.isFinite(Number(box.value))) return;
    bar.value = box.value;
    explain();
    change(Number(box.value), true);
  };
  explain();
  return element("div", { className: "control" },
    element("label", { htmlFor: id }, label), track, box, note);
}

/** The loss of one side and its hyper-parameters. */
export function lossControls(form, { catalog, settings, words, title, change }) {
  const entry = catalog.find((one) => one.name === settings.loss) ?? catalog[0];
  const groups = ["softmax", "margin", "metric"].map((group) => [
    words[group], catalog.filter((one) => one.group === group).map((one) => [one.name, one.title]),
  ]);
  const rows = [
    element("h2", {}, title),
    chooser(words.loss, [], entry.name, (loss) => change({ loss }, true), groups),
    element("small", {}, `${entry.summary}. ${entry.formula}`),
  ];
  for (const option of entry.options) {
    const value = settings[option.name] ?? option.default;
    const label = option.symbol === option.name ? option.name : `${option.symbol} (${option.name})`;
    if (option.words) {
      rows.push(chooser(label, option.words.map((word) => [word, word]), value,
        (word) => change({ [option.name]: word }, true)));
    } else {
      rows.push(slider(label, `${option.help}; ${option.allowed}`, reach(option), value,
        (number, isLast) => change({ [option.name]: number }, isLast),
        { bound: option.name === "m" ? entry.bound : null, step: option.isInteger ? 1 : undefined, words }));
    }
  }
  form.replaceChildren(...rows);
  return entry;
}

/** Data and training, which both sides share. */
export function sharedControls(form, { settings, usual, files, words, view, look, change, take }) {
  const rows = [element("h2", {}, words.dataTitle)];
  const data = settings.data ?? "identities";
  const names = [["identities", words.identities], ["digits", words.digits], ...files.map((name) => [name, name])];
  rows.push(chooser(words.data, names, data, (name) => change({ data: name }, true)));
  const picker = element("input", { type: "file", id: "file", accept: ".csv,.tsv,.txt,.npy", multiple: true });
  picker.onchange = () => picker.files[0] && take(picker.files);
  const paste = element("textarea", { id: "paste", rows: 1 });
  paste.onchange = () => paste.value.trim() && take([new File([paste.value], "pasted.csv")]);
  rows.push(
    element("div", { className: "control" }, element("label", { htmlFor: "file" }, words.file), picker),
    element("div", { className: "control" }, element("label", { htmlFor: "paste" }, words.paste), paste));
  const number = (name, label, range, value, step) => rows.push(
    slider(label, "", range, settings[name] ?? value,
      (chosen, isLast) => isLast && change({ [name]: chosen }, true), { step, words }));
  if (!Array.isArray(settings.classes)) {
    number("classes", words.classes, [2, data === "digits" ? 10 : 20], data === "digits" ? 10 : usual.classes, 1);
  }
  if (data === "identities") number("samples", words.samples, [10, 1000], usual.samples, 10);
  number("noise", words.noise, [0, 0.6], 0, 0.05);
  number("steps", words.steps, [50, 3000], usual.steps, 50);
  number("rate", words.rate, [0.005, 0.5], usual.rate, 0.005);
  number("seed", words.seed, [0, 100], 1, 1);
  rows.push(chooser(words.dim, [["2", "2"], ["3", "3"]], String(settings.dim ?? 2),
    (dim) => change({ dim: Number(dim) }, true)));
  for (const [name, range] of view ? [["azimuth", [-180, 180]], ["elevation", [-90, 90]]] : []) {
    rows.push(slider(words[name], "", range, view[name],
      (degrees, isLast) => look({ [name]: degrees }, isLast), { step: 1, words }));
  }
  form.replaceChildren(...rows);
}
