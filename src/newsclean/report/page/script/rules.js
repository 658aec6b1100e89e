// The rules, the risky ones first: what each took, from where, how often from between kept text, and examples.

function showRules(view, asked) {
  const wanted = (asked.q ?? "").toLowerCase();
  const rows = el("tbody");
  const list = (text) => fill(rows, head.rules.filter((rule) => ruleHas(rule, text)).map((rule) => ruleRow(rule, asked.rule)));
  const search = el("input", {
    type: "search", value: asked.q ?? "", placeholder: t("rules.search"), "aria-label": t("rules.search"),
    oninput: later(80, () => list(search.value.toLowerCase())),
  });
  list(wanted);
  fill(view, el("header", { class: "view-head" }, el("h1", {}, t("nav.rules")), el("p", { class: "note" }, t("rules.note")), search),
    head.rules.length ? el("div", { class: "scroll" }, el("table", { class: "rules" },
      el("thead", {}, el("tr", {}, ["rule", "spans", "characters", "records", "hosts", "inside", "examples"].map((name) =>
        el("th", { scope: "col", title: t(`column.${name}.note`) }, t(`column.${name}`))))), rows)) : el("p", { class: "empty" }, t("plot.none")));
  view.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "center" });
}

function ruleHas(rule, wanted) {
  return !wanted || [rule.id, rule.kind, kindName(rule.kind), ruleSays(rule.what)].some((text) => text.toLowerCase().includes(wanted));
}

function ruleRow(rule, current) {
  const numbers = ["spans", "characters", "records", "hosts"].map((name) => el("td", { class: "number" },
    el("span", { class: "label" }, t(`column.${name}`)), number(rule[name])));
  return el("tr", { "aria-current": rule.id === current ? "true" : null },
    el("th", { scope: "row" }, el("a", { href: link("records", { rule: rule.id }) }, el("code", {}, rule.id)),
      el("div", {}, kindChip(rule.kind)), el("p", { class: "note" }, ruleSays(rule.what))),
    numbers,
    el("td", { class: "number" }, el("span", { class: "label" }, t("column.inside")),
      el("span", { class: rule.inside >= 0.5 ? "risk high" : "risk", vars: { "--share": rule.inside } }, percent(rule.inside, 0))),
    el("td", {}, el("ol", { class: "examples", "data-rule": rule.id }, rule.examples.map((example) => exampleRow(example, rule)))));
}

function exampleRow([at, start], rule) {
  const record = records[at];
  const href = link("records", { rule: rule.id, r: at, s: start });
  if (!record) return el("li", {}, el("a", { href }, "…"));
  const open = opened(record, head);
  const span = open.spans.find((one) => one.start === start);
  if (!span) return el("li", {}, el("a", { href }, titleOf(record)));
  const before = excerpt(characters(record.source.slice(Math.max(0, span.from - 16), span.from)).slice(-8).join(""), 8);
  const after = excerpt(record.source.slice(span.to, span.to + 16), 8);
  return el("li", {}, el("a", { href }, before, el("mark", {}, excerpt(span.text, 36)), span.after ? ` → ${excerpt(span.after, 12)}` : "", after));
}
