// A kind has a hue and a pattern: kinds of one family are near in hue and apart in pattern, so that neither is needed.

const KINDS = {
  navigation: [212, 62, "rising"],
  engagement: [190, 65, "dots"],
  related: [232, 58, "upright"],
  link_farm: [256, 55, "grid"],
  duplicate: [278, 45, "level"],
  title: [150, 48, "plain"],
  byline: [128, 42, "rising"],
  dateline: [168, 50, "level"],
  disclaimer: [38, 80, "falling"],
  copyright: [50, 75, "level"],
  reprint_notice: [26, 78, "dots"],
  advertisement: [4, 72, "grid"],
  injected_keyword: [340, 70, "rising"],
  markup: [220, 8, "upright"],
  profile: [300, 45, "falling"],
  mojibake: [288, 55, "grid", "wavy"],
  gbk_shift: [316, 55, "falling", "wavy"],
  pinyin_gloss: [332, 55, "dots", "dashed"],
  entity: [18, 60, "upright", "dashed"],
  invisible: [220, 10, "dots", "dotted"],
  width: [200, 45, "level", "dotted"],
  spacing: [220, 10, "plain", "dotted"],
  script: [180, 60, "rising", "solid"],
};
const MOVED = new Set(["title", "byline", "dateline"]);
const ANGLES = { rising: -Math.PI / 4, falling: Math.PI / 4, level: 0, upright: Math.PI / 2 };

const kindLook = (kind) => (Object.hasOwn(KINDS, kind) ? KINDS[kind] : [220, 20, "falling"]);

function swatch(kind) {
  const [hue, saturation, pattern] = kindLook(kind);
  const vars = { "--h": hue, "--s": `${saturation}%` };
  return el("span", { class: `swatch pattern-${pattern}`, vars, "aria-hidden": "true" });
}

function kindChip(kind, ...more) {
  return el("span", { class: "kind" }, swatch(kind), kindName(kind), more);
}

const isDark = () => getComputedStyle(document.documentElement).getPropertyValue("--dark").trim() === "1";

function plotColour(kind) {
  const [hue, saturation] = kindLook(kind);
  return `hsl(${hue},${Math.round(saturation * 0.7)}%,${isDark() ? 58 : 54}%)`;
}

function plotPattern(name) {
  const color = isDark() ? "rgba(0,0,0,.38)" : "rgba(255,255,255,.5)";
  if (name === "plain") return { symbol: "none" };
  if (name === "dots") return { symbol: "circle", color, symbolSize: 0.7, dashArrayX: [[0, 5], [3, 2]], dashArrayY: [4, 0] };
  if (name === "grid") return { symbol: "rect", color, symbolSize: 0.9, dashArrayX: [4, 3], dashArrayY: [4, 3], rotation: Math.PI / 4 };
  return { symbol: "rect", color, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: ANGLES[name] };
}
