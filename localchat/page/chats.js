// The list of a person's chats, and the making of a new group.
import { $, BOT_COLOUR, h, icon, label, paintFace } from "./dom.js";
import { serviceWords } from "./service.js";
import { summary } from "./bubble.js";
import { openDialog } from "./sheets.js";
import { t } from "./words.js";

export const titleOf = (chat, bot) => chat.title ?? bot.first_name;

export function paintChat(face, chat, bot) {
  paintFace(face, chat.title ? chat.id : BOT_COLOUR, titleOf(chat, bot));
}

export function showList(open) {
  $("phone").classList.toggle("listing", open);
  $("chatlist").hidden = !open;
  $("chats").setAttribute("aria-expanded", String(open));
}

export const isListed = () => !$("chatlist").hidden;

// hooks: open(chatId), make(values), time(unixSeconds)
export function drawChats(state, hooks) {
  label($("chats"), t("chats"), "back");
  $("chats").classList.toggle("unread", state.chats.some((chat) => chat.unread && chat.id !== state.chat.id));
  const rows = state.chats.map((chat) => row(chat, state, hooks));
  const make = h("button", { type: "button", class: "newgroup", onclick: () => newGroup(state, hooks.make) }, icon("people"), t("newGroup"));
  $("chatlist").replaceChildren(h("h2", {}, t("chats")), h("ul", {}, ...rows), make);
}

function row(chat, state, hooks) {
  const face = h("span", { class: "face", "aria-hidden": "true" });
  paintChat(face, chat, state.bot);
  const title = titleOf(chat, state.bot);
  const button = h("button", { type: "button", class: chat.unread ? "unread" : "", "aria-label": chat.unread ? `${title}, ${t("unread")}` : title, onclick: () => hooks.open(chat.id) },
    face,
    h("span", { class: "filename" }, h("b", {}, title), h("small", {}, lastWords(chat, state.person))),
    h("small", { class: "when" }, chat.last ? hooks.time(chat.last.date) : null));
  return h("li", {}, button);
}

function lastWords(chat, person) {
  if (!chat.last) return t("empty");
  const words = serviceWords(chat.last) ?? summary(chat.last);
  const byName = chat.title && !serviceWords(chat.last) && chat.last.from.id !== person;
  return byName ? `${chat.last.sender_chat?.title ?? chat.last.from.first_name}: ${words}` : words;
}

export function checkbox(words, checked, onchange) {
  const box = h("input", { type: "checkbox", checked, onchange: () => onchange?.(box.checked) });
  return { box, line: h("label", { class: "choice" }, box, h("span", {}, words)) };
}

function newGroup(state, make) {
  const title = h("input", { type: "text", class: "field", placeholder: t("groupTitle"), "aria-label": t("groupTitle"), maxlength: "128" });
  const others = state.people.filter((person) => person.id !== state.person)
    .map((person) => ({ id: person.id, ...checkbox(person.first_name, false) }));
  const bot = checkbox(state.bot.first_name, true);
  const go = () => {
    if (!title.value.trim()) { title.focus(); return; }
    dialog.close();
    const people = others.filter((one) => one.box.checked).map((one) => one.id);
    make({ title: title.value.trim(), people, with_bot: bot.box.checked });
  };
  const dialog = openDialog("sheet", h("h2", {}, t("newGroup")), title, bot.line, ...others.map((one) => one.line),
    h("div", { class: "actions" }, h("button", { type: "button", onclick: () => dialog.close() }, t("cancel")),
      h("button", { type: "button", class: "main", onclick: go }, t("create"))));
  title.focus();
}
