// The strip above the phone: who I am, and the clock that can be moved.
import { act } from "./api.js";
import { $, h, icon, paintFace } from "./dom.js";
import { locale, t } from "./words.js";

let clock = { now: Date.now(), offset: 0, zone: "Asia/Shanghai" };
let ahead = 0;

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

export function setClock(view) {
  clock = view;
  ahead = view.now - Date.now();
  tick();
}

export const stamp = (seconds) => format(seconds * 1000, { hour: "2-digit", minute: "2-digit" });
export const dayOf = (seconds) => format(seconds * 1000, { year: "numeric", month: "2-digit", day: "2-digit" });

export function dayWords(seconds) {
  const now = Date.now() + ahead;
  if (dayOf(seconds) === dayOf(now / 1000)) return t("today");
  const sameYear = format(seconds * 1000, { year: "numeric" }) === format(now, { year: "numeric" });
  const year = sameYear ? {} : { year: "numeric" };
  return format(seconds * 1000, { ...year, month: "long", day: "numeric", weekday: "short" });
}

function format(milliseconds, fields) {
  const options = { timeZone: clock.zone, hourCycle: "h23", ...fields };
  return new Intl.DateTimeFormat(locale(), options).format(new Date(milliseconds));
}

function tick() {
  const shown = format(Date.now() + ahead, { month: "2-digit", day: "2-digit", weekday: "short", hour: "2-digit", minute: "2-digit" });
  const button = $("clock");
  if (button.dataset.shown === shown && button.dataset.offset === String(clock.offset)) return;
  Object.assign(button.dataset, { shown, offset: String(clock.offset) });
  button.classList.toggle("shifted", Math.abs(clock.offset) > 1);
  button.setAttribute("aria-label", `${t("clock")} ${shown}${Math.abs(clock.offset) > 1 ? ` (${t("shifted")})` : ""}`);
  button.replaceChildren(icon("clock"), h("span", {}, shown));
}

export function drawClockBar() {
  const field = h("input", { type: "datetime-local", "aria-label": t("date"), value: fieldValue() });
  const go = () => { if (field.value) move({ moment: field.value }); };
  field.addEventListener("keydown", (event) => { if (event.key === "Enter") go(); });
  $("clockbar").replaceChildren(
    step(t("hour"), () => move({ shift: 3600 })),
    step(t("day"), () => move({ shift: 86400 })),
    step(t("now"), () => move({})),
    h("span", { class: "goto" }, field, step(t("goTo"), go)));
  $("clock").dataset.shown = "";
  tick();
}

const step = (words, run) => h("button", { type: "button", onclick: run }, words);

async function move(how) {
  setClock(await act("clock", how));
  $("clockbar").querySelector("input").value = fieldValue();
}

function fieldValue() {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: clock.zone, dateStyle: "short", timeStyle: "short" });
  return parts.format(new Date(Date.now() + ahead)).replace(" ", "T");
}

export function startStage() {
  setInterval(tick, 1000);
  const show = (open) => {
    $("clockbar").hidden = !open;
    $("clock").setAttribute("aria-expanded", String(open));
    if (open) $("clockbar").querySelector("input").value = fieldValue();
  };
  $("clock").addEventListener("click", () => show($("clockbar").hidden));
  drawClockBar();
}
