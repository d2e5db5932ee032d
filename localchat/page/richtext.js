// Text and its entities, shown as the messenger shows them.
import { h } from "./dom.js";
import { t } from "./words.js";

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s" };

// hooks: link(url), command(text), copied(text)
export function richText(text, entities, hooks) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const place = { text, hooks };
  return range(place, sorted, 0, text.length);
}

function range(place, entities, from, to) {
  const fragment = document.createDocumentFragment();
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const start = Math.max(first.offset, at);
    const end = Math.min(first.offset + first.length, to);
    rest = others;
    if (end <= start) continue;
    fragment.append(plainText(place, fragment, at, start));
    const inside = others.filter((entity) => entity.offset < end);
    rest = others.filter((entity) => entity.offset + entity.length > end);
    fragment.append(wrap(place, first, start, end, range(place, inside, start, end)));
    at = end;
  }
  fragment.append(plainText(place, fragment, at, to));
  return fragment;
}

// A block ends its line by itself: the line break behind it is not shown twice.
function plainText(place, fragment, from, to) {
  const block = fragment.lastElementChild?.matches("pre,blockquote") && fragment.lastChild.nodeType === 1;
  return place.text.slice(block && place.text[from] === "\n" ? from + 1 : from, to);
}

function wrap({ text, hooks }, entity, from, to, content) {
  const plain = text.slice(from, to);
  switch (entity.type) {
    case "bold": case "italic": case "underline": case "strikethrough":
      return h(TAGS[entity.type], {}, content);
    case "code":
      return h("code", { onclick: () => hooks.copied(plain) }, content);
    case "pre":
      return h("pre", { data: { language: entity.language ?? "" }, onclick: () => hooks.copied(plain) },
        h("code", {}, content));
    case "text_link":
      return link(entity.url, content, hooks);
    case "url":
      return link(plain.includes("://") ? plain : `https://${plain}`, content, hooks);
    case "email":
      return link(`mailto:${plain}`, content, hooks);
    case "bot_command":
      return h("button", { type: "button", class: "link", onclick: () => hooks.command(plain) }, content);
    case "mention": case "text_mention":
      return h("span", { class: "link" }, content);
    case "spoiler":
      return spoiler(content);
    case "blockquote": case "expandable_blockquote":
      return quote(entity.type === "expandable_blockquote", content);
    default:
      return content;
  }
}

const SAFE = /^(https?|tg|mailto|tel):/i;

function link(url, content, hooks) {
  if (!SAFE.test(url)) return content;
  const onclick = (event) => { if (hooks.link(url)) event.preventDefault(); };
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick }, content);
}

function spoiler(content) {
  const veil = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("showSpoiler") }, content);
  const show = (event) => {
    if (veil.classList.contains("shown")) return;
    event.preventDefault();
    event.stopPropagation();
    veil.classList.add("shown");
    veil.removeAttribute("aria-label");
  };
  veil.addEventListener("click", show, { capture: true });
  veil.addEventListener("keydown", (event) => { if (event.key === "Enter") show(event); });
  return veil;
}

function quote(folds, content) {
  const block = h("blockquote", { class: folds ? "folded" : "" }, content);
  if (folds) block.addEventListener("click", () => block.classList.toggle("folded"));
  return block;
}
