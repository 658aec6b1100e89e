// Which records are meant: each part of the question narrows the list; nothing asked is all.

const ASKS = ["kind", "rule", "host", "flag", "encoding", "script", "min", "max", "changed", "q", "sort"];

const filterOf = (asked) => Object.fromEntries(ASKS.filter((key) => asked[key]).map((key) => [key, asked[key]]));

function finder(filter) {
  const tests = [];
  const rules = wantedRules(filter);
  if (rules) tests.push((record) => record.spans.some((span) => rules.has(span[2])));
  if (filter.host) tests.push((record) => record.host === filter.host);
  if (filter.flag) tests.push((record) => record.flags.some(([flag]) => flag === filter.flag));
  if (filter.encoding) tests.push((record) => record.encoding.name === filter.encoding);
  if (filter.script) tests.push((record) => record.script.detected === filter.script);
  if (filter.changed) tests.push((record) => record.against);
  if (filter.min) tests.push((record) => record.kept * 100 >= Number(filter.min));
  if (filter.max && filter.max !== "100") tests.push((record) => record.kept * 100 < Number(filter.max));
  if (filter.q) tests.push(textTest(filter.q));
  return (record) => tests.every((test) => test(record));
}

function wantedRules(filter) {
  if (!filter.kind && !filter.rule) return null;
  const wanted = head.table.map(([, kind, id], place) =>
    (!filter.kind || kind === filter.kind) && (!filter.rule || id === filter.rule) ? place : -1);
  return new Set(wanted);
}

function textTest(wanted) {
  const has = /[a-z]/i.test(wanted)
    ? ((pattern) => (text) => pattern.test(text))(new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "i"))
    : (text) => text.includes(wanted);
  return (record) => has(record.source) || [record.title, record.url, record.id].some((text) => text && has(String(text)));
}

const ORDERS = {
  kept: (one, other) => one.kept - other.kept,
  flags: (one, other) => other.flags.length - one.flags.length,
  spans: (one, other) => other.spans.length - one.spans.length,
};

function found(filter) {
  const started = performance.now();
  const list = records.filter(finder(filter));
  if (ORDERS[filter.sort]) list.sort(ORDERS[filter.sort]);
  performance.measure("filter", { start: started, end: performance.now() });
  return list;
}
