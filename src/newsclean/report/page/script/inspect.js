// What a change is: shown beside its span on hover and on focus, and it stays while the pointer is on it.

let current = null; // the open record
let told = null; // the span that the tip tells of
let hiding = 0;

const spanAt = (place) => document.querySelector(`.source > .span[data-place="${place}"]`);
const spanOf = (node) => current.spans[Number(node.dataset.place)];

function showTip(node) {
  clearTimeout(hiding);
  told = node;
  const tip = byId("tip");
  const span = spanOf(node);
  const rule = RULES.get(span.rule);
  fill(tip, el("p", { class: "tip-kind" }, kindChip(span.kind), el("span", { class: "note" }, typeName(span))),
    el("p", { class: "tip-rule" }, el("a", { href: link("rules", { rule: span.rule }) }, el("code", {}, span.rule))),
    ruleSays(rule?.what) ? el("p", {}, ruleSays(rule.what)) : null,
    span.after && span.type === "repaired" ? el("p", { class: "tip-after" }, excerpt(span.text, 20), " → ", el("b", {}, excerpt(span.after, 40))) : null,
    el("p", { class: "note" },
      span.confidence === null ? null : `${t("tip.confidence", { n: percent(span.confidence, 0) })} · `,
      t("tip.place", { start: number(span.start), end: number(span.end), n: number(span.end - span.start) })),
    span.type === "removed" ? button([t(isWrong(span) ? "tip.right" : "tip.wrong"), el("kbd", {}, "w")], () => judgeSpan(node), { class: "judge" }) : null);
  tip.hidden = false;
  placeTip(tip, node);
}

function placeTip(tip, node) {
  const boxes = node.getClientRects();
  const box = boxes[0] ?? node.getBoundingClientRect();
  const last = boxes[boxes.length - 1] ?? box;
  const above = last.bottom + tip.offsetHeight + 8 > innerHeight && box.top > tip.offsetHeight + 8;
  tip.style.left = `${Math.max(8, Math.min(last.left, innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${above ? box.top - tip.offsetHeight - 6 : last.bottom + 6}px`;
}

function hideTip() {
  byId("tip").hidden = true;
}

function hideSoon() {
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    const focused = document.activeElement?.closest?.(".source > .span");
    if (focused && focused !== told) showTip(focused);
    else if (!focused) hideTip();
  }, 160);
}

const isWrong = (span) => Boolean(verdicts.find(keepVerdict(current, span)));

function judgeSpan(node) {
  const span = spanOf(node);
  if (span.type !== "removed") return say(t("verdict.repairs-stay"));
  const isNew = verdicts.toggle(keepVerdict(current, span));
  return say(t(isNew ? "verdict.kept" : "verdict.taken-back"));
}

function watchSpans(view) {
  const over = (event) => event.target.closest?.(".source > .span");
  view.addEventListener("mouseover", (event) => over(event) && showTip(over(event)));
  view.addEventListener("mouseout", (event) => over(event) && hideSoon());
  view.addEventListener("focusin", (event) => over(event) && (rove(over(event)), showTip(over(event))));
  view.addEventListener("focusout", (event) => over(event) && hideSoon());
  view.addEventListener("click", (event) => over(event) && getSelection().isCollapsed && over(event).focus());
  byId("tip").addEventListener("mouseenter", () => clearTimeout(hiding));
  byId("tip").addEventListener("focusin", () => clearTimeout(hiding));
  byId("tip").addEventListener("mouseleave", hideSoon);
  addEventListener("scroll", () => byId("tip").hidden || placeTip(byId("tip"), told), { passive: true, capture: true });
}

// One span alone is a tab stop: the others are reached by n and p.
function rove(node) {
  for (const other of document.querySelectorAll('.source > .span[tabindex="0"]')) other.tabIndex = -1;
  node.tabIndex = 0;
  current.at = Number(node.dataset.place);
}

function focusSpan(place) {
  const node = spanAt(place);
  if (!node) return false;
  node.scrollIntoView({ block: "nearest" });
  node.focus({ preventScroll: true });
  requestAnimationFrame(() => showTip(node));
  return true;
}

// Repairs that run through a whole text are stepped over, unless nothing else is there or they are asked for.
const RUNNING = new Set(["script", "width", "spacing", "invisible"]);

function stepSpan(by, kind) {
  if (!current) return false;
  const asked = filterOf(current.asked);
  const wanted = kind ? (span) => span.kind === kind
    : asked.kind || asked.rule ? (span) => (!asked.kind || span.kind === asked.kind) && (!asked.rule || span.rule === asked.rule)
      : (span) => !RUNNING.has(span.kind);
  const all = current.spans.map((span, place) => ({ span, place }));
  const some = all.filter(({ span }) => wanted(span));
  const stops = some.length ? some : kind ? [] : all;
  const from = current.at ?? (by > 0 ? -1 : Infinity);
  const next = by > 0 ? stops.find(({ place }) => place > from) ?? (kind && stops[0]) : stops.findLast(({ place }) => place < from);
  if (!next) return false;
  return focusSpan(next.place);
}

// The selection as places of the source: of the source side, or of the article, whose text knows where it came from.
function selected() {
  const selection = getSelection();
  if (!current || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const nodes = textsIn(range).map((node) => ({ node, at: placed.get(node) })).filter(({ at }) => at);
  if (!nodes.length) return null;
  const isWhole = ({ node, at }) => at.to - at.from === node.data.length;
  const [first, last] = [nodes[0], nodes.at(-1)];
  const from = first.at.from + (first.node === range.startContainer && isWhole(first) ? range.startOffset : 0);
  const to = last.node === range.endContainer && isWhole(last) ? last.at.from + range.endOffset : last.at.to;
  return from < to ? { start: current.places.toSource(from), end: current.places.toSource(to, true) } : null;
}

function textsIn(range) {
  const root = range.commonAncestorContainer;
  if (root.nodeType === Node.TEXT_NODE) return [root];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (range.intersectsNode(walker.currentNode)) nodes.push(walker.currentNode);
  return nodes.filter((node) => !(node === range.endContainer && range.endOffset === 0));
}

function markNoise() {
  const paragraph = document.activeElement?.closest?.(".article > p");
  if (getSelection().isCollapsed && paragraph) getSelection().selectAllChildren(paragraph);
  const place = selected();
  if (!place || /^\s*$/.test(getSelection().toString())) return say(t("verdict.select-first"));
  const isNew = verdicts.toggle(noiseVerdict(current, place.start, place.end));
  getSelection().removeAllRanges();
  return say(t(isNew ? "verdict.noted" : "verdict.taken-back"));
}
