// The fields above the list: each choice is a part of the address.

function filterFields(asked) {
  const text = el("input", { type: "search", id: "q", name: "q", placeholder: t("filter.q"), "aria-label": t("filter.q"), oninput: later(120, askFields) });
  const range = (name) => el("input", {
    type: "number", name, min: 0, max: 100, step: 5, placeholder: name === "min" ? "0" : "100", "aria-label": t(`filter.${name}`), oninput: later(200, askFields),
  });
  const changed = head.against && el("label", { class: "check" }, el("input", { type: "checkbox", name: "changed", onchange: askFields }), t("filter.changed"));
  return [
    text, choice("kind", kindChoices()), typed("rule", head.rules.map((rule) => rule.id)), typed("host", keysOf("host")),
    choice("flag", keysOf("flag").map((key) => [key, flagName(key)])),
    el("details", { class: "more", open: Boolean(asked.encoding || asked.script || asked.min || asked.max || asked.sort || asked.changed) },
      el("summary", {}, t("filter.more")),
      el("div", {},
        el("fieldset", { class: "range" }, el("legend", {}, t("filter.kept")), range("min"), "–", range("max"), "%"),
        choice("encoding", keysOf("encoding").map((key) => [key, key])),
        choice("script", keysOf("script").map((key) => [key, t(`script.${key}`)])),
        choice("sort", Object.keys(ORDERS).map((key) => [key, t(`sort.${key}`)])), changed)),
    button(t("filter.clear"), () => go("records"), { class: "quiet clear" }),
  ];
}

const keysOf = (name) => (head.by[name] ?? []).map((row) => row.key).filter((key) => key !== null);

function kindChoices() {
  return [...keysOf("kind"), ...keysOf("repair")].map((key) => [key, kindName(key)]);
}

function choice(name, choices) {
  return el("select", { name, "aria-label": t(`filter.${name}`), onchange: askFields },
    el("option", { value: "" }, t(`filter.${name}`)), choices.map(([value, label]) => el("option", { value }, label)));
}

// Rules and hosts are many: written, with what fits shown.
function typed(name, values) {
  return el("span", {},
    el("input", { name, list: `known-${name}`, placeholder: t(`filter.${name}`), "aria-label": t(`filter.${name}`), oninput: later(200, askFields) }),
    el("datalist", { id: `known-${name}` }, values.map((value) => el("option", { value }))));
}

function askFields() {
  const form = shown.filters;
  const asked = Object.fromEntries(ASKS.map((name) => {
    const field = form.elements[name];
    return [name, !field ? "" : field.type === "checkbox" ? (field.checked ? "1" : "") : field.value.trim()];
  }));
  step("records", asked);
}

function setFields(form, filter) {
  for (const name of ASKS) {
    const field = form.elements[name];
    if (!field || field === document.activeElement) continue;
    if (field.type === "checkbox") field.checked = Boolean(filter[name]);
    else field.value = filter[name] ?? "";
    field.classList.toggle("asked", Boolean(filter[name]));
  }
  form.classList.toggle("is-asked", Object.keys(filter).length > 0);
}
