// What happened in a chat without anybody writing it, in one line.
import { bubble, summary } from "./bubble.js";
import { h } from "./dom.js";
import { t, told } from "./words.js";

const nameOf = (user) => user.first_name;

export function serviceWords(message) {
  const who = message.sender_chat?.title ?? nameOf(message.from);
  if (message.group_chat_created || message.supergroup_chat_created) return told("created", { who });
  if (message.new_chat_members) return joined(message, who);
  if (message.left_chat_member) return left(message, who);
  if (message.pinned_message) return told("pinnedBy", { who, what: summary(message.pinned_message).slice(0, 24) });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t("migrated");
  if (message.forum_topic_created) return told("topicOpened", { who, name: message.forum_topic_created.name });
  return null;
}

// One message as it stands in the log: a bubble, or the line that says what happened.
export function line(message, me, hooks) {
  const words = serviceWords(message);
  if (!words) return bubble(message, me, hooks);
  const pinned = message.pinned_message;
  const inside = pinned
    ? h("button", { type: "button", onclick: () => hooks.jump(pinned.message_id) }, words)
    : h("span", {}, words);
  return h("li", { class: "service", data: { id: message.message_id } }, inside);
}

function joined({ from, new_chat_members: users }, who) {
  if (users.length === 1 && users[0].id === from.id) return told("joined", { who });
  return told("letIn", { who, whom: users.map(nameOf).join(", ") });
}

function left({ from, left_chat_member: user }, who) {
  return user.id === from.id ? told("left", { who }) : told("sentAway", { who, whom: nameOf(user) });
}
