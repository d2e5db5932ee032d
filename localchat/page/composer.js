// The lower end of the chat: input, reply and edit, commands, keys, files.
import { act, Refused, sendFile } from "./api.js";
import { summary } from "./bubble.js";
import { $, h, icon, keepFocus, label } from "./dom.js";
import { inquire } from "./inline.js";
import { filesSheet, toast } from "./sheets.js";
import { t } from "./words.js";

const WORD_OF = { empty: "empty_text" };
const drafts = new Map();
let chat = null; // as the server tells it, and: person, bot, thread, voice
let context = null; // { kind: "reply" | "edit", message }
let keysOpen = true;
let payload = null;

const input = () => $("input");

export async function attempt(promise) {
  try {
    return await promise;
  } catch (error) {
    toast(t(error instanceof Refused ? WORD_OF[error.why] ?? error.why : "failed"));
    return null;
  }
}

const draftOf = (one) => `${one.person}/${one.id}`;

// Where one acts, as the server wants to know it.
const place = () => ({ person: chat.person, chat: chat.id, thread: chat.thread, voice: chat.voice });

export function showChat(next) {
  if (chat) drafts.set(draftOf(chat), input().value);
  if (!chat || draftOf(chat) !== draftOf(next)) {
    setContext(null);
    payload = null;
    input().value = drafts.get(draftOf(next)) ?? "";
    keysOpen = true;
  }
  chat = next;
  inquire(input().value, place(), chat.bot);
  drawFoot();
}

export function drawFoot() {
  label($("menu"), t("menu"), "slash");
  label($("attach"), t("attach"), "clip");
  label($("bottom"), t("bottom"), "down");
  input().setAttribute("aria-label", t("input"));
  input().placeholder = chat?.keyboard.input_field_placeholder ?? t("input");
  drawSend();
  drawBig();
  drawKeys();
  drawContext();
}

export function setKeyboard(keyboard) {
  chat.keyboard = keyboard;
  keysOpen = true;
  if (keyboard.force_reply) {
    const last = [...chat.log.values()].filter((message) => message.from.is_bot).at(-1);
    if (last) setContext({ kind: "reply", message: last });
  }
  drawFoot();
}

export function offerStart(withPayload) {
  payload = withPayload;
  drawBig();
}

function drawBig() {
  const closed = !chat?.started || chat.blocked || payload !== null;
  $("big").hidden = !closed;
  $("composer").hidden = closed;
  $("big").textContent = chat?.blocked ? t("unblock") : t("start");
  grow(); // hidden it had no height to measure
}

async function pressBig() {
  const deep = payload;
  if (chat.blocked && deep === null) {
    await attempt(act("block", { person: chat.person, blocked: false }));
    return;
  }
  const started = await attempt(act("start", { person: chat.person, payload: deep ?? "" }));
  if (!started) return;
  payload = null;
  drawBig();
  input().focus();
}

function drawSend() {
  const hasText = input().value.trim() !== "";
  const editing = context?.kind === "edit";
  label($("send"), hasText || editing ? t("send") : t("voice"), editing ? "check" : hasText ? "send" : "mic");
  $("send").classList.toggle("go", hasText || editing);
}

function drawKeys() {
  const rows = chat?.keyboard.keyboard ?? [];
  const usable = rows.length > 0 && chat.started && !chat.blocked;
  $("keystoggle").hidden = !usable;
  $("keys").hidden = !usable || !keysOpen;
  $("keys").classList.toggle("tall", !chat?.keyboard.resize_keyboard);
  label($("keystoggle"), keysOpen ? t("hideKeys") : t("showKeys"), keysOpen ? "down" : "keys");
  $("keys").replaceChildren(...rows.map((row) => h("div", { class: "row" }, ...row.map(key))));
}

function key({ text }) {
  const button = h("button", { type: "button", onclick: () => say(text) }, text);
  keepFocus(button);
  return button;
}

async function say(text) {
  const sent = await attempt(act("say", { ...place(), text, reply_to: replyTo() }));
  if (!sent) return false;
  setContext(null);
  if (chat.keyboard.one_time_keyboard) { keysOpen = false; drawKeys(); }
  return true;
}

export const sayText = (text) => say(text);

const replyTo = () => (context?.kind === "reply" ? context.message.message_id : 0);

async function submit(event) {
  event.preventDefault();
  const text = input().value;
  if (!text.trim()) {
    if (!context) await attempt(act("voice", place()));
    return;
  }
  input().value = "";
  changed();
  const done = context?.kind === "edit" ? await saveEdit(text) : await say(text);
  if (!done) { input().value = text; changed(); }
}

async function saveEdit(text) {
  const message_id = context.message.message_id;
  const done = await attempt(act("edit", { ...place(), message_id, text }));
  if (done) setContext(null);
  return done !== null;
}

export function setContext(next) {
  const wasEdit = context?.kind === "edit";
  context = next;
  if (next?.kind === "edit") input().value = next.message.text;
  else if (wasEdit && !next) input().value = "";
  drawContext();
  changed();
  if (next) input().focus();
}

export function dropContext(messageId) {
  if (context?.message.message_id === messageId) setContext(null);
}

function drawContext() {
  const box = $("context");
  box.hidden = !context;
  if (!context) return;
  const editing = context.kind === "edit";
  box.replaceChildren(icon(editing ? "pen" : "reply"),
    h("span", {}, h("b", {}, editing ? t("editing") : t("reply")), h("small", {}, summary(context.message))),
    h("button", { type: "button", class: "icon", "aria-label": t("cancel"), onclick: () => setContext(null) }, icon("close")));
}

function changed() {
  drawSend();
  grow();
  const text = input().value;
  if (/^\/\w*$/.test(text)) showCommands(text.slice(1));
  else $("commands").hidden = true;
  if (chat) inquire(text, place(), chat.bot);
}

function grow() {
  input().style.height = "auto";
  input().style.height = `${Math.min(input().scrollHeight, 132)}px`;
}

function showCommands(prefix) {
  const fitting = chat.commands.filter((entry) => entry.command.startsWith(prefix));
  $("commands").hidden = !fitting.length;
  $("commands").setAttribute("aria-label", t("menu"));
  $("commands").replaceChildren(...fitting.map((entry) => {
    const button = h("button", { type: "button", role: "menuitem", onclick: () => runCommand(entry.command) },
      h("b", {}, `/${entry.command}`), h("span", {}, entry.description));
    keepFocus(button);
    return button;
  }));
}

function runCommand(command) {
  $("commands").hidden = true;
  input().value = "";
  changed();
  say(chat.group ? `/${command}@${chat.bot}` : `/${command}`);
}

export function offerFiles(files) {
  if (!files.length || !chat.started || chat.blocked) return;
  filesSheet(files, input().value, async (chosen, caption, asPhoto) => {
    input().value = "";
    changed();
    toast(t("sending"));
    const album = chosen.length > 1 ? String(Date.now()) : "";
    const reply_to = replyTo();
    setContext(null);
    for (const [n, file] of chosen.entries()) {
      await attempt(sendFile(file, { ...place(), caption: n ? "" : caption, as_photo: asPhoto, album, reply_to }));
    }
    $("toast").hidden = true;
    input().focus();
  });
}

function onKey(event) {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    if (input().value.trim()) $("composer").requestSubmit();
  } else if (event.key === "Escape") {
    setContext(null);
    $("commands").hidden = true;
  } else if (event.key === "ArrowUp" && !input().value) {
    const own = [...chat.log.values()].filter((message) => message.from.id === chat.person && message.text);
    if (own.length) { event.preventDefault(); setContext({ kind: "edit", message: own.at(-1) }); }
  }
}

export function startComposer() {
  $("composer").addEventListener("submit", submit);
  $("big").addEventListener("click", pressBig);
  input().addEventListener("input", changed);
  input().addEventListener("keydown", onKey);
  input().addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) { event.preventDefault(); offerFiles(event.clipboardData.files); }
  });
  for (const id of ["send", "menu", "keystoggle"]) keepFocus($(id));
  $("menu").addEventListener("click", () => {
    if ($("commands").hidden) showCommands(""); else $("commands").hidden = true;
  });
  $("keystoggle").addEventListener("click", () => { keysOpen = !keysOpen; drawKeys(); });
  $("attach").addEventListener("click", () => $("files").click());
  $("files").addEventListener("change", () => { offerFiles($("files").files); $("files").value = ""; });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#commands,#menu,#input")) $("commands").hidden = true;
  });
  startDrop();
}

function startDrop() {
  const phone = $("phone");
  const show = (visible) => { $("drop").hidden = !visible; $("drop").textContent = t("dropHere"); };
  phone.addEventListener("dragover", (event) => { event.preventDefault(); show(true); });
  phone.addEventListener("dragleave", (event) => { if (!phone.contains(event.relatedTarget)) show(false); });
  phone.addEventListener("drop", (event) => { event.preventDefault(); show(false); offerFiles(event.dataTransfer.files); });
}
