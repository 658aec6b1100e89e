// The verdicts so far: to read again, to annotate, to take back, to carry away.

function showReview(view) {
  const rows = verdicts.all.map(verdictRow);
  fill(view, el("header", { class: "view-head" }, el("h1", {}, t("nav.review")), el("p", { class: "note" }, t("review.note")),
      el("div", { class: "acts" },
        button([t("review.export"), el("kbd", {}, "e")], exportVerdicts, { class: "main", id: "export" }),
        button([t("review.undo"), el("kbd", {}, "u")], undoVerdict),
        el("label", { class: "file" }, t("review.open"), el("input", { type: "file", accept: ".jsonl", onchange: openReview })))),
    verdicts.kept ? null : el("p", { class: "note sample" }, t("review.not-kept")),
    rows.length ? el("ol", { class: "verdicts" }, rows) : el("p", { class: "empty" }, t("review.none")),
    el("section", { class: "next" }, el("h2", {}, t("review.next")), el("pre", {}, el("code", {},
      [
      "newsclean review apply review.jsonl -o my-rules.toml",
      "newsclean clean crawl.jsonl --rules my-rules.toml -o again.jsonl",
      "newsclean report again.jsonl --against cleaned.jsonl -o report.html",
    ].join("\n")))));
}

function verdictRow(verdict) {
  const record = records.find((one) => one.index === verdict.index);
  const mark = el("mark", { class: verdict.verdict }, excerpt(verdict.text, 60));
  return el("li", { class: `verdict-${verdict.verdict}` },
    el("div", {}, el("strong", {}, t(`verdict.${verdict.verdict}`)), " ", verdict.kind ? kindChip(verdict.kind) : null, " ",
      verdict.rule ? el("code", {}, verdict.rule) : null),
    el("p", { lang: "zh" }, excerpt(verdict.before, 20), mark, excerpt(verdict.after, 20)),
    el("div", { class: "acts" },
      record ? el("a", { href: link("records", { r: record.at, s: verdict.start }) }, titleOf(record)) : null,
      el("input", {
        type: "text", value: verdict.note, placeholder: t("review.note-on"), "aria-label": t("review.note-on"),
        oninput: (event) => verdicts.note(verdict, event.target.value),
      }),
      button(t("review.take-back"), () => verdicts.toggle(verdict))));
}

function undoVerdict() {
  say(t(verdicts.undo() ? "review.undone" : "review.nothing-to-undo"));
}

function without(value, name) {
  const { [name]: _, ...rest } = value;
  return rest;
}

// Go on with a file exported before: lines that are no verdicts are left out.
async function openReview(event) {
  const text = await event.target.files[0].text();
  const read = text.split("\n").flatMap((line) => {
    try {
      const verdict = JSON.parse(line);
      return ["keep", "noise"].includes(verdict.verdict) && Number.isInteger(verdict.start) ? [without(verdict, "source")] : [];
    } catch {
      return [];
    }
  });
  verdicts.change([...verdicts.all, ...read.filter((verdict) => !verdicts.find(verdict))]);
  say(t("review.opened", { n: number(read.length) }));
}
