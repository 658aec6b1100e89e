// The keys; none is taken from a field that is written in, nor with Ctrl, Alt or Command.

const KEYS = {
  j: () => stepRecord(1),
  k: () => stepRecord(-1),
  n: () => stepSpan(1) || stepRecord(1, true),
  p: () => stepSpan(-1) || stepRecord(-1),
  w: () => judgeFocused(),
  m: () => markNoise(),
  u: () => undoVerdict(),
  e: () => exportVerdicts(),
  "/": () => byId("q")?.focus() ?? go("records"),
  "?": () => showKeys(),
  1: () => go("overview"),
  2: () => go("records"),
  3: () => go("rules"),
  4: () => go("review"),
  Escape: () => hideTip(),
};
const SHOWN_KEYS = ["j", "k", "n", "p", "w", "m", "u", "e", "/", "1–4", "?"];

function judgeFocused() {
  const node = document.activeElement?.closest?.(".source > .span") ?? document.querySelector(".source > .span:hover") ?? spanAt(current?.at);
  if (node) judgeSpan(node);
  else say(t("verdict.step-first"));
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  if (event.target.closest?.("input, select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.target.closest?.(".article > p") && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    roveParagraph(event.target, event.key === "ArrowDown" ? "nextElementSibling" : "previousElementSibling");
  } else if (Object.hasOwn(KEYS, event.key)) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

function roveParagraph(node, side) {
  const next = node[side];
  if (!next) return;
  node.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function showKeys() {
  const dialog = byId("keys");
  const rows = SHOWN_KEYS.flatMap((key) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, t(`key.${key}`))]);
  fill(dialog, el("h2", {}, t("keys.title")), el("dl", {}, rows), el("p", { class: "note" }, t("keys.select")),
    button(t("keys.close"), () => dialog.close(), { class: "main", autofocus: true }));
  dialog.showModal();
}
