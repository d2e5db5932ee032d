// Talking to the local chat: state, acts, and the stream of changes.
export class Refused extends Error {
  constructor(why) { super(why); this.why = why; }
}

async function answerOf(response) {
  if (response.ok) return response.json();
  const body = await response.json().catch(() => ({}));
  throw new Refused(body.why ?? "failed");
}

export const loadState = (person, chat) =>
  fetch(`/api/state?person=${person}&chat=${chat}`).then(answerOf);

export const loadOlder = (person, chat, before) =>
  fetch(`/api/older?person=${person}&chat=${chat}&before=${before}`).then(answerOf);

export const act = (name, values) =>
  fetch(`/api/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(values),
  }).then(answerOf);

// No bot can fetch more than 20 MB, so of a bigger file only name and size are told.
const MOST_BYTES = 20 * 1024 * 1024;

export function sendFile(file, values) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  if (file.size > MOST_BYTES) {
    form.append("name", file.name);
    form.append("size", file.size);
  } else {
    form.append("file", file, file.name);
  }
  return fetch("/api/send", { method: "POST", body: form }).then(answerOf);
}

export const fileUrl = (id) => `/api/files/${encodeURIComponent(id)}`;

export function listen(onEvent, onState) {
  let source = null;
  const open = () => {
    source = new EventSource("/api/events");
    source.onmessage = (message) => onEvent(JSON.parse(message.data));
    source.onopen = () => onState(true);
    source.onerror = () => {
      onState(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 1500);
    };
  };
  open();
}
