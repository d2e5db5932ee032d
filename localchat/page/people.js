// The strip above the phone: who I am.
import { $, h, paintFace } from "./dom.js";
import { t } from "./words.js";

export function drawPeople(people, me, choose) {
  $("people").setAttribute("aria-label", t("people"));
  const before = $("people").scrollLeft;
  $("people").replaceChildren(...people.map((person) => tab(person, person.id === me, choose)));
  $("people").scrollLeft = before;
  $("people").querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function tab(person, isMe, choose) {
  const face = h("span", { class: "face", "aria-hidden": "true" });
  paintFace(face, person.id, person.first_name);
  const unread = person.unread && !isMe;
  const words = unread ? `${person.first_name}, ${t("unread")}` : person.first_name;
  return h("button", { type: "button", role: "tab", class: unread ? "unread" : "", "aria-selected": String(isMe), "aria-label": words, title: words, onclick: () => choose(person.id) },
    face, h("span", { class: "name" }, person.first_name));
}
