// Offsets of a record are code points of its whole source; JavaScript counts UTF-16 units of what the page holds of it.

class Places {
  constructor(source, gaps) {
    this.source = source;
    this.gaps = gaps;
    this.points = /[\ud800-\udbff]/.test(source) ? unitsOf(source) : null;
  }

  // The UTF-16 index at which a code point of the source stands here; inside a gap, where the gap stands.
  toHere(place) {
    let left = place;
    for (const [start, end] of this.gaps) {
      if (place >= end) left -= end - start;
      else if (place > start) left -= place - start;
    }
    return this.points ? this.points[Math.min(left, this.points.length - 1)] : left;
  }

  // The code point of the source for a UTF-16 index; at a gap, its end for a start and its start for an end.
  toSource(unit, isEnd = false) {
    let place = this.points ? below(this.points, unit) : unit;
    for (const [start, end] of this.gaps) if (isEnd ? place > start : place >= start) place += end - start;
    return place;
  }
}

function unitsOf(source) {
  const units = [];
  let unit = 0;
  for (const character of source) {
    units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return units;
}

// The index of the last unit that is not behind the wanted one.
function below(units, wanted) {
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (units[middle] <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

function unpack(packed, table) {
  let done = 0;
  return packed.map(([distance, length, rule, after, confidence]) => {
    const [type, kind, id] = table[rule];
    const start = done + distance;
    done = start + length;
    return { start, end: done, type, kind, rule: id, after: after ?? "", confidence: confidence ?? null };
  });
}

// A record with what its view needs: spans with places here, and the clean text where the source and the spans give it.
function opened(record, head) {
  const places = new Places(record.source, record.gaps);
  const spans = unpack(record.spans, head.table);
  for (const span of spans) {
    span.from = places.toHere(span.start);
    span.to = places.toHere(span.end);
    span.text = record.source.slice(span.from, span.to);
  }
  return { record, places, spans };
}

function characters(text) {
  return [...text];
}

const UNSEEN = /^[\s\p{Cf}\p{Cc}]+$/u;

// What stands for text that cannot be seen.
function spelled(text) {
  return characters(text).map((one) => {
    if (one === "\n") return "⏎";
    if (one === " " || one === "\u00a0" || one === "\u3000") return "␣";
    if (one === "\t") return "⇥";
    return `U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")} `;
  }).join("").trim();
}

function excerpt(text, length = 60) {
  const seen = UNSEEN.test(text) ? spelled(text) : text.replace(/\s+/g, " ").trim();
  const all = characters(seen.slice(0, 4 * length));
  return all.length > length ? `${all.slice(0, length).join("")}…` : seen;
}
