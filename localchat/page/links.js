// Links of the messenger to our bot: ?start= leads to the private chat, ?startgroup= into a group.
import { act } from "./api.js";
import { attempt } from "./composer.js";
import { chooseFace, choosePerson, toast } from "./sheets.js";
import { t } from "./words.js";

function deepLink(url, username) {
  const link = new URL(url, location.href);
  const name = link.protocol === "tg:" ? link.searchParams.get("domain") : link.pathname.slice(1);
  const isOurs = link.protocol === "tg:" || /^(www\.)?(t|telegram)\.me$/.test(link.hostname);
  return isOurs && name?.toLowerCase() === username.toLowerCase() ? link.searchParams : null;
}

// go: { become(person, payload), openChat(chatId) }; whether the link was one of ours
export function followLink(url, state, go) {
  const target = deepLink(url, state.bot.username);
  if (!target) return false;
  if (target.has("startgroup")) chooseGroup(target.get("startgroup"), state, go);
  else choosePerson(state.people, (person) => go.become(person, target.get("start") ?? ""));
  return true;
}

function chooseGroup(payload, state, go) {
  const groups = state.chats.filter((chat) => chat.title).map(({ id, title }) => ({ id, name: title }));
  if (!groups.length) { toast(t("noGroups")); return; }
  chooseFace(t("whichGroup"), groups, async (chat) => {
    await attempt(act("start_group", { person: state.person, chat, payload }));
    await go.openChat(chat);
  });
}
