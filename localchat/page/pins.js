// The bars over the messages: what is pinned, and the topics of a forum.
import { summary } from "./bubble.js";
import { $, h, icon } from "./dom.js";
import { t } from "./words.js";

let turn = 0;

// A tap goes to the message; the next tap to the one pinned before it.
export function drawPinned(chat, jump) {
  const { pinned } = chat;
  const bar = $("pinned");
  bar.hidden = !pinned.length;
  if (!pinned.length) return;
  const message = pinned[turn % pinned.length];
  bar.setAttribute("aria-label", `${t("pinned")}: ${summary(message)}`);
  bar.replaceChildren(icon("pin"), h("span", {}, h("b", {}, pinned.length > 1 ? `${t("pinned")} (${pinned.length})` : t("pinned")), h("small", {}, summary(message))));
  bar.onclick = () => {
    jump(message.message_id);
    turn += 1;
    drawPinned(chat, jump);
  };
}

export function drawTopics(chat, choose) {
  const bar = $("topics");
  bar.hidden = !chat.group?.is_forum;
  if (bar.hidden) return;
  bar.setAttribute("aria-label", t("topics"));
  const entries = [{ id: 0, name: t("allTopics") }, ...chat.group.topics];
  // What says the same is left alone: a tab that is exchanged under a finger loses its press.
  const drawn = JSON.stringify([entries, chat.thread, chat.id]);
  if (bar.dataset.drawn === drawn) return;
  bar.dataset.drawn = drawn;
  bar.replaceChildren(...entries.map(({ id, name }) => h("button", { type: "button", role: "tab", "aria-selected": String(id === chat.thread), onclick: () => choose(id) }, name)));
}
