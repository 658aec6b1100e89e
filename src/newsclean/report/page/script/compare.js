// Two runs side by side: how many records differ, which kinds and rules take more or less, and each difference.

function showCompare(view) {
  const { against, totals } = head;
  const changed = records.filter((record) => record.against);
  fill(view, el("header", { class: "view-head" }, el("h1", {}, t("nav.compare")),
      el("p", { class: "note" }, t("compare.note", { title: against.title }))),
    el("dl", { class: "tiles" },
      ["changed", "added", "gone"].map((name) => el("div", { class: "tile" }, el("dt", {}, t(`compare.${name}`)), el("dd", {}, number(against.records[name] ?? 0)))),
      ["kept", "removed", "repaired", "flags"].map((name) => el("div", { class: "tile" }, el("dt", {}, t(`total.${name}`)),
        el("dd", {}, number(totals[name]), el("small", {}, signed(totals[name] - against.totals[name])))))),
    el("div", { class: "cards" },
      card("by-kind", changeRows(against.by_kind, "kind"), pairs, ["kind", "before", "now", "change"]),
      card("by-rule", changeRows(against.by_rule, "rule"), pairs, ["rule", "before", "now", "change"])),
    el("section", {}, el("h2", {}, t("compare.records")),
      el("p", {}, el("a", { href: link("records", { changed: 1 }) }, t("compare.all", { n: number(changed.length) }))),
      el("ol", { class: "changed" }, changed.slice(0, 50).map((record) => el("li", {},
        el("a", { href: link("records", { changed: 1, r: record.at }) }, titleOf(record)))))));
}

const signed = (value) => (value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : "±0");

function changeRows(rows, key) {
  const size = (row) => Math.abs(row.after - row.before);
  return rows.filter(size).sort((one, other) => size(other) - size(one)).slice(0, 15).map((row) => ({
    label: key === "kind" ? kindName(row.key) : row.key, before: row.before, after: row.after,
    colour: key === "kind" ? plotColour(row.key) : null, href: link("records", { [key]: row.key }),
    cells: [number(row.before), number(row.after), signed(row.after - row.before)],
  }));
}

// A record in two runs: the paragraphs of either article, and the changes that only one of them made.
function difference(open) {
  const { record } = open;
  const now = record.text ?? textOf(open);
  const lines = compared(record.against.text.split("\n"), now.split("\n"));
  const sign = { same: " ", gone: "−", come: "+" };
  const line = ([state, text]) => el("p", { class: state }, el("span", { class: "sign", "aria-label": t(`compare.${state}`) }, sign[state]), text);
  return el("section", { class: "difference" }, el("h3", {}, t("compare.difference")),
    el("div", { class: "article lines" }, lines.map(line)), record.against.moved ? el("p", { class: "note" }, t("compare.moved")) : spanDifference(open));
}

function spanDifference({ record, spans }) {
  const then = unpack(record.against.spans, head.table);
  const key = (span) => [span.start, span.end, span.kind, span.rule, span.after].join("\n");
  const [had, has] = [new Set(then.map(key)), new Set(spans.map(key))];
  const item = (state) => (span) => el("li", { class: state }, kindChip(span.kind), " ", el("code", {}, span.rule), ` ${span.start}–${span.end}`);
  const rows = [...then.filter((span) => !has.has(key(span))).map(item("gone")), ...spans.filter((span) => !had.has(key(span))).map(item("come"))];
  return rows.length ? el("ul", { class: "span-changes" }, rows) : null;
}

function textOf({ record, spans }) {
  let done = 0;
  const parts = [];
  for (const span of spans) {
    parts.push(record.source.slice(done, span.from), span.after);
    done = span.to;
  }
  return [...parts, record.source.slice(done)].join("");
}

// Longest common lines between what the ends do not share; what is too long for that is all gone and all come.
function compared(then, now) {
  let start = 0;
  while (start < then.length && start < now.length && then[start] === now[start]) start++;
  let end = 0;
  while (end < then.length - start && end < now.length - start && then.at(-1 - end) === now.at(-1 - end)) end++;
  const tagged = (state, lines) => lines.map((line) => [state, line]);
  return [...tagged("same", then.slice(0, start)),
    ...middle(then.slice(start, then.length - end), now.slice(start, now.length - end), tagged),
    ...tagged("same", then.slice(then.length - end))];
}

function middle(then, now, tagged) {
  if (then.length * now.length > 1_000_000) return [...tagged("gone", then), ...tagged("come", now)];
  const best = Array.from({ length: then.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = then.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      best[i][j] = then[i] === now[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    }
  }
  const lines = [];
  let [i, j] = [0, 0];
  while (i < then.length || j < now.length) {
    if (i < then.length && j < now.length && then[i] === now[j]) lines.push(["same", then[i++], j++]);
    else if (j === now.length || (i < then.length && best[i + 1][j] >= best[i][j + 1])) lines.push(["gone", then[i++]]);
    else lines.push(["come", now[j++]]);
  }
  return lines;
}
