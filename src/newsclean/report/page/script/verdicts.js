// What a person judged: a removal that was wrong (keep), or text that should have gone (noise). Undo steps back.

const verdicts = {
  key: `verdicts.${head.generator}.${head.title}.${head.count}.${head.totals.characters}.${head.totals.spans}`,
  all: [],
  past: [],
  listeners: [],
  kept: true,

  open() {
    try {
      this.all = JSON.parse(store.get(this.key) ?? "[]");
    } catch {
      this.all = [];
    }
  },

  change(next) {
    this.past.push(this.all);
    this.put(next);
  },

  undo() {
    if (!this.past.length) return false;
    this.put(this.past.pop());
    return true;
  },

  put(next) {
    this.all = next;
    this.kept = store.set(this.key, JSON.stringify(next));
    for (const listener of this.listeners) listener();
  },

  of(record) {
    return this.all.filter((verdict) => verdict.index === record.index);
  },

  find(verdict) {
    return this.all.find((other) => same(verdict, other));
  },

  toggle(verdict) {
    const there = this.find(verdict);
    this.change(there ? this.all.filter((other) => other !== there) : [...this.all, verdict]);
    return !there;
  },

  note(verdict, note) {
    verdict.note = note;
    store.set(this.key, JSON.stringify(this.all));
  },

  // With its source, if the page holds the whole of it, a verdict can be tried wherever it is applied.
  jsonl() {
    const sources = new Map(records.filter((record) => !record.gaps.length).map((record) => [record.index, record.source]));
    return this.all.map((verdict) => `${JSON.stringify({ ...verdict, source: sources.get(verdict.index) })}\n`).join("");
  },
};

const same = (one, other) => ["verdict", "index", "start", "end"].every((name) => one[name] === other[name]);

function verdictOn({ record, places }, verdict, start, end, rule, kind) {
  const from = places.toHere(start);
  const to = places.toHere(end);
  const [low, high] = between(places, from, to);
  const source = record.source.slice(low, high);
  const [here, past] = [from - low, to - low];
  const lineEnd = source.indexOf("\n", Math.max(here, past - 1));
  return {
    verdict, index: record.index, id: record.id, url: record.url, rule, kind, start, end,
    text: source.slice(here, past),
    before: characters(source.slice(0, here).slice(-80)).slice(-40).join(""),
    after: characters(source.slice(past, past + 80)).slice(0, 40).join(""),
    line: source.slice(here ? source.lastIndexOf("\n", here - 1) + 1 : 0, lineEnd < 0 ? source.length : Math.max(lineEnd, past)),
    note: "",
  };
}

// What stands here without a break around a place: from the gap before it to the gap behind it.
function between(places, from, to) {
  const cuts = places.gaps.map(([start]) => places.toHere(start));
  return [Math.max(0, ...cuts.filter((cut) => cut <= from)), Math.min(places.source.length, ...cuts.filter((cut) => cut >= to))];
}

const keepVerdict = (open, span) => verdictOn(open, "keep", span.start, span.end, span.rule, span.kind);
const noiseVerdict = (open, start, end) => verdictOn(open, "noise", start, end, null, null);

function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function exportVerdicts() {
  if (!verdicts.all.length) return say(t("review.none"));
  download("review.jsonl", verdicts.jsonl(), "application/x-ndjson");
  return say(t("review.exported", { n: number(verdicts.all.length) }));
}
