// What lies over the chat for a moment: toasts, alerts, menus, the enlarged photo, choices.
import { $, h, icon, paintFace } from "./dom.js";
import { fileSize, t } from "./words.js";

let toastTimer = 0;

export function toast(text) {
  const box = $("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, 2800 + 40 * text.length);
}

export function openDialog(kind, ...children) {
  const dialog = h("dialog", { class: kind }, ...children);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  $("phone").append(dialog);
  dialog.showModal();
  return dialog;
}

export function alertBox(title, text) {
  const dialog = openDialog("alert", h("h2", {}, title), h("p", {}, text),
    h("div", { class: "actions" }, h("button", { type: "button", onclick: () => dialog.close() }, t("ok"))));
}

export function enlarge(url) {
  const dialog = openDialog("viewer", h("img", { src: url, alt: t("photo") }),
    h("button", { type: "button", class: "icon", "aria-label": t("close"), onclick: () => dialog.close() }, icon("close")));
  dialog.querySelector("img").addEventListener("click", () => dialog.close());
}

// entries: [{ icon, words, run }]
export function menuAt(event, entries) {
  const items = entries.map((entry) => h("button", { type: "button", role: "menuitem",
    onclick: () => { dialog.close(); entry.run(); } }, icon(entry.icon), entry.words));
  const dialog = openDialog("menu", ...items);
  dialog.setAttribute("role", "menu");
  place(dialog, event);
}

function place(dialog, event) {
  const phone = $("phone").getBoundingClientRect();
  const target = event.target.getBoundingClientRect();
  const x = event.clientX || target.left + 12;
  const y = event.clientY || target.top + 12;
  const left = Math.min(Math.max(x, phone.left + 8), phone.right - dialog.offsetWidth - 8);
  const top = Math.min(y, phone.bottom - dialog.offsetHeight - 8);
  dialog.style.left = `${left}px`;
  dialog.style.top = `${Math.max(top, phone.top + 8)}px`;
}

export const choosePerson = (people, choose) =>
  chooseFace(t("openAs"), people.map(({ id, first_name: name }) => ({ id, name })), choose);

// entries: [{ id, name }]
export function chooseFace(title, entries, choose) {
  const faces = entries.map(({ id, name }) => {
    const face = h("span", { class: "face", "aria-hidden": "true" });
    paintFace(face, id, name);
    return h("button", { type: "button", onclick: () => { dialog.close(); choose(id); } }, face, name);
  });
  const dialog = openDialog("sheet", h("h2", {}, title), h("div", { class: "faces" }, ...faces));
}

const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

// send(files, caption, asPhoto)
export function filesSheet(files, text, send) {
  const chosen = [...files];
  const list = h("ul", { class: "chosen" });
  const caption = h("textarea", { rows: "1", placeholder: t("caption"), "aria-label": t("caption") });
  caption.value = text;
  const asPhoto = h("input", { type: "checkbox", checked: true });
  const choice = h("label", { class: "choice" }, asPhoto, t("asPhoto"));
  const go = h("button", { type: "button", class: "main", onclick: () => {
    dialog.close();
    send(chosen, caption.value, !choice.hidden && asPhoto.checked);
  } }, t("send"));
  const draw = () => {
    choice.hidden = !chosen.every((file) => PICTURE.test(file.type));
    list.replaceChildren(...chosen.map((file, place) => fileRow(file, () => { chosen.splice(place, 1); redraw(); })));
  };
  const redraw = () => (chosen.length ? draw() : dialog.close());
  const dialog = openDialog("sheet", h("h2", {}, t("files")), list, choice, caption,
    h("div", { class: "actions" }, h("button", { type: "button", onclick: () => dialog.close() }, t("cancel")), go));
  caption.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      go.click();
    }
  });
  draw();
  caption.focus();
}

function fileRow(file, remove) {
  return h("li", {}, h("span", { class: "filekind" }, icon("file")),
    h("span", { class: "filename" }, h("b", {}, file.name), h("small", {}, fileSize(file.size))),
    h("button", { type: "button", class: "icon", "aria-label": `${t("remove")} ${file.name}`, onclick: remove }, icon("close")));
}
