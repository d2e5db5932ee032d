// The settings of a group: who is in it, what the bot may, under whose name one writes.
import { checkbox } from "./chats.js";
import { BOT_COLOUR, h, paintFace } from "./dom.js";
import { openDialog } from "./sheets.js";
import { t } from "./words.js";

let shown = null; // { dialog, box, hooks, topic, drawn } while the sheet is open

// hooks: act(name, values), speak(voice)
export function groupSheet(state, hooks) {
  const box = h("div", { class: "group" });
  const dialog = openDialog("sheet", box);
  // One field for the whole time: a sheet drawn anew must not lose what somebody is typing.
  const topic = h("input", { type: "text", class: "field", placeholder: t("topicName"), "aria-label": t("topicName"), maxlength: "128" });
  shown = { dialog, box, hooks, topic };
  dialog.addEventListener("close", () => { shown = null; });
  redrawGroup(state);
}

export function redrawGroup(state) {
  if (!shown) return;
  if (!state.chat.group) { shown.dialog.close(); return; }
  const { group, voice } = state.chat;
  const { box, hooks } = shown;
  // What says the same is left alone: a button that is exchanged under a finger loses its press.
  const drawn = JSON.stringify([group, voice, state.person]);
  if (shown.drawn === drawn) return;
  shown.drawn = drawn;
  box.replaceChildren(
    h("h2", {}, group.title),
    h("ul", { class: "chosen members" }, ...group.members.map((member) => memberLine(member, state, hooks))),
    ...(group.manages ? managing(state, hooks) : []),
    h("div", { class: "actions" }, h("button", { type: "button", onclick: () => shown?.dialog.close() }, t("close"))));
}

function memberLine(member, state, hooks) {
  const { user } = member;
  const face = h("span", { class: "face", "aria-hidden": "true" });
  paintFace(face, user.is_bot ? BOT_COLOUR : user.id, user.first_name);
  return h("li", { class: member.is_in ? "" : "out" }, face,
    h("span", { class: "filename" }, h("b", {}, user.first_name), h("small", {}, role(member))),
    doing(member, state, hooks));
}

function role(member) {
  if (!member.is_in) return t("notIn");
  if (member.is_creator) return t("creator");
  if (member.manages) return t("administrator");
  return t(member.user.is_bot ? "plainBot" : "member");
}

function doing({ user, is_in: isIn, is_creator: isCreator }, state, { act }) {
  const key = (words, name) => h("button", { type: "button", class: "small", "aria-label": `${words} ${user.first_name}`, onclick: () => act(name, { user: user.id }) }, words);
  if (!isIn) return key(t("letThemIn"), "add");
  if (user.id === state.person) return key(t("leave"), "remove");
  return state.chat.group.manages && !isCreator ? key(t("sendAway"), "remove") : null;
}

function managing(state, hooks) {
  const { group } = state.chat;
  const bot = group.members.find((member) => member.user.is_bot);
  return [
    ...(bot.is_in ? botRights(bot, hooks) : []),
    checkbox(t("allMayPin"), group.all_may_pin, (allowed) => hooks.act("let_all_pin", { allowed })).line,
    voices(state, hooks),
    ...(group.is_super ? [] : [
      wide(t("migrate"), () => hooks.act("migrate", {})),
      wide(t("migrateForum"), () => hooks.act("migrate", { is_forum: true })),
    ]),
    group.is_forum ? newTopic(hooks) : null,
  ].filter(Boolean);
}

function botRights({ user, manages, may_pin: mayPin }, { act }) {
  const admin = checkbox(t("botAdmin"), manages, (on) => act(on ? "promote" : "demote", { user: user.id, may_pin: true }));
  const pins = checkbox(t("botPins"), mayPin, (on) => act("promote", { user: user.id, may_pin: on }));
  pins.box.disabled = !manages;
  return [admin.line, pins.line];
}

function voices({ chat }, hooks) {
  const names = { own: t("asMyself"), group: t("asGroup"), ...(chat.group.is_super ? { channel: t("asChannel") } : {}) };
  const choice = h("select", { class: "field", "aria-label": t("speakAs") },
    ...Object.entries(names).map(([voice, words]) => h("option", { value: voice, selected: voice === chat.voice }, words)));
  choice.addEventListener("change", () => hooks.speak(choice.value));
  return h("label", { class: "choice" }, h("span", {}, t("speakAs")), choice);
}

const wide = (words, run) => h("button", { type: "button", class: "wide", onclick: run }, words);

function newTopic({ act }) {
  const { topic } = shown;
  const open = () => {
    const name = topic.value.trim();
    topic.value = "";
    if (name) act("open_topic", { name });
  };
  return h("div", { class: "choice" }, topic, h("button", { type: "button", class: "small", onclick: open }, t("openTopic")));
}
