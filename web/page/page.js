// What the page knows: what was chosen, and what follows from it for the core.
import { WORDS } from "./words.js";

export const $ = (id) => document.getElementById(id);
export const PAGE = JSON.parse($("settings").textContent);
/** What both sides have in common. */
const SHARED = ["data", "classes", "samples", "noise", "noise-kind", "seed", "steps", "batch", "rate",
  "dim", "network", "optimizer", "momentum", "weight-decay", "input-noise", "clip", "warmup", "bias",
  "azimuth", "elevation"];

export const page = {
  a: { ...PAGE.start }, b: null, own: { lang: PAGE.picture.lang }, catalog: [], files: [], labels: {}, words: WORDS.en,
  isPlaying: false, isBusy: false, wants: null, ahead: [], count: 5, sides: {}, lesson: null, rate: 0,
};
globalThis.lossviz = page; // for tests, and for the curious

export const isChinese = () => page.own.lang === "zh";
export const isDark = () => matchMedia("(prefers-color-scheme: dark)").matches;
export const sides = () => (page.b ? ["a", "b"] : ["a"]);
export const settingsOf = (side) => (side === "a" ? page.a : { ...sharedPart(page.a), ...page.b });
export const sharedPart = (all) => Object.fromEntries(Object.entries(all).filter(([name]) => SHARED.includes(name)));

/** Whether the features lie on a sphere, which can be turned. */
export const isSphere = () => page.a.dim === 3;

/** The file of the labels, where the samples are in one of their own. */
const labelsOf = ({ data }) => (page.labels[data] ? { labels: page.labels[data] } : {});

const WIDE = 900; // points: what two panels side by side are made for

/**
 * How wide a picture is to be laid out, so that its words are as large as those of the page; nothing
 * where there is room for all of it.
 */
function room(side) {
  const em = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const width = Math.round((page.sides[side].canvas.clientWidth * 16) / em / 20) * 20;
  return width > 0 && width < WIDE ? { "shown-width": Math.max(240, width) } : {};
}

/** All that the core is told of a side: data that are made up need their numbers said. */
export function wishes(side) {
  const own = settingsOf(side);
  const made = (own.data ?? "identities") === "identities" ? PAGE.usual : {};
  const picture = { ...PAGE.picture, theme: PAGE.picture.theme === "dark" || isDark() ? "dark" : "light" };
  const all = { data: "identities", ...made, ...picture, ...own, ...labelsOf(own) };
  const narrow = { ...room(side), ...(matchMedia("(max-width: 37rem)").matches ? { "shown-view": ["features"] } : {}) };
  delete all.lang;
  if (isChinese()) all.lang = "zh";
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
  delete all.lang;
  if (isChinese()) all.lang = "zh";
  return all;
}
