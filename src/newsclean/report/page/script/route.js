// What is seen stands in the address behind the #, so that every bar, rule and example is a link and Back works.

// One record needs no overview, one run no comparison.
const VIEWS = ["overview", "records", "rules", "compare", "review"].filter((view) =>
  view === "overview" ? head.totals.records > 1 : view !== "compare" || head.against);

function route() {
  const [, view, query = ""] = location.hash.match(/^#\/([a-z]+)\??(.*)$/) ?? [];
  return { view: VIEWS.includes(view) ? view : VIEWS[0], asked: Object.fromEntries(new URLSearchParams(query)) };
}

function link(view, asked = {}) {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const query = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString();
  return `#/${view}${query ? `?${query}` : ""}`;
}

function go(view, asked) {
  location.hash = link(view, asked);
}

// Steps through a list are no history.
function step(view, asked) {
  location.replace(link(view, asked));
}
