// Keeps a page as the hall is: every element with data-live is taken from the page as the server
// now gives it. Forms are sent without leaving the page. Without this script the same page and the
// same forms work, with a reload.

const RETRY_FIRST_MS = 1000;
const RETRY_MOST_MS = 15000;
// The server says something at least every 15 s; after 40 s of silence the line is dead.
const SILENCE_MOST_MS = 40000;
const FETCH_MOST_MS = 10000;
// Several changes at once are one refresh.
const GATHER_MS = 120;

const listeners = [];

/** Calls `listener(changed)` after the page has taken over something new; once now. */
export function onRefresh(listener) {
  listeners.push(listener);
  guarded(() => listener(true));
}

function guarded(work) {
  try {
    return work();
  } catch (error) {
    // One part that fails must not stop the others.
    console.error(error);
    return undefined;
  }
}

function connection(up) {
  const note = document.getElementById("connection");
  if (note) note.hidden = up;
}

async function get(address, options = {}) {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), FETCH_MOST_MS);
  try {
    return await fetch(address, { credentials: "same-origin", cache: "no-store", ...options, signal: control.signal });
  } finally {
    clearTimeout(timer);
  }
}

// Request ids differ on each rendering; a part that differs in nothing else is left alone.
function comparable(element) {
  return element.outerHTML.replace(/name="request" value="[^"]*"/g, "");
}

function inUse(part) {
  const focus = document.activeElement;
  const typing = focus && part.contains(focus) && focus.matches("input:not([type=hidden]), select, textarea");
  return typing || part.querySelector("details.ask[open]") !== null;
}

// What is half written in `part` is written in `next` too, and so is what the hall did not take
// (`data-draft`). Only the form that was sent is done with.
function keepDrafts(part, next, sent) {
  for (const draft of part.querySelectorAll("textarea[id]")) {
    const written = draft.value !== draft.defaultValue || draft.dataset.draft !== undefined;
    if (!written || (sent && sent.contains(draft))) continue;
    const place = next.querySelector(`#${CSS.escape(draft.id)}`);
    if (place) place.value = draft.value;
  }
}

// Takes over the live parts of `html`. `sent`: the form of the person's own action, after which
// parts in use are taken over too.
function take(html, sent) {
  const all = sent !== null;
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const focused = document.activeElement && document.activeElement.id;
  let changed = false;
  for (const part of document.querySelectorAll(all ? "[data-live], [data-own]" : "[data-live]")) {
    guarded(() => {
      const next = fresh.getElementById(part.id);
      if (!next) return;
      if (!all && (inUse(part) || comparable(part) === comparable(next))) return;
      part.replaceWith(document.adoptNode(next));
      keepDrafts(part, next, sent);
      changed = true;
    });
  }
  const title = fresh.querySelector("title");
  if (title && document.title !== title.textContent) document.title = title.textContent;
  if (focused && document.activeElement === document.body) {
    const again = document.getElementById(focused);
    if (again) again.focus({ preventScroll: true });
  }
  for (const listener of listeners) guarded(() => listener(changed));
}

let refreshing = false;
let again = false;

/** Asks the server for the page and takes over what changed. */
export async function refresh() {
  if (sending) return;
  if (refreshing) {
    again = true;
    return;
  }
  refreshing = true;
  try {
    const answer = await get(location.href);
    if (new URL(answer.url).pathname !== location.pathname) {
      location.assign(answer.url);
      return;
    }
    const html = await answer.text();
    // A server in trouble has nothing to show: what is on the page stays.
    if (answer.status < 500 && !sending) {
      take(html, null);
      connection(true);
    } else if (answer.status >= 500) {
      connection(false);
    }
  } catch {
    connection(false);
  } finally {
    refreshing = false;
    if (again) {
      again = false;
      setTimeout(refresh, GATHER_MS);
    }
  }
}

function follow(address) {
  let wait = RETRY_FIRST_MS;
  let gathering = 0;
  const start = () => {
    const events = new EventSource(address);
    let silence = 0;
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(silence);
      events.close();
      connection(false);
      // Perhaps only the line is down, or the sign-in is over: the page itself tells.
      refresh();
      // A little chance, so that all boards of a hall do not come back in the same instant.
      setTimeout(start, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, RETRY_MOST_MS);
    };
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(end, SILENCE_MOST_MS);
    };
    events.addEventListener("open", () => {
      wait = RETRY_FIRST_MS;
      alive();
      refresh();
    });
    events.addEventListener("changed", () => {
      alive();
      clearTimeout(gathering);
      gathering = setTimeout(refresh, GATHER_MS);
    });
    events.addEventListener("called", () => {
      alive();
      document.dispatchEvent(new Event("linli:called"));
    });
    events.addEventListener("beat", alive);
    events.addEventListener("error", end);
    alive();
  };
  start();
}

let sending = false;

async function send(form, button) {
  if (sending) return;
  sending = true;
  if (button) button.setAttribute("aria-busy", "true");
  try {
    const data = new URLSearchParams(new FormData(form));
    if (button && button.name) data.append(button.name, button.value);
    const answer = await get(form.action, { method: "POST", body: data });
    const html = await answer.text();
    const landed = new URL(answer.url);
    // A page that the form itself brought forth cannot be asked for again by its address.
    const stays = landed.pathname === location.pathname || !answer.redirected || answer.status >= 400;
    if (stays) {
      take(html, form);
      connection(true);
    } else {
      location.assign(answer.url);
    }
  } catch {
    // The same form with the same request id can be sent again: it is done once.
    connection(false);
    const note = document.getElementById("message");
    if (note && document.body.dataset.unreachable) {
      note.textContent = document.body.dataset.unreachable;
      note.className = "message wrong";
    }
  } finally {
    sending = false;
    if (button) button.removeAttribute("aria-busy");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.dataset.leave !== undefined) return;
  event.preventDefault();
  send(form, event.submitter);
});

// Escape and "back" close an open question; a click elsewhere too.
document.addEventListener("click", (event) => {
  const back = event.target.closest("[data-close]");
  for (const ask of document.querySelectorAll("details.ask[open]")) {
    if ((back && ask.contains(back)) || !ask.contains(event.target)) ask.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const ask of document.querySelectorAll("details.ask[open]")) {
    ask.open = false;
    ask.querySelector("summary").focus();
  }
});

const { events, every } = document.body.dataset;
if (events && window.EventSource) follow(events);
// Heals whatever the line missed, and moves clocks.
if (every) setInterval(refresh, Number(every) * 1000);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) refresh();
});
