// Plots are ECharts bars; each has its table below it, whose rows lead where the bars lead, for keys and readers.

let plots = [];

function dropPlots() {
  for (const plot of plots) plot.dispose();
  plots = [];
}

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function plot(holder, option, links) {
  const chart = echarts.init(holder, null, { renderer: "svg" });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  chart.setOption({ animation: !still, animationDuration: 250, textStyle: { fontFamily: style("--ui") }, ...option });
  chart.on("click", (event) => links[event.dataIndex] && (location.hash = links[event.dataIndex]));
  new ResizeObserver(() => chart.isDisposed() || chart.resize()).observe(holder);
  chart.on("finished", () => scalable(holder.querySelector("svg")));
  plots.push(chart);
}

// A paper is narrower than the screen that a plot was drawn for: then it shrinks as a whole.
function scalable(svg) {
  svg?.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
}

const itemStyle = (row) => ({ color: row.colour ?? style("--bar"), borderRadius: 2, decal: plotPattern(row.pattern ?? "plain") });

// Names stand left of their bars: as wide as the longest, up to a third of the plot.
function labelRoom(holder, rows) {
  const longest = Math.max(...rows.map((row) => [...row.label].reduce((sum, one) => sum + (one > "\u2e80" ? 13 : 8), 0)));
  return Math.min(longest + 16, holder.clientWidth * 0.36);
}

const names = (rows, room) => ({
  type: "category", inverse: true, data: rows.map((row) => row.label), axisLine: { show: false }, axisTick: { show: false },
  axisLabel: { color: style("--ink"), fontSize: 12.5, width: room - 10, overflow: "truncate" },
});

// Horizontal bars, the largest on top: names of kinds, rules and hosts are long.
function bars(holder, rows) {
  holder.style.height = `${rows.length * 30 + 8}px`;
  const room = labelRoom(holder, rows);
  plot(holder, {
    grid: { left: room, right: holder.clientWidth < 420 ? 84 : 110, top: 4, bottom: 4 },
    xAxis: { type: "value", show: false },
    yAxis: names(rows, room),
    series: [{
      type: "bar", barWidth: 15, cursor: "pointer", barMinHeight: 2,
      data: rows.map((row) => ({ value: row.value, itemStyle: itemStyle(row) })),
      label: {
        show: true, position: "right", color: style("--soft"), fontSize: 12,
        formatter: (bar) => rows[bar.dataIndex].said ?? number(bar.value),
      },
    }],
  }, rows.map((row) => row.href));
}

// One bar of the whole: what stays, and what went by kind.
function strip(holder, rows) {
  holder.style.height = "46px";
  const chart = {
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: "value", show: false, max: "dataMax" },
    yAxis: { type: "category", show: false, data: [""] },
    series: rows.map((row) => ({
      type: "bar", stack: "all", barWidth: 40, cursor: "pointer", name: row.label,
      data: [{ value: row.value, itemStyle: { ...itemStyle(row), borderColor: style("--card"), borderWidth: 1, borderRadius: 0 } }],
    })),
  };
  plot(holder, chart, []);
  plots.at(-1).on("click", (event) => rows[event.seriesIndex].href && (location.hash = rows[event.seriesIndex].href));
}

function columns(holder, rows) {
  holder.style.height = "230px";
  const axis = { color: style("--soft"), fontSize: 12 };
  plot(holder, {
    grid: { left: 8, right: 12, top: 22, bottom: 24, containLabel: false },
    xAxis: {
      type: "category", data: rows.map((row) => row.label), axisTick: { show: false },
      axisLine: { lineStyle: { color: style("--line") } }, axisLabel: { ...axis, interval: 3 },
    },
    yAxis: { type: "value", show: false },
    series: [{
      type: "bar", barCategoryGap: "12%", cursor: "pointer", barMinHeight: 2,
      data: rows.map((row) => ({ value: row.value || null, itemStyle: itemStyle(row) })),
      label: { show: true, position: "top", ...axis, fontSize: 11, formatter: (bar) => compact(bar.value) },
    }],
  }, rows.map((row) => row.href));
}

const compact = (value) => Number(value).toLocaleString(language, { notation: "compact", maximumFractionDigits: 1 });

// Bars of two runs side by side: the other run pale and striped, this one full.
function pairs(holder, rows) {
  holder.style.height = `${rows.length * 44 + 8}px`;
  const room = labelRoom(holder, rows);
  const series = (name, pattern, colour, value) => ({
    name, type: "bar", barWidth: 14, barGap: "10%", cursor: "pointer", barMinHeight: 2,
    data: rows.map((row) => ({ value: row[value], itemStyle: itemStyle({ colour: colour(row), pattern }) })),
    label: { show: true, position: "right", color: style("--soft"), fontSize: 12, formatter: (bar) => number(bar.value) },
  });
  plot(holder, {
    grid: { left: room, right: 70, top: 4, bottom: 4 },
    xAxis: { type: "value", show: false },
    yAxis: names(rows, room),
    series: [
      series(t("compare.before"), "rising", () => style("--bar-pale"), "before"),
      series(t("compare.now"), "plain", (row) => row.colour ?? style("--bar"), "after"),
    ],
  }, rows.map((row) => row.href));
}

// A card: what is plotted, in one sentence; the plot; and the same as a table.
function card(key, rows, draw, columnNames, legendOf = () => null) {
  const holder = el("div", { class: "plot", role: "img", "aria-label": t(`plot.${key}`) });
  const body = rows.map((row) => el("tr", {},
    el("th", { scope: "row" }, row.href ? el("a", { href: row.href }, row.label) : row.label),
    row.cells.map((cell) => el("td", {}, cell))));
  const table = el("table", {},
    el("thead", {}, el("tr", {}, columnNames.map((name) => el("th", { scope: "col" }, t(`column.${name}`))))),
    el("tbody", {}, body));
  const node = el("section", { class: "card" },
    el("h2", {}, t(`plot.${key}`)), el("p", { class: "note" }, t(`plot.${key}.note`)),
    rows.length ? holder : el("p", { class: "empty" }, t("plot.none")),
    legendOf(rows),
    rows.length ? el("details", {}, el("summary", {}, t("plot.table")), el("div", { class: "scroll" }, table)) : null);
  if (rows.length) queueMicrotask(() => holder.isConnected && draw(holder, rows));
  return node;
}
