// One message as it stands in the log.
import { fileUrl } from "./api.js";
import { BOT_COLOUR, colourOf, h, icon } from "./dom.js";
import { richText } from "./richtext.js";
import { fileSize, t } from "./words.js";

// hooks: link, command, copied (as richText); press(message, button, key), menu(message, event),
// enlarge(url), jump(messageId), time(unixSeconds), inGroup()
export function bubble(message, me, hooks) {
  const mine = message.from.id === me;
  const classes = ["message", mine ? "mine" : "theirs"];
  if (message.photo) classes.push("picture");
  if (message.edit_date) classes.push("edited");
  const body = h("div", { class: "bubble", tabindex: "0", data: { id: message.message_id } },
    !mine && hooks.inGroup() ? sender(message) : null,
    message.via_bot ? h("small", { class: "via" }, `via @${message.via_bot.username}`) : null,
    message.reply_to_message ? replied(message.reply_to_message, hooks) : null,
    media(message, hooks),
    words(message, hooks),
    stamp(message, mine, hooks));
  body.addEventListener("click", (event) => {
    const busy = event.target.closest("a,button,code,pre,blockquote.folded,.spoiler,img");
    if (!busy && !String(getSelection())) hooks.menu(message, event);
  });
  body.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === body) hooks.menu(message, event);
  });
  body.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    hooks.menu(message, event);
  });
  return h("li", { class: classes.join(" "), data: { id: message.message_id } },
    body, keyboard(message, hooks));
}

export const senderName = (message) => message.sender_chat?.title ?? message.from.first_name;

function sender(message) {
  const name = h("b", { class: "sender" }, senderName(message));
  name.style.setProperty("--face", colourOf(message.sender_chat?.id ?? (message.from.is_bot ? BOT_COLOUR : message.from.id)));
  return name;
}

function words(message, hooks) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.entities ?? message.caption_entities;
  return h("div", { class: "text" }, richText(text, entities, hooks));
}

function stamp(message, mine, hooks) {
  return h("span", { class: "stamp" },
    message.edit_date ? `${t("edited")} ` : null,
    hooks.time(message.date),
    mine ? icon("check") : null);
}

export function summary(message) {
  const text = message.text ?? message.caption;
  if (text) return text.replace(/\s+/g, " ").slice(0, 90);
  if (message.photo) return t("photo");
  if (message.voice) return t("voiceMessage");
  return message.document?.file_name ?? t("document");
}

function replied(original, hooks) {
  return h("button", { type: "button", class: "replied", onclick: () => hooks.jump(original.message_id) },
    h("b", {}, senderName(original)), h("span", {}, summary(original)));
}

function media(message, hooks) {
  if (message.photo) return photo(message.photo.at(-1), hooks);
  if (message.document) return file(message.document);
  return message.voice ? voice(message.voice) : null;
}

function photo(size, hooks) {
  const image = h("img", { src: fileUrl(size.file_id), width: size.width, height: size.height, alt: t("photo"), loading: "lazy" });
  return h("button", { type: "button", class: "photo", "aria-label": t("enlarge"), onclick: () => hooks.enlarge(fileUrl(size.file_id)) }, image);
}

function file(sent) {
  const kind = /\.([a-z0-9]{1,4})$/i.exec(sent.file_name ?? "")?.[1] ?? "";
  return h("a", { class: "file", href: `${fileUrl(sent.file_id)}?download`, download: sent.file_name ?? "file", "aria-label": `${t("download")} ${sent.file_name}` },
    h("span", { class: "filekind" }, kind ? kind.toLowerCase() : icon("file")),
    h("span", { class: "filename" }, h("b", {}, middle(sent.file_name ?? t("document"))), h("small", {}, fileSize(sent.file_size ?? 0))));
}

// The end of a name tells more than its middle.
function middle(name) {
  const letters = [...name];
  return letters.length > 44 ? `${letters.slice(0, 28).join("")}…${letters.slice(-14).join("")}` : name;
}

const WAVE = [5, 9, 14, 8, 12, 18, 11, 7, 15, 20, 13, 9, 6, 12, 17, 10, 14, 8, 5, 11, 7, 4];

function voice(sent) {
  const bars = WAVE.map((height) => {
    const bar = h("i");
    bar.style.height = `${height}px`;
    return bar;
  });
  return h("div", { class: "voice", "aria-label": t("voiceMessage") },
    h("span", { class: "filekind" }, icon("play")),
    h("span", { class: "wave" }, ...bars),
    h("small", {}, `0:${String(sent.duration).padStart(2, "0")}`));
}

function keyboard(message, hooks) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  return h("div", { class: "inline" },
    ...rows.map((row) => h("div", { class: "row" }, ...row.map((key) => inlineKey(message, key, hooks)))));
}

function inlineKey(message, key, hooks) {
  const corner = key.url ? icon("out") : key.copy_text ? icon("copy") : null;
  const button = h("button", { type: "button", data: { key: key.callback_data ?? "" } }, h("span", {}, key.text), corner);
  if (key.style) button.classList.add(key.style);
  button.addEventListener("click", () => hooks.press(message, button, key));
  button.addEventListener("mousedown", (event) => event.preventDefault());
  return button;
}
