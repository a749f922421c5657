// The number's page on a phone: rings, vibrates and says so in the title when the turn is near.

import { onRefresh } from "./live.js";

const NEAR = 3;
const FRESH_MS = 7000;
let sound = null;
let last = null;
let asked = false;

function beep(times) {
  if (navigator.vibrate) navigator.vibrate(Array(times).fill([300, 150]).flat());
  if (!sound) return;
  for (let n = 0; n < times; n += 1) {
    const at = sound.currentTime + n * 0.45;
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = n % 2 ? 660 : 880;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.4, at + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.4);
    tone.connect(volume).connect(sound.destination);
    tone.start(at);
    tone.stop(at + 0.42);
  }
}

// Browsers let a page sound only after a touch: the button is that touch.
document.addEventListener("click", (event) => {
  const button = event.target.closest("#remind-on");
  if (!button) return;
  const Audio = window.AudioContext || window.webkitAudioContext;
  if (Audio) {
    sound = sound || new Audio();
    sound.resume();
  }
  asked = true;
  mark();
  beep(1);
  keepAwake();
});

async function keepAwake() {
  try {
    if (navigator.wakeLock) await navigator.wakeLock.request("screen");
  } catch {
    // The screen may then sleep; the page says to keep it open.
  }
}
document.addEventListener("visibilitychange", () => {
  if (asked && !document.hidden) keepAwake();
});

function mark() {
  const remind = document.getElementById("remind");
  if (!remind) return;
  const button = document.getElementById("remind-on");
  if (button) button.hidden = asked;
  if (!asked) return;
  remind.dataset.on = "true";
  const hint = remind.querySelector("[data-on-words]");
  if (hint) hint.textContent = hint.dataset.onWords;
}

// The hall called this number, or called it again.
let rang = 0;
document.addEventListener("linli:called", ring);

function ring() {
  if (Date.now() - rang < 5000) return;
  rang = Date.now();
  beep(6);
  const ticket = document.getElementById("ticket");
  if (ticket) {
    ticket.classList.remove("fresh");
    // The animation begins again only after the browser has drawn the page without it.
    requestAnimationFrame(() => requestAnimationFrame(() => ticket.classList.add("fresh")));
  }
}

onRefresh(() => {
  mark();
  const ticket = document.getElementById("ticket");
  if (!ticket) return;
  const { state, ahead } = ticket.dataset;
  const near = state === "waiting" && ahead !== "" && Number(ahead) <= NEAR;
  // The live line may have been down when it was called.
  if (state === "called" && last !== null && last.state !== "called") ring();
  else if (near && last !== null && !last.near) beep(3);
  last = { state, near };
  // The part of the page that was just taken over does not know yet that it is news.
  if (state === "called" && Date.now() - rang < FRESH_MS) ticket.classList.add("fresh");
});
