// The clock that can be moved, how far a travel has come, and moments as people read them.
import { act } from "./api.js";
import { $, h, icon } from "./dom.js";
import { locale, t, told } from "./words.js";

const DAY = 86_400_000;
const A_WHILE = 2 * DAY; // a shorter travel is over before one could read of it

let clock = { now: Date.now(), offset: 0, zone: "Asia/Shanghai", travel: null };
let ahead = 0;
const formats = new Map(); // making one takes longer than using it a hundred times

export function setClock(view) {
  clock = view;
  ahead = view.now - Date.now();
  tick();
  drawTravel();
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

// The line above the messages of a day, and all such lines once it is another day.
export const dayLine = (seconds) =>
  h("li", { class: "day", data: { day: dayOf(seconds), seconds } }, h("span", {}, dayWords(seconds)));

export function renameDays() {
  for (const line of document.querySelectorAll("#log .day")) {
    line.firstChild.textContent = dayWords(Number(line.dataset.seconds));
  }
}

function format(milliseconds, fields) {
  const key = JSON.stringify([locale(), clock.zone, fields]);
  if (!formats.has(key)) {
    const options = { timeZone: clock.zone, hourCycle: "h23", ...fields };
    formats.set(key, new Intl.DateTimeFormat(locale(), options));
  }
  return formats.get(key).format(new Date(milliseconds));
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
    step(t("day"), () => move({ shift: DAY / 1000 })),
    step(t("now"), () => move({})),
    h("span", { class: "goto" }, field, step(t("goTo"), go)));
  $("clock").dataset.shown = "";
  tick();
  drawTravel();
}

const step = (words, run) => h("button", { type: "button", onclick: run }, words);

async function move(how) {
  setClock(await act("clock", how));
  $("clockbar").querySelector("input").value = fieldValue();
}

// While a season goes by: which day of how many, and the button that ends it.
function drawTravel() {
  const { travel } = clock;
  const strip = $("travel");
  strip.hidden = !travel || travel.to - travel.from < A_WHILE;
  $("stage").classList.toggle("travelling", !strip.hidden);
  if (strip.hidden) { strip.replaceChildren(); return; }
  if (!strip.firstChild) strip.append(h("progress"), h("span"), step(t("stop"), () => move({ stop: 1 })));
  const [bar, words] = strip.children;
  const total = Math.round((travel.to - travel.from) / DAY);
  const passed = Math.floor((clock.now - travel.from) / DAY);
  Object.assign(bar, { max: total, value: passed });
  bar.setAttribute("aria-label", t("goTo"));
  words.textContent = told("daysPassed", { passed, total });
}

function fieldValue() {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: clock.zone, dateStyle: "short", timeStyle: "short" });
  return parts.format(new Date(Date.now() + ahead)).replace(" ", "T");
}

export function startClock() {
  setInterval(tick, 1000);
  const show = (open) => {
    $("clockbar").hidden = !open;
    $("clock").setAttribute("aria-expanded", String(open));
    if (open) $("clockbar").querySelector("input").value = fieldValue();
  };
  $("clock").addEventListener("click", () => show($("clockbar").hidden));
  drawClockBar();
}
