// The head of the open chat: its face, its name, and what goes on in it.
import { paintChat, titleOf } from "./chats.js";
import { $, label } from "./dom.js";
import { locale, t, told } from "./words.js";

let typingTimer = 0;

export function drawHead(state) {
  const { id, group } = state.chat;
  const title = titleOf(group ?? {}, state.bot);
  document.documentElement.lang = locale();
  document.title = title;
  $("botname").textContent = title;
  paintChat($("botface"), { id, title: group?.title }, state.bot);
  label($("more"), t("more"), "more");
  restStatus(state);
}

// What stands under the name while nothing goes on; before the first state that the bot is one.
export function restStatus(state) {
  const members = state?.chat.group?.members.filter((member) => member.is_in);
  setStatus(members ? told("members", { count: members.length }) : t("bot"));
}

export function setStatus(words, busy = false) {
  $("status").textContent = words;
  $("status").classList.toggle("busy", busy);
}

export function showTyping(state) {
  setStatus(t("typing"), true);
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => restStatus(state), 5000);
}
