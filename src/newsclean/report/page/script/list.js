// The list of records: only the rows in sight are in the document, however many there are.

const ROW = 68;

class List {
  constructor() {
    this.items = [];
    this.rows = el("ol", { class: "rows" });
    this.node = el("div", { class: "list", "aria-label": t("list.label"), tabindex: "-1" }, this.rows);
    this.node.addEventListener("scroll", () => requestAnimationFrame(() => this.draw()), { passive: true });
    new ResizeObserver(() => this.draw()).observe(this.node);
  }

  show(items, current, linkOf) {
    this.items = items;
    this.linkOf = linkOf;
    this.rows.style.height = `${items.length * ROW}px`;
    this.mark(current);
  }

  mark(current) {
    this.current = current;
    const place = this.items.indexOf(current);
    if (place >= 0) {
      const top = place * ROW;
      const { scrollTop, clientHeight } = this.node;
      if (top < scrollTop || top + ROW > scrollTop + clientHeight) this.node.scrollTop = top - clientHeight / 2 + ROW;
    }
    this.draw();
  }

  draw() {
    const first = Math.max(0, Math.floor(this.node.scrollTop / ROW) - 4);
    const last = Math.min(this.items.length, Math.ceil((this.node.scrollTop + this.node.clientHeight) / ROW) + 4);
    fill(this.rows, this.items.slice(first, last).map((record, i) => this.row(record, first + i)));
  }

  row(record, place) {
    const gone = record.spans.filter((span) => head.table[span[2]][0] === "removed").length;
    const judged = verdicts.of(record).length;
    const about = [
      record.host || null,
      t("list.kept", { n: percent(record.kept, 0) }),
      gone ? t("list.gone", { n: number(gone) }) : null,
      record.flags.length ? `⚑ ${number(record.flags.length)}` : null,
      judged ? `✓ ${number(judged)}` : null,
    ];
    const anchor = el("a", { href: this.linkOf(record), "aria-current": record === this.current ? "true" : null },
      el("span", { class: "row-title" }, titleOf(record)),
      el("span", { class: "meter", "aria-hidden": "true", vars: { "--share": record.kept } }),
      el("span", { class: "row-about" }, about.filter(Boolean).join(" · ")));
    const node = el("li", { "aria-posinset": place + 1, "aria-setsize": this.items.length }, anchor);
    node.style.top = `${place * ROW}px`;
    return node;
  }
}

function titleOf(record) {
  return record.title || excerpt(record.source, 40) || t("record.untitled");
}
