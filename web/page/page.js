// What the page knows: what was chosen, and what follows from it for the core.
import { WORDS } from "./words.js";

export const $ = (id) => document.getElementById(id);
export const PAGE = JSON.parse($("settings").textContent);
/** What both sides have in common. */
const SHARED = ["data", "classes", "samples", "noise", "noise-kind", "seed", "steps", "batch", "rate",
  "dim", "network", "optimizer", "momentum", "weight-decay", "clip", "warmup", "bias"];

export const page = {
  a: { ...PAGE.start }, b: null, own: {}, catalog: [], files: [], labels: {}, words: WORDS.en,
  isPlaying: false, isBusy: false, wants: null, count: 5, sides: {}, lesson: null, rate: 0,
};
globalThis.lossviz = page; // for tests, and for the curious

export const isDark = () => matchMedia("(prefers-color-scheme: dark)").matches;
export const sides = () => (page.b ? ["a", "b"] : ["a"]);
export const settingsOf = (side) => (side === "a" ? page.a : { ...sharedPart(page.a), ...page.b });
export const sharedPart = (all) => Object.fromEntries(Object.entries(all).filter(([name]) => SHARED.includes(name)));

/** The file of the labels, where the samples are in one of their own. */
const labelsOf = ({ data }) => (page.labels[data] ? { labels: page.labels[data] } : {});

/** All that the core is told of a side: data that are made up need their numbers said. */
export function wishes(side) {
  const own = settingsOf(side);
  const made = (own.data ?? "identities") === "identities" ? PAGE.usual : {};
  const picture = { ...PAGE.picture, theme: PAGE.picture.theme === "dark" || isDark() ? "dark" : "light" };
  const all = { data: "identities", ...made, ...picture, ...own, ...labelsOf(own) };
  const narrow = matchMedia("(max-width: 37rem)").matches ? { "shown-view": ["features"] } : {};
  return {
    ...all, ...narrow, order: PAGE.order,
    picture: Object.keys(all).filter((name) => PAGE.order.includes(name)),
  };
}

/** What is typed for a side: nothing that is so anyway. */
export function typedSettings(side) {
  const own = settingsOf(side);
  const all = { ...own, ...labelsOf(own) };
  for (const [name, value] of Object.entries(PAGE.picture)) {
    const usual = { theme: "light", scale: 2, view: "features,angles" }[name];
    if (String(value) !== String(usual)) all[name] ??= value;
  }
  if (wishes(side).theme === "dark") all.theme = "dark";
  return all;
}
