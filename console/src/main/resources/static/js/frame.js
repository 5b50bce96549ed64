// SPDX-License-Identifier: Apache-2.0
// One frame for all that is to be drawn. A frame that took long leaves the other views to the next one.

const BUDGET = 3;

const views = [];
const waiting = new Set();
let asked = false;

/** Adds a view; views are drawn in the order in which they were added. */
export function addView(draw) {
  views.push(draw);
}

/** Asks for all views to be drawn in the next frame. A hidden page draws when it is seen again. */
export function ask() {
  views.forEach((draw) => waiting.add(draw));
  request();
}

function request() {
  if (!asked) {
    asked = true;
    requestAnimationFrame(run);
  }
}

function run() {
  asked = false;
  const until = performance.now() + BUDGET;
  for (const draw of waiting) {
    if (performance.now() > until) {
      break;
    }
    waiting.delete(draw);
    draw();
  }
  if (waiting.size > 0) {
    request();
  }
}

/** Resolves when what was asked for is drawn and shown. */
export function drawn() {
  return new Promise((resolve) => {
    const look = () => requestAnimationFrame(() => (waiting.size > 0 ? look() : setTimeout(resolve)));
    look();
  });
}
