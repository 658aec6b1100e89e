// The views and what moves between them.

const LOOKS = ["auto", "light", "dark"];
const SHOW = { overview: showOverview, records: showRecords, rules: showRules, compare: showCompare, review: showReview };
let shown = null; // the records view that is in the document
let ready = false;

function showNavigation(view) {
  fill(byId("nav"), VIEWS.map((name) => el("a", { href: link(name), "aria-current": name === view ? "page" : null },
    t(`nav.${name}`), name === "review" && verdicts.all.length ? el("span", { class: "count" }, number(verdicts.all.length)) : null)));
}

function showPage() {
  const { view, asked } = route();
  hideTip();
  showNavigation(view);
  if (view !== "records") {
    shown = null;
    current = null;
    scrollTo(0, 0);
  }
  dropPlots();
  document.body.dataset.view = view;
  document.body.classList.toggle("single", head.totals.records === 1);
  SHOW[view](byId("view"), asked);
}

function showRecords(view, asked) {
  if (!shown?.node.isConnected) {
    shown = { list: new List(), filters: el("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() }),
      count: el("p", { class: "count-line", role: "status" }), record: el("article", { class: "record" }) };
    const side = el("aside", {}, shown.count, shown.list.node);
    shown.node = el("div", { class: "records" }, shown.filters, side, shown.record);
    shown.filters.append(...filterFields(asked));
    fill(view, el("h1", { class: "seen-by-readers" }, t("nav.records")), shown.node);
  }
  const filter = filterOf(asked);
  const key = JSON.stringify(filter) + records.length;
  if (shown.key !== key) {
    shown.key = key;
    shown.items = found(filter);
    shown.count.textContent = t(ready ? "list.count" : "list.loading", { n: number(shown.items.length), all: number(head.count) });
    setFields(shown.filters, filter);
  }
  shown.filter = filter;
  const wanted = asked.r === undefined ? null : records[Number(asked.r)];
  const record = wanted ?? shown.items[0] ?? null;
  shown.list.show(shown.items, record, (one) => link("records", { ...filter, r: one.at }));
  shown.node.classList.toggle("is-open", Boolean(wanted));
  openRecord(record, asked);
}

function openRecord(record, asked) {
  if (!record) {
    current = null;
    fill(shown.record, el("p", { class: "empty" }, t(ready ? "list.none" : "list.wait")));
    return;
  }
  if (current?.record !== record || !shown.record.firstChild) {
    current = showRecord(shown.record, record, asked);
    shown.record.prepend(recordBar());
    shown.record.scrollTop = 0;
  }
  current.asked = asked;
  const place = asked.s === undefined ? -1 : current.spans.findIndex((span) => span.start === Number(asked.s));
  if (place >= 0) requestAnimationFrame(() => focusSpan(place));
}

function recordBar() {
  const act = (key, name, does) => button([t(name), el("kbd", {}, key)], does, { class: "quiet", "aria-keyshortcuts": key });
  // A click keeps the focus on its span, and the selection.
  return el("div", { class: "record-bar", onmousedown: (event) => event.preventDefault() },
    el("a", { class: "back", href: link("records", shown.filter) }, t("record.back")),
    act("k", "record.previous", KEYS.k), act("j", "record.next", KEYS.j), act("p", "record.previous-change", KEYS.p),
    act("n", "record.next-change", KEYS.n), act("w", "record.wrong", KEYS.w), act("m", "record.noise", KEYS.m));
}

function stepRecord(by, toChange) {
  if (!shown?.node.isConnected) return go("records");
  const at = shown.items.indexOf(current?.record);
  const next = shown.items[at + by];
  if (!next) return say(t("list.end"));
  step("records", { ...shown.filter, r: next.at });
  if (toChange) setTimeout(() => stepSpan(1), 60);
  return say(titleOf(next));
}

function onVerdicts() {
  showNavigation(route().view);
  if (route().view === "review") showReview(byId("view"));
  if (!shown?.node.isConnected || !current) return;
  const isFocused = document.activeElement?.closest?.(".source > .span");
  fillSource(current.source, current);
  shown.list.draw();
  if (isFocused) focusSpan(current.at);
  else hideTip();
}

function setLook(look) {
  document.documentElement.dataset.look = look;
  byId("look").textContent = t(`look.${look}`);
  byId("look").setAttribute("aria-label", t("look.label", { look: t(`look.${look}`) }));
}

function setLanguage() {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  byId("lang").textContent = language === "zh" ? "English" : "中文";
  byId("lang").lang = language === "zh" ? "en" : "zh-Hans";
  document.querySelector(".skip").textContent = t("skip");
  byId("help").setAttribute("aria-label", t("keys.title"));
  setLook(document.documentElement.dataset.look);
}

function redraw() {
  setLanguage();
  shown = null;
  current = null;
  showPage();
}

function listen() {
  addEventListener("hashchange", showPage);
  addEventListener("keydown", onKey);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  byId("help").addEventListener("click", showKeys);
  byId("lang").addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    store.set("language", language);
    redraw();
  });
  byId("look").addEventListener("click", () => {
    const look = LOOKS[(LOOKS.indexOf(document.documentElement.dataset.look) + 1) % LOOKS.length];
    store.set("look", look);
    setLook(look);
    redraw();
  });
  addEventListener("beforeprint", () => document.querySelectorAll("details.changes").forEach((list) => (list.open = true)));
  addEventListener("beforeunload", (event) => verdicts.all.length && !verdicts.kept && event.preventDefault());
  verdicts.listeners.push(onVerdicts);
  watchSpans(byId("view"));
}

async function main() {
  document.documentElement.dataset.look = LOOKS.includes(store.get("look")) ? store.get("look") : "auto";
  verdicts.open();
  setLanguage();
  listen();
  showPage();
  performance.mark("seen");
  const again = later(50, () => !ready && route().view === "records" && showPage());
  await load(again);
  ready = true;
  performance.mark("ready");
  document.documentElement.dataset.ready = "";
  if (route().view !== "overview") {
    if (shown) shown.key = null;
    showPage();
  }
}

main().catch((error) => {
  fill(byId("view"), el("p", { class: "empty" }, t("page.failed", { why: String(error) })));
  throw error;
});
