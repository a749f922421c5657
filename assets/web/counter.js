// The counter page: shortcuts, and seconds that count.

import { onRefresh } from "./live.js";

let spaceActed = false;

document.addEventListener("keydown", (event) => {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, select, textarea, details.ask[open]")) return;
  const key = event.key === " " ? "space" : event.key.toLowerCase();
  if (!/^[a-z]$|^space$/.test(key)) return;
  const control = document.querySelector(`[data-key="${key}"]:not([disabled])`);
  if (!control) return;
  // Space would otherwise press whatever has the focus, and scroll.
  event.preventDefault();
  spaceActed = key === "space";
  control.click();
  if (control.matches("summary")) {
    const first = control.parentElement.querySelector(".sheet input:not([type=hidden]), .sheet button");
    if (first) first.focus();
  }
});
// A focused button is pressed when Space is let go; the shortcut has acted already.
document.addEventListener("keyup", (event) => {
  if (event.key !== " ") return;
  if (spaceActed && event.target.matches("button, summary")) event.preventDefault();
  spaceActed = false;
});

let since = Date.now();
onRefresh(() => { since = Date.now(); });

// Elapsed times are rendered by the server; between two renderings they count on here.
function tick() {
  const gone = Math.floor((Date.now() - since) / 1000);
  for (const element of document.querySelectorAll("[data-elapsed]")) {
    if (element.dataset.base === undefined) {
      element.dataset.base = element.dataset.elapsed;
      element.dataset.at = String(Date.now());
    }
    const secs = Number(element.dataset.base) + Math.floor((Date.now() - Number(element.dataset.at)) / 1000);
    const [hours, minutes, seconds] = [Math.floor(secs / 3600), Math.floor(secs / 60) % 60, secs % 60];
    const pattern = hours ? element.dataset.hours : minutes ? element.dataset.minutes : element.dataset.seconds;
    element.textContent = pattern.replace("{h}", hours).replace("{m}", minutes).replace("{s}", seconds);
  }
  for (const element of document.querySelectorAll("[data-undo-secs]")) {
    const left = Number(element.dataset.undoSecs) - gone;
    if (left <= 0) element.remove();
    else element.querySelector("[data-left]").textContent = String(left);
  }
}
setInterval(tick, 1000);
