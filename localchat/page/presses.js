// Pressed buttons, and the bot's answers to them.
import { act } from "./api.js";
import { attempt } from "./composer.js";
import { alertBox, toast } from "./sheets.js";
import { t } from "./words.js";

const PATIENCE = 15000;
const waiting = new Map(); // press id -> button that waits for its answer
const early = new Map(); // answers that came before the press had its id

// shown: { link(url), title() }
export async function pressKey(place, message, button, key, shown) {
  if (button.classList.contains("waits")) return null;
  button.classList.add("waits");
  button.setAttribute("aria-busy", "true");
  const made = await attempt(act("press", { ...place, message_id: message.message_id, data: key.callback_data }));
  if (!made) return rest(button);
  if (early.has(made.press)) return answered(early.get(made.press), button, shown);
  waiting.set(made.press, button);
  setTimeout(() => { if (waiting.delete(made.press)) { rest(button); toast(t("noAnswer")); } }, PATIENCE);
  return null;
}

function rest(button) {
  button.classList.remove("waits");
  button.removeAttribute("aria-busy");
}

export function answerCame(event, shown) {
  const button = waiting.get(event.press);
  waiting.delete(event.press);
  if (button) answered(event, button, shown);
  else {
    early.set(event.press, event);
    setTimeout(() => early.delete(event.press), PATIENCE);
  }
}

function answered(event, button, shown) {
  rest(button);
  early.delete(event.press);
  if (event.url) shown.link(event.url);
  if (!event.text) return;
  if (event.show_alert) alertBox(shown.title(), event.text);
  else toast(event.text);
}
