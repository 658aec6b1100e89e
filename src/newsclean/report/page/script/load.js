// The head is there at once; the records are inflated block by block while the overview is already seen.

const head = JSON.parse(byId("head").textContent);
const records = [];
const RULES = new Map(head.rules.map((rule) => [rule.id, rule]));

function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new TextDecoder("utf-16le").decode(await new Response(stream).arrayBuffer());
}

async function load(onBlock) {
  for (const block of document.querySelectorAll("script.block")) {
    for (const record of JSON.parse(await inflated(bytesOf(block.textContent)))) {
      record.at = records.length;
      records.push(record);
    }
    block.remove();
    onBlock();
  }
}
