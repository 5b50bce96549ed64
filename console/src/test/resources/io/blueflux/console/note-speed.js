// SPDX-License-Identifier: Apache-2.0
// Before the page's own scripts: notes when the table is drawn first, and each task that holds up the page for over 50 ms.
window.speed = { drawn: null, tasks: [] };
const look = new MutationObserver(() => {
  if (document.querySelector('#server-rows > tr')) {
    look.disconnect();
    // A task after the next frame is after its paint.
    requestAnimationFrame(() => setTimeout(() => { window.speed.drawn = performance.now(); }));
  }
});
look.observe(document, { subtree: true, childList: true });
new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => {
  window.speed.tasks.push([Math.round(startTime), Math.round(duration)]);
})).observe({ type: 'longtask', buffered: true });
