// Clean pages and records with a running `newsclean serve`, from JavaScript (Node 20 or later, no packages).
//
//     node client.mjs PAGE...                cleans files, prints title and text
//     node client.mjs < records.jsonl        cleans a stream of records, prints them as they come

import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";

const SERVICE = process.env.NEWSCLEAN ?? "http://127.0.0.1:8765";

/** Clean the bytes of a page, as they came: a string would already be somebody's guess at their encoding. */
export async function clean(bytes, hints = {}) {
  const answer = await fetch(`${SERVICE}/clean?${new URLSearchParams(hints)}`, { method: "POST", body: bytes });
  const record = await answer.json();
  if (record.error) throw new Error(`${record.error.status}: ${record.error.reason}`);
  return record;
}

/** Clean a stream of JSON Lines; yields one object a line, in order: a record, or {error} in its place. */
export async function* cleanLines(stream) {
  const answer = await fetch(`${SERVICE}/batch`, { method: "POST", body: stream, duplex: "half" });
  if (!answer.ok) throw new Error(await answer.text());
  let rest = "";
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}

const pages = process.argv.slice(2);
for (const name of pages) {
  const record = await clean(await readFile(name), { id: name });
  console.log(`${record.title}\n${record.text}\n`);
}
if (pages.length === 0) {
  for await (const record of cleanLines(Readable.toWeb(process.stdin))) {
    console.log(JSON.stringify(record));
  }
}
