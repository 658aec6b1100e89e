// The overview: how much stays, what went, where it came from; every bar leads to its records.

function showOverview(view) {
  const { totals, by } = head;
  fill(view, el("h1", { class: "seen-by-readers" }, t("nav.overview")),
    tiles(totals),
    notes(totals).map((note) => el("p", { class: "note sample" }, note)),
    card("whole", wholeRows(totals, by), strip, ["what", "characters", "share"], wholeKey),
    el("div", { class: "cards" },
      card("kind", kindRows(by.kind ?? [], totals), bars, ["kind", "characters", "share", "records", "spans"]),
      card("kept", keptRows(head.kept_ratio), columns, ["kept", "records"]),
      card("host", hostRows(by.host ?? []), bars, ["host", "characters", "gone", "records", "flags"]),
      card("repair", repairRows(by.repair ?? []), bars, ["kind", "spans", "records", "characters"]),
      card("flag", flagRows(by.flag ?? []), bars, ["flag", "records", "spans"]),
      card("encoding", plainRows(by.encoding ?? [], "encoding"), bars, ["encoding", "records"]),
      card("script", plainRows(by.script ?? [], "script"), bars, ["script", "records"])));
}

// What the page does not show, and why.
function notes(totals) {
  return [
    totals.sampled < totals.records && t("overview.sample", { shown: number(totals.sampled), all: number(totals.records) }),
    totals.bare > 0 && t("overview.bare", { n: number(totals.bare) }),
    totals.broken > 0 && t("overview.broken", { n: number(totals.broken) }),
  ].filter(Boolean);
}

function tiles(totals) {
  const share = (count) => percent(totals.characters ? count / totals.characters : 0);
  const tile = (key, value, more) => el("div", { class: "tile" },
    el("dt", {}, t(`total.${key}`)), el("dd", {}, value, more ? el("small", {}, more) : null));
  return el("dl", { class: "tiles" },
    tile("records", number(totals.records)),
    tile("characters", compact(totals.characters)),
    tile("kept", share(totals.kept), number(totals.kept)),
    tile("removed", share(totals.removed), number(totals.removed)),
    tile("repaired", share(totals.repaired), number(totals.repaired)),
    tile("spans", number(totals.spans)),
    tile("flags", number(totals.flags)));
}

function wholeRows(totals, by) {
  const row = (key, label, count, look, href) => ({
    label, value: count, href, kind: KINDS[key] && key, ...look, cells: [number(count), percent(totals.characters ? count / totals.characters : 0)],
  });
  const kinds = (by.kind ?? []).filter((kind) => kind.key !== null && kind.characters > 0);
  return [
    row("kept", t("total.kept"), totals.kept, { colour: style("--kept"), pattern: "plain" }, link("records")),
    ...kinds.map((kind) => row(kind.key, kindName(kind.key), kind.characters, kindBar(kind.key), link("records", { kind: kind.key }))),
  ].filter((part) => part.value > 0);
}

function wholeKey(rows) {
  const part = (row) => el("li", {}, el("a", { href: row.href }, row.kind ? kindChip(row.kind) : [el("span", { class: "swatch rest" }), row.label], el("span", { class: "count" }, row.cells[1])));
  return el("ul", { class: "whole-key" }, rows.map(part));
}

const kindBar = (kind) => ({ colour: plotColour(kind), pattern: kindLook(kind)[2] });
const inOrder = (rows, name) => [...rows].sort((one, other) => other[name] - one[name]);
const named = (row, name) => (row.key === null ? t("plot.others") : name(row.key));

function kindRows(rows, totals) {
  return inOrder(rows, "characters").map((row) => ({
    label: named(row, kindName), value: row.characters, ...kindBar(row.key),
    said: `${compact(row.characters)} · ${percent(row.characters / totals.characters)}`,
    href: row.key === null ? null : link("records", { kind: row.key }),
    cells: [number(row.characters), percent(row.characters / totals.characters), number(row.records), number(row.spans)],
  }));
}

function repairRows(rows) {
  return inOrder(rows, "spans").map((row) => ({
    label: named(row, kindName), value: row.spans, ...kindBar(row.key),
    href: row.key === null ? null : link("records", { kind: row.key }),
    cells: [number(row.spans), number(row.records), number(row.characters)],
  }));
}

function keptRows(counts) {
  return counts.map((count, place) => ({
    label: `${place * 5} %`, value: count, colour: style("--kept"),
    href: link("records", { min: place * 5 || "", max: place * 5 + 5, sort: "kept" }),
    cells: [number(count)],
  }));
}

function hostRows(rows) {
  const gone = (row) => row.characters - row.kept;
  const sorted = [...rows].sort((one, other) => gone(other) - gone(one));
  return sorted.slice(0, 15).map((row) => ({
    label: named(row, String), value: gone(row),
    said: `${compact(gone(row))} · ${percent(row.characters ? gone(row) / row.characters : 0, 0)}`,
    href: row.key === null ? null : link("records", { host: row.key }),
    cells: [number(row.characters), percent(row.characters ? gone(row) / row.characters : 0), number(row.records), number(row.flags)],
  }));
}

function flagRows(rows) {
  return inOrder(rows, "records").map((row) => ({
    label: named(row, flagName), value: row.records, colour: style("--flag"), pattern: "rising",
    href: row.key === null ? null : link("records", { flag: row.key }),
    cells: [number(row.records), number(row.spans)],
  }));
}

function plainRows(rows, key) {
  return inOrder(rows, "records").slice(0, 12).map((row) => ({
    label: named(row, (name) => (key === "script" ? t(`script.${name}`) : name)), value: row.records,
    href: row.key === null ? null : link("records", { [key]: row.key }), cells: [number(row.records)],
  }));
}
