// One record: its source with every change marked, and the article that is left beside it.

// Text nodes and where in the source they stand, so that what a person selects is known by its place.
const placed = new WeakMap();

function textNode(text, from, to) {
  const node = document.createTextNode(text);
  placed.set(node, { from, to });
  return node;
}

function showRecord(holder, record, asked) {
  const open = opened(record, head);
  const top = el("header", { class: "record-head" }, recordTitle(record), legend(open));
  const source = el("div", { class: "source", lang: languageOf(record.script.detected), tabindex: "-1" });
  const article = el("div", { class: "article", lang: languageOf(record.script.output) });
  fillSource(source, open);
  fillArticle(article, open);
  fill(holder, top,
    el("div", { class: "sides" },
      el("section", { class: "side" }, el("h3", {}, t("record.source")), source),
      el("section", { class: "side" }, el("h3", {}, t("record.clean")), article, metadata(record), flagList(open), changeList(open))),
    record.against ? difference(open) : "");
  open.source = source;
  open.asked = asked;
  return open;
}

const languageOf = (script) => (script === "traditional" ? "zh-Hant" : script === "simplified" ? "zh-Hans" : "zh");

function recordTitle(record) {
  const address = /^https?:\/\//i.test(record.url ?? "")
    ? el("a", { href: record.url, rel: "noreferrer noopener", target: "_blank" }, record.url) : record.url;
  const about = [record.id ?? `#${record.index + 1}`, t("list.kept", { n: percent(record.kept) })];
  return el("div", {}, el("h2", { lang: languageOf(record.script.output) }, titleOf(record)),
    el("p", { class: "note" }, about.join(" · "), address ? [" · ", address] : null));
}

function legend({ spans }) {
  const counts = new Map();
  for (const span of spans) counts.set(span.kind, (counts.get(span.kind) ?? 0) + 1);
  const chip = ([kind, count]) => el("li", {},
    el("button", { type: "button", class: "chip", title: t("record.next-of-kind"), onclick: () => stepSpan(1, kind) },
      kindChip(kind, el("span", { class: "count" }, number(count)))));
  return el("ul", { class: "legend", "aria-label": t("record.legend") }, [...counts].map(chip));
}

// What is drawn on the source beside its spans: flags and verdicts on kept text, gaps, verdicts on spans.
function drawnOn({ record, places }) {
  const judged = verdicts.of(record);
  const ranges = [...flagRanges(record, places), ...judged.filter(({ verdict }) => verdict === "noise").map(({ start, end }) =>
    ({ name: "noise", from: places.toHere(start), to: places.toHere(end), said: t("verdict.noise") }))];
  return {
    ranges,
    gaps: new Map(record.gaps.map(([start, end]) => [places.toHere(start), end - start])),
    wrong: new Set(judged.filter(({ verdict }) => verdict === "keep").map(({ start }) => start)),
  };
}

// A flag on most of a text says nothing of a place.
function flagRanges(record, places) {
  return record.flags.filter(([, start, end]) => end > start && end - start <= 200).slice(0, 500).map(([flag, start, end, detail]) =>
    ({ name: "flagged", from: places.toHere(start), to: places.toHere(end), said: `${flagName(flag)} ${detail}` }));
}

function fillSource(node, open) {
  const { record, spans } = open;
  const drawn = drawnOn(open);
  const parts = [];
  let done = 0;
  spans.forEach((span, place) => {
    parts.push(keptText(record, drawn, done, span.from), spanNode(span, place, drawn.wrong.has(span.start)));
    done = span.to;
  });
  fill(node, parts, keptText(record, drawn, done, record.source.length));
}

// Kept text, cut where something drawn on it begins or ends.
function keptText(record, { ranges, gaps }, from, to) {
  if (from >= to) return [];
  const here = ranges.filter((range) => range.from < to && range.to > from);
  const cuts = [...here.flatMap((range) => [range.from, range.to]), ...gaps.keys()].filter((cut) => cut > from && cut < to);
  const ends = [...new Set([from, ...cuts, to])].sort((one, other) => one - other);
  return ends.slice(0, -1).flatMap((start, i) => {
    const text = textNode(record.source.slice(start, ends[i + 1]), start, ends[i + 1]);
    const over = here.filter((range) => range.from <= start && start < range.to);
    const said = over.map((range) => range.said).join("; ");
    const part = over.length ? el("span", { class: classesOf(over, start), title: said }, text) : text;
    return gaps.has(start) ? [gapNode(gaps.get(start)), part] : [part];
  });
}

function classesOf(ranges, start) {
  return ranges.flatMap(({ name, from }) => (from === start ? [name, `${name}-start`] : [name])).join(" ");
}

const gapNode = (length) => el("span", { class: "gap", "data-said": t("record.gap", { n: number(length) }) });

function spanNode(span, place, judged) {
  const [hue, saturation, pattern, line] = kindLook(span.kind);
  const shape = span.type === "repaired" ? `repaired line-${line ?? "solid"}` : `removed pattern-${pattern}`;
  const unseen = UNSEEN.test(span.text) ? " unseen" : "";
  return el("span", {
    class: `span ${shape}${unseen}${MOVED.has(span.kind) ? " moved" : ""}${judged ? " kept" : ""}`,
    vars: { "--h": hue, "--s": `${saturation}%` }, tabindex: place === 0 ? "0" : "-1", role: "mark", "aria-describedby": "tip",
    "data-place": place, "data-label": unseen ? spelled(span.text) : kindName(span.kind),
    "data-after": span.after && span.type === "repaired" ? `→${excerpt(span.after, 20)}` : null,
  }, textNode(span.text, span.from, span.to));
}

function fillArticle(node, open) {
  const { record, spans } = open;
  if (record.text !== undefined) {
    fill(node, record.text.split("\n").map((line) => el("p", {}, line)));
    return;
  }
  const paragraphs = [el("p", { tabindex: "0" })];
  const put = (text, from, to) => text.split("\n").forEach((line, i) => {
    if (i) paragraphs.push(el("p", { tabindex: "-1" }));
    if (line) paragraphs.at(-1).append(to === undefined ? textNode(line, from, from + line.length) : textNode(line, from, to));
    if (to === undefined) from += line.length + 1;
  });
  const gaps = record.gaps.map(([start, end]) => [open.places.toHere(start), end - start]);
  let done = 0;
  const keep = (until) => {
    for (const [at, length] of gaps.filter(([at]) => at >= done && at < until)) {
      put(record.source.slice(done, at), done);
      paragraphs.at(-1).append(gapNode(length));
      done = at;
    }
    put(record.source.slice(done, until), done);
  };
  for (const span of spans) {
    keep(span.from);
    put(span.after, span.from, span.to);
    done = span.to;
  }
  keep(record.source.length);
  fill(node, paragraphs.filter((paragraph, i) => i === 0 || paragraph.firstChild));
}

function metadata(record) {
  const { byline = {}, dateline, encoding, script } = record;
  const people = ["authors", "reporters", "photographers", "editors", "contributors"];
  const rows = [
    ["title", record.title], ["published", record.published], ["source", byline?.source],
    ...people.map((role) => [role, (byline?.[role] ?? []).join("、")]),
    ["dateline", dateline && [dateline.agency, dateline.place, dateline.date].filter(Boolean).join(" · ")],
    ["script", script.detected && `${t(`script.${script.detected}`)} → ${t(`script.${script.output}`)}`],
    ["encoding", encoding.name && `${encoding.name} (${encoding.how})${encoding.replaced ? ` · ${t("record.lost", { n: encoding.replaced })}` : ""}`],
  ].filter(([, value]) => value);
  return el("section", {}, el("h3", {}, t("record.metadata")),
    el("dl", { class: "metadata" }, rows.flatMap(([name, value]) => [el("dt", {}, t(`field.${name}`)), el("dd", {}, String(value))])));
}

function flagList({ record, places }) {
  if (!record.flags.length) return null;
  const row = ([flag, start, end, detail]) => el("li", {}, el("strong", {}, flagName(flag)), " ",
    el("q", {}, excerpt(record.source.slice(places.toHere(start), places.toHere(end)), 24)), detail ? el("small", {}, ` ${detail}`) : null);
  return el("section", {}, el("h3", {}, t("record.flags")), el("ul", { class: "flags" }, record.flags.map(row)));
}

// All changes as a list: what print and readers get in place of a hover. Equal repairs stand once.
function changeList(open) {
  const rows = new Map();
  open.spans.forEach((span, place) => {
    const key = span.type === "repaired" ? `${span.rule}\n${span.text}\n${span.after}` : place;
    if (!rows.has(key)) rows.set(key, { span, place, count: 0 });
    rows.get(key).count += 1;
  });
  const row = ({ span, place, count }) => el("li", {},
    el("button", { type: "button", class: "change", onclick: () => focusSpan(place) },
      kindChip(span.kind), el("code", {}, span.rule),
      el("span", { class: "text" }, excerpt(span.text, 48), span.after ? ` → ${excerpt(span.after, 24)}` : "", count > 1 ? ` ×${number(count)}` : "")));
  return el("details", { class: "changes" }, el("summary", {}, t("record.changes", { n: number(open.spans.length) })),
    el("ol", {}, [...rows.values()].map(row)));
}
