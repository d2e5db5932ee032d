// The page: who I am, what the chat shows, and what changes in it.
import { act, listen, loadOlder, loadState } from "./api.js";
import { drawChats, isListed, showList } from "./chats.js";
import { dayLine, dayOf, drawClockBar, renameDays, setClock, stamp, startClock } from "./clock.js";
import { attempt, drawFoot, dropContext, offerStart, sayText, setKeyboard, showChat, startComposer } from "./composer.js";
import { $, copyText, h, keepFocus } from "./dom.js";
import { groupSheet, redrawGroup } from "./group.js";
import { drawHead, restStatus, setStatus, showTyping } from "./head.js";
import { followLink } from "./links.js";
import { messageMenu, moreMenu } from "./menus.js";
import { drawPeople } from "./people.js";
import { drawPinned, drawTopics } from "./pins.js";
import { answerCame, pressKey } from "./presses.js";
import { foundCame } from "./inline.js";
import { line } from "./service.js";
import { enlarge, toast } from "./sheets.js";
import { t, toggleLanguage } from "./words.js";

const asked = new URLSearchParams(location.search);
let me = Number(asked.get("person") ?? 0);
let open = Number(asked.get("chat") ?? 0); // the chat wished for; the server knows whether I am in it
let payload = asked.get("start");
let state = null;
let complete = false; // whether the log reaches back to the first message
let loads = 0;
let happened = false; // whether an event came since the last load began
const standing = { thread: 0, voice: "own" }; // how I stand in the open chat

const view = $("view");
const hooks = {
  link: openLink,
  command: (text) => sayText(text),
  copied: async (text) => { await copyText(text); toast(t("copied")); },
  press, menu: (message, event) => messageMenu(message, event, state, place, hooks.copied), enlarge, jump, time: stamp,
  inGroup: () => Boolean(state.chat.group),
};
const place = () => ({ person: me, chat: state.chat.id, ...standing });
const answers = { link: openLink, title: () => state.bot.first_name };

// What happens while a state is on its way may not be in it: then it is asked for again.
async function load() {
  const mine = ++loads;
  happened = false;
  const fresh = await loadState(me, open);
  if (mine !== loads) return;
  const moved = state?.person !== fresh.person || state?.chat.id !== fresh.chat.id;
  state = fresh;
  me = fresh.person;
  open = fresh.chat.id;
  if (moved) { Object.assign(standing, { thread: 0, voice: "own" }); readUpTo = 0; }
  Object.assign(state.chat, standing, { person: me, bot: state.bot.username });
  state.chat.log = new Map(fresh.chat.messages.map((message) => [message.message_id, message]));
  complete = fresh.chat.messages.length < 60;
  const stays = !moved && !follows;
  setClock(fresh.clock);
  drawAll();
  if (!stays) toBottom();
  if (payload !== null) { offerStart(payload); payload = null; }
  markRead();
  if (happened) await load();
}

function drawAll() {
  drawHead(state);
  drawPeople(state.people, me, become);
  drawList();
  drawBars();
  drawLog();
  showChat(state.chat);
  redrawGroup(state);
}

const drawList = () => drawChats(state, {
  open: openChat, time: stamp,
  make: async (values) => {
    const made = await attempt(act("new_group", { person: me, ...values }));
    if (made) await openChat(made.chat);
  },
});

function drawBars() {
  drawPinned(state.chat, jump);
  drawTopics(state.chat, (thread) => {
    standing.thread = thread;
    state.chat.thread = thread;
    drawBars();
    drawLog();
    toBottom();
  });
}

async function openChat(chat) {
  showList(false);
  open = chat;
  history.replaceState(null, "", `?person=${me}&chat=${chat}`);
  await load();
}

const isShown = (message) => !standing.thread || message.message_thread_id === standing.thread;

function drawLog() {
  $("log").setAttribute("aria-label", t("messages"));
  $("log").replaceChildren();
  let day = "";
  for (const message of state.chat.log.values()) {
    if (!isShown(message)) continue;
    if (dayOf(message.date) !== day) $("log").append(dayLine(message.date));
    day = dayOf(message.date);
    $("log").append(line(message, me, hooks));
  }
  drawEmpty();
}

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
  repin(message);
  if (!isShown(message)) { markRead(); return; }
  const shown = line(message, me, hooks);
  if (old) old.replaceWith(shown);
  else {
    if (!last || dayOf(last.date) !== dayOf(message.date)) $("log").append(dayLine(message.date));
    $("log").append(shown);
    shown.classList.add("new");
  }
  if (message.from.is_bot) restStatus(state);
  drawEmpty();
  if (follow) toBottom();
  markRead();
}

// The bar shows a pinned message as it reads now.
function repin(message) {
  const { pinned } = state.chat;
  const at = pinned.findIndex((one) => one.message_id === message.message_id);
  if (at < 0) return;
  pinned[at] = message;
  drawBars();
}

function dropMessage(id) {
  state.chat.log.delete(id);
  const line = lineOf(id);
  const before = line?.previousElementSibling;
  line?.remove();
  if (before?.matches(".day") && !before.nextElementSibling?.dataset.id) before.remove();
  dropContext(id);
  state.chat.pinned = state.chat.pinned.filter((one) => one.message_id !== id);
  drawBars();
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
  const { messages } = await loadOlder(me, state.chat.id, first);
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
  if (document.hidden || isListed() || last <= readUpTo) return;
  readUpTo = last;
  act("read", { ...place(), message_id: last }).catch(() => {});
}

// Whoever I become stays in the same group if they are in it; a deep link is for the private chat.
async function become(person, withPayload = null) {
  me = person;
  open = withPayload === null && state.chat.group ? state.chat.id : 0;
  payload = withPayload;
  if (withPayload !== null) showList(false);
  history.replaceState(null, "", `?person=${person}&chat=${open}`);
  await load();
}

function openLink(url) {
  return followLink(url, state, { become, openChat });
}

function press(message, button, key) {
  if (key.copy_text) return hooks.copied(key.copy_text.text);
  if (!key.url) return pressKey(place(), message, button, key, answers);
  if (!openLink(key.url)) window.open(key.url, "_blank", "noopener,noreferrer");
  return null;
}

function settings() {
  if (!state.chat.group) return;
  groupSheet(state, {
    act: (name, values) => attempt(act(name, { ...place(), ...values })).then(() => redrawGroup(state)),
    speak: (voice) => { standing.voice = voice; state.chat.voice = voice; },
  });
}

function onEvent(event) {
  happened = true;
  if (event.kind === "hello" || event.kind === "commands") return load();
  if (event.kind === "clock") return onClock(event.clock);
  if (!state) return null;
  if (event.kind === "chats" || event.kind === "moved") return onGroups(event);
  if (event.person === me && event.kind === "answer") return answerCame(event, answers);
  if (event.person === me && event.kind === "found") return foundCame(event, answers);
  if (event.person !== me || event.chat !== state.chat.id) return noteOther(event);
  switch (event.kind) {
    case "message": return putMessage(event.message);
    case "deleted": return dropMessage(event.message_id);
    case "keyboard": return setKeyboard(event.keyboard);
    case "action": return showTyping(state);
    case "standing":
      Object.assign(state.chat, { started: event.started, blocked: event.blocked });
      return drawFoot();
    default: return null;
  }
}

// One of my groups has other members, rights, pins or topics, or moved to another id.
function onGroups(event) {
  if (event.person !== me) return null;
  if (event.kind === "moved" && event.chat === open) open = event.to;
  return load();
}

// What was today may be another day now.
function onClock(clock) {
  setClock(clock);
  renameDays();
}

function noteOther(event) {
  const { message } = event;
  if (event.kind !== "message" || message.from.id === event.person || message.edit_date) return;
  const somebody = state.people.find((one) => one.id === event.person);
  if (!somebody.unread) {
    somebody.unread = true;
    drawPeople(state.people, me, become);
  }
  if (event.person !== me) return;
  const chat = state.chats.find((one) => one.id === event.chat);
  if (chat) Object.assign(chat, { unread: true, last: message });
  drawList();
}

startClock();
startComposer();
keepFocus($("bottom"));
$("bottom").addEventListener("click", toBottom);
$("more").addEventListener("click", (event) => moreMenu(event, state, {
  settings, language: () => { toggleLanguage(); drawClockBar(); drawAll(); },
}));
$("chats").addEventListener("click", async () => { await load(); showList(true); });
$("head").querySelector(".who").addEventListener("click", settings);
view.addEventListener("scroll", onScroll, { passive: true });
const sizes = new ResizeObserver(() => { if (follows) toBottom(); });
sizes.observe(view);
sizes.observe($("log"));
document.addEventListener("visibilitychange", () => { if (!document.hidden && state) markRead(); });
listen(onEvent, (connected) => {
  if (connected) restStatus(state);
  else setStatus(t("offline"), true);
});
