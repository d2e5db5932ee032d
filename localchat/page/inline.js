// Inline mode: "@bot words" in the field asks the bot while one types; its results are a list to choose from.
import { act } from "./api.js";
import { $, h, keepFocus } from "./dom.js";
import { t } from "./words.js";

const PAUSE = 250; // milliseconds after the last letter, as phones wait
const lists = new Map(); // query id -> what the bot found; it may come before the query has its id
let timer = 0;
let newest = null; // { query, place, bot }: the one whose list is shown

// place: where one types; bot: the username that calls it
export function inquire(text, place, bot) {
  clearTimeout(timer);
  const called = /^@(\w+)\s([^]*)$/.exec(text);
  if (called?.[1].toLowerCase() !== bot.toLowerCase()) return forget();
  timer = setTimeout(() => ask(called[2].trim(), place, bot), PAUSE);
  return null;
}

function forget() {
  newest = null;
  lists.clear();
  $("found").hidden = true;
}

async function ask(text, place, bot) {
  const made = await act("ask", { ...place, text }).catch(() => null);
  if (!made) return;
  newest = { query: made.query, place, bot };
  draw();
}

let openLink = () => {};

// shown: { link(url) }
export function foundCame(event, shown) {
  lists.set(event.query, event);
  openLink = shown.link;
  draw();
}

function draw() {
  const list = lists.get(newest?.query);
  if (!list) return;
  const lines = [...(list.button ? [above(list)] : []), ...list.results.map(line)];
  $("found").setAttribute("aria-label", t("found"));
  $("found").replaceChildren(...lines);
  $("found").hidden = !lines.length;
}

function above({ button, start }) {
  return row(button, "", () => openLink(`https://t.me/${newest.bot}?start=${start}`));
}

const line = ({ id, title, description }) => row(title, description, () => choose(id));

function row(title, description, onclick) {
  const button = h("button", { type: "button", onclick }, h("b", {}, title), description ? h("span", {}, description) : null);
  keepFocus(button);
  return button;
}

async function choose(result) {
  const { query, place } = newest;
  forget();
  await act("choose", { ...place, query, result }).catch(() => null);
  $("input").value = "";
  $("input").dispatchEvent(new Event("input"));
}
