// Elements are made, and texts set, by the DOM alone: nothing of a record is ever read as markup.

// Where the browser knows Trusted Types it refuses all other markup; ECharts empties its box by innerHTML = "".
globalThis.trustedTypes?.createPolicy("default", { createHTML: (markup) => (markup === "" ? "" : null) });

const byId = (id) => document.getElementById(id);

function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "vars") for (const [name, is] of Object.entries(value)) node.style.setProperty(name, is);
    else node.setAttribute(key, value === true ? "" : value);
  }
  return fill(node, ...children);
}

function fill(node, ...children) {
  const nodes = document.createDocumentFragment();
  for (const child of children.flat(2)) if (child !== undefined && child !== null && child !== false) nodes.append(child);
  node.replaceChildren(nodes);
  return node;
}

function button(label, onclick, attributes) {
  return el("button", { type: "button", onclick, ...attributes }, label);
}

// What a screen reader is told of an act whose effect is elsewhere.
function say(text) {
  byId("said").textContent = text;
}

function later(milliseconds, act) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds, ...values);
  };
}

// A page from a disk may be denied its storage: then nothing is kept, and nothing fails.
const store = {
  get(key) {
    try {
      return localStorage.getItem(`newsclean.${key}`);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`newsclean.${key}`, value);
      return true;
    } catch {
      return false;
    }
  },
};
