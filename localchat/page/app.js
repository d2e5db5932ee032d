// The page: who I am, what the chat shows, and what changes in it.
import { act, listen, loadOlder, loadState } from "./api.js";
import { bubble } from "./bubble.js";
import { attempt, drawFoot, dropContext, offerStart, sayText, setContext, setKeyboard, showChat, startComposer } from "./composer.js";
import { $, copyText, h, keepFocus, label, paintFace } from "./dom.js";
import { dayOf, dayWords, drawClockBar, drawPeople, setClock, stamp, startStage } from "./stage.js";
import { alertBox, choosePerson, enlarge, menuAt, toast } from "./sheets.js";
import { locale, t, toggleLanguage } from "./words.js";

const asked = new URLSearchParams(location.search);
const PATIENCE = 15000;
let me = Number(asked.get("person") ?? 0);
let payload = asked.get("start");
let state = null;
let complete = false; // whether the log reaches back to the first message
let typingTimer = 0;
const waiting = new Map(); // press id -> button that waits for its answer
const early = new Map(); // answers that came before the press had its id

const view = $("view");
const hooks = {
  link: openLink,
  command: (text) => sayText(text),
  copied: async (text) => { await copyText(text); toast(t("copied")); },
  press, menu: messageMenu, enlarge, jump, time: stamp,
  name: (user) => user.first_name,
};

async function load() {
  const fresh = await loadState(me);
  const changedPerson = state?.person !== fresh.person;
  state = fresh;
  me = fresh.person;
  state.chat.log = new Map(fresh.chat.messages.map((message) => [message.message_id, message]));
  complete = fresh.chat.messages.length < 60;
  const stays = !changedPerson && !follows;
  setClock(fresh.clock);
  drawAll();
  if (!stays) toBottom();
  if (payload !== null) { offerStart(payload); payload = null; }
  markRead();
}

function drawAll() {
  document.documentElement.lang = locale();
  document.title = state.bot.first_name;
  $("botname").textContent = state.bot.first_name;
  paintFace($("botface"), 2, state.bot.first_name);
  label($("more"), t("more"), "more");
  setStatus("bot");
  drawPeople(state.people, me, become);
  drawLog();
  showChat(state.chat);
}

function setStatus(key) {
  $("status").textContent = t(key);
  $("status").classList.toggle("busy", key !== "bot");
}

function drawLog() {
  $("log").setAttribute("aria-label", t("messages"));
  $("log").replaceChildren();
  let day = "";
  for (const message of state.chat.log.values()) {
    if (dayOf(message.date) !== day) $("log").append(dayLine(message));
    day = dayOf(message.date);
    $("log").append(bubble(message, me, hooks));
  }
  drawEmpty();
}

const dayLine = (message) =>
  h("li", { class: "day", data: { day: dayOf(message.date) } }, h("span", {}, dayWords(message.date)));

function drawEmpty() {
  const box = $("empty");
  box.hidden = state.chat.log.size > 0;
  const about = state.chat.description;
  box.replaceChildren(...(about ? [h("b", {}, t("about")), h("p", {}, about)] : [h("p", {}, t("empty"))]));
}

const lineOf = (id) => $("log").querySelector(`li[data-id="${id}"]`);

function putMessage(message) {
  const follow = follows || message.from.id === me;
  const old = lineOf(message.message_id);
  const known = state.chat.log.size ? [...state.chat.log.keys()].at(-1) : 0;
  if (!old && message.message_id < known) return;
  const last = state.chat.log.get(known);
  state.chat.log.set(message.message_id, message);
  const line = bubble(message, me, hooks);
  if (old) old.replaceWith(line);
  else {
    if (!last || dayOf(last.date) !== dayOf(message.date)) $("log").append(dayLine(message));
    $("log").append(line);
    line.classList.add("new");
  }
  if (message.from.is_bot) setStatus("bot");
  drawEmpty();
  if (follow) toBottom();
  markRead();
}

function dropMessage(id) {
  state.chat.log.delete(id);
  const line = lineOf(id);
  const before = line?.previousElementSibling;
  line?.remove();
  if (before?.matches(".day") && !before.nextElementSibling?.dataset.id) before.remove();
  dropContext(id);
  drawEmpty();
}

// Whether the reader is at the newest message, and so wants to stay there.
let follows = true;

const atBottom = () => view.scrollHeight - view.scrollTop - view.clientHeight < 120;

function toBottom() {
  follows = true;
  view.scrollTop = view.scrollHeight;
  $("bottom").hidden = true;
}

function jump(id) {
  const line = lineOf(id);
  line?.scrollIntoView({ block: "center", behavior: "smooth" });
  line?.animate([{ background: "var(--flash)" }, {}], 1400);
}

async function onScroll() {
  follows = atBottom();
  $("bottom").hidden = follows;
  if (view.scrollTop > 80 || complete || !state?.chat.log.size) return;
  complete = true;
  const first = [...state.chat.log.keys()][0];
  const { messages } = await loadOlder(me, first);
  complete = messages.length < 60;
  const height = view.scrollHeight;
  const older = messages.map((message) => [message.message_id, message]);
  state.chat.log = new Map([...older, ...state.chat.log]);
  drawLog();
  view.scrollTop += view.scrollHeight - height;
}

let readUpTo = 0;
function markRead() {
  const last = [...state.chat.log.keys()].at(-1) ?? 0;
  if (document.hidden || last <= readUpTo) return;
  readUpTo = last;
  act("read", { person: me, message_id: last }).catch(() => {});
}

async function become(person, withPayload = null) {
  me = person;
  readUpTo = 0;
  payload = withPayload;
  history.replaceState(null, "", `?person=${person}`);
  await load();
}

function openLink(url) {
  const target = deepLink(url);
  if (!target) return false;
  choosePerson(state.people, (person) => become(person, target.get("start") ?? ""));
  return true;
}

function deepLink(url) {
  const link = new URL(url, location.href);
  const name = link.protocol === "tg:" ? link.searchParams.get("domain") : link.pathname.slice(1);
  const isOurs = link.protocol === "tg:" || /^(www\.)?(t|telegram)\.me$/.test(link.hostname);
  return isOurs && name?.toLowerCase() === state.bot.username.toLowerCase() ? link.searchParams : null;
}

async function press(message, button, key) {
  if (key.copy_text) return hooks.copied(key.copy_text.text);
  if (key.url) {
    if (!openLink(key.url)) open(key.url, "_blank", "noopener,noreferrer");
    return null;
  }
  if (button.classList.contains("waits")) return null;
  button.classList.add("waits");
  button.setAttribute("aria-busy", "true");
  const made = await attempt(act("press", { person: me, message_id: message.message_id, data: key.callback_data }));
  if (!made) return rest(button);
  if (early.has(made.press)) return answered(early.get(made.press), button);
  waiting.set(made.press, button);
  setTimeout(() => { if (waiting.delete(made.press)) { rest(button); toast(t("noAnswer")); } }, PATIENCE);
  return null;
}

function rest(button) {
  button.classList.remove("waits");
  button.removeAttribute("aria-busy");
}

function onAnswer(event) {
  const button = waiting.get(event.press);
  waiting.delete(event.press);
  if (button) answered(event, button);
  else {
    early.set(event.press, event);
    setTimeout(() => early.delete(event.press), PATIENCE);
  }
}

function answered(event, button) {
  rest(button);
  early.delete(event.press);
  if (event.url) openLink(event.url);
  if (!event.text) return;
  if (event.show_alert) alertBox(state.bot.first_name, event.text);
  else toast(event.text);
}

function messageMenu(message, event) {
  const entries = [{ icon: "reply", words: t("reply"), run: () => setContext({ kind: "reply", message }) }];
  const text = message.text ?? message.caption;
  if (text) entries.push({ icon: "copy", words: t("copy"), run: () => hooks.copied(text) });
  if (message.from.id === me && message.text) {
    entries.push({ icon: "pen", words: t("edit"), run: () => setContext({ kind: "edit", message }) });
  }
  menuAt(event, entries);
}

function moreMenu(event) {
  const { blocked } = state.chat;
  menuAt(event, [
    { icon: "out", words: t("language"), run: () => { toggleLanguage(); drawClockBar(); drawAll(); } },
    { icon: "close", words: blocked ? t("unblock") : t("block"), run: () => attempt(act("block", { person: me, blocked: !blocked })) },
  ]);
}

function onEvent(event) {
  if (event.kind === "hello" || event.kind === "commands") return load();
  if (event.kind === "clock") return refreshClock();
  if (!state) return null;
  if (event.person !== me) return noteOther(event);
  switch (event.kind) {
    case "message": return putMessage(event.message);
    case "deleted": return dropMessage(event.message_id);
    case "keyboard": return setKeyboard(event.keyboard);
    case "answer": return onAnswer(event);
    case "action": return showTyping();
    case "standing":
      Object.assign(state.chat, { started: event.started, blocked: event.blocked });
      return drawFoot();
    default: return null;
  }
}

// What was today may be another day now, so the log is drawn anew where it stands.
async function refreshClock() {
  setClock((await loadState(me)).clock);
  const top = view.scrollTop;
  drawLog();
  view.scrollTop = top;
}

function noteOther(event) {
  const person = state.people.find((one) => one.id === event.person);
  if (event.kind !== "message" || !event.message.from.is_bot || event.message.edit_date) return;
  person.unread = true;
  drawPeople(state.people, me, become);
}

function showTyping() {
  setStatus("typing");
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => setStatus("bot"), 5000);
}

startStage();
startComposer();
keepFocus($("bottom"));
$("bottom").addEventListener("click", toBottom);
$("more").addEventListener("click", moreMenu);
view.addEventListener("scroll", onScroll, { passive: true });
const sizes = new ResizeObserver(() => { if (follows) toBottom(); });
sizes.observe(view);
sizes.observe($("log"));
document.addEventListener("visibilitychange", () => { if (!document.hidden && state) markRead(); });
listen(onEvent, (connected) => { setStatus(connected ? "bot" : "offline"); });
