// What one can do with a message, and with the whole chat.
import { act } from "./api.js";
import { attempt, setContext } from "./composer.js";
import { menuAt } from "./sheets.js";
import { t } from "./words.js";

export function messageMenu(message, event, state, place, copied) {
  const entries = [{ icon: "reply", words: t("reply"), run: () => setContext({ kind: "reply", message }) }];
  const text = message.text ?? message.caption;
  if (text) entries.push({ icon: "copy", words: t("copy"), run: () => copied(text) });
  if (message.from.id === state.person && message.text) {
    entries.push({ icon: "pen", words: t("edit"), run: () => setContext({ kind: "edit", message }) });
  }
  menuAt(event, [...entries, ...managing(message, state, place)]);
}

function managing(message, { chat, person }, place) {
  const { group, pinned } = chat;
  const run = (name) => () => attempt(act(name, { ...place(), message_id: message.message_id }));
  const entries = [];
  if (group?.manages) {
    const name = pinned.some((one) => one.message_id === message.message_id) ? "unpin" : "pin";
    entries.push({ icon: "pin", words: t(name), run: run(name) });
  }
  const may = group && (group.manages || message.from.id === person);
  return may ? [...entries, { icon: "bin", words: t("erase"), run: run("delete") }] : entries;
}

// hooks: settings(), language()
export function moreMenu(event, { chat, person }, hooks) {
  const { blocked, group } = chat;
  const block = { icon: "close", words: blocked ? t("unblock") : t("block"), run: () => attempt(act("block", { person, blocked: !blocked })) };
  menuAt(event, [
    { icon: "out", words: t("language"), run: hooks.language },
    group ? { icon: "people", words: t("settings"), run: hooks.settings } : block,
  ]);
}
