// Building elements. Text always goes in as text, never as HTML.
const SVG = "http://www.w3.org/2000/svg";

export const $ = (id) => document.getElementById(id);

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export function label(button, words, iconName) {
  button.setAttribute("aria-label", words);
  button.title = words;
  if (iconName) button.replaceChildren(icon(iconName));
}

// A press on a control must not take the focus from where one types.
export const keepFocus = (element) =>
  element.addEventListener("mousedown", (event) => event.preventDefault());

const COLOURS = ["#e17076", "#7bc862", "#65aadd", "#a695e7", "#ee7aae", "#6ec9cb", "#faa774"];

export const BOT_COLOUR = 2;

export const colourOf = (id) => COLOURS[Math.abs(id) % COLOURS.length];

export function paintFace(element, id, name) {
  element.textContent = [...name.trim()][0] ?? "?";
  element.style.setProperty("--face", colourOf(id));
}

export const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h("textarea", { class: "offscreen" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
};
