// The page speaks English and Chinese; numbers follow the language.

const LANGUAGES = ["en", "zh"];
const WORDS = JSON.parse(byId("words").textContent);
let language = LANGUAGES.includes(store.get("language"))
  ? store.get("language")
  : /^zh/i.test(navigator.language) ? "zh" : "en";

function t(key, values) {
  const said = Object.hasOwn(WORDS, key) ? WORDS[key][LANGUAGES.indexOf(language)] : key.replace(/^[a-z]+\./, "").replaceAll("_", " ");
  return values ? said.replace(/\{(\w+)\}/g, (_, name) => values[name]) : said;
}

function number(value, digits = 0) {
  return value.toLocaleString(language, { maximumFractionDigits: digits });
}

function percent(share, digits = 1) {
  return (Number.isFinite(share) ? share : 0).toLocaleString(language, { style: "percent", maximumFractionDigits: digits });
}

const kindName = (kind) => t(`kind.${kind}`);
const flagName = (flag) => t(`flag.${flag}`);
const typeName = (span) => t(span.type === "repaired" ? "type.repaired" : MOVED.has(span.kind) ? "type.moved" : "type.removed");
const ruleSays = (what) => (what ? what[language] || what.en || what.zh || "" : "");
