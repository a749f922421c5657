// The board: draws the eye to a new call, and shows the notices in turn.

import { onRefresh } from "./live.js";

const NOTICE_MS = 9000;

let call = null;
onRefresh(() => {
  const now = document.getElementById("now");
  if (!now) return;
  const next = now.dataset.call || "";
  if (call !== null && next && next !== call) {
    now.classList.add(now.dataset.sound === "off" ? "flash" : "fresh");
  }
  call = next;
});

let shown = 0;
function turn(step) {
  const notices = document.querySelectorAll(".notices li");
  if (notices.length === 0) return;
  shown = (shown + step) % notices.length;
  notices.forEach((notice, index) => notice.classList.toggle("shown", index === shown));
}
onRefresh(() => turn(0));
setInterval(() => turn(1), NOTICE_MS);
