// SPDX-License-Identifier: Apache-2.0
// A small curve of the people on a server; its last point is the number that the row shows.

import { attr, svg } from './dom.js';

const WIDTH = 88;
const HEIGHT = 24;
const EDGE = 2.5;

export function buildSpark() {
  const line = svg('path', { class: 'spark-line' });
  // A line without length has round ends: a dot that stays round when the curve is squeezed.
  const point = svg('path', { class: 'spark-point' });
  const box = { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' };
  const element = svg('svg', box, line, point);
  element.parts = { line, point };
  return element;
}

/** Draws past values and the current one; a server that came later than the samples begin starts further right. */
export function drawSpark(element, past, current, slots) {
  const values = [...past, current];
  const highest = Math.max(1, ...values);
  const step = (WIDTH - 2 * EDGE) / Math.max(1, slots);
  const first = Math.max(0, slots + 1 - values.length);
  const x = (index) => (EDGE + (first + index) * step).toFixed(1);
  const y = (value) => (HEIGHT - EDGE - (value / highest) * (HEIGHT - 2 * EDGE)).toFixed(1);
  attr(element.parts.line, 'd', `M${values.map((value, index) => `${x(index)} ${y(value)}`).join('L')}`);
  attr(element.parts.point, 'd', `M${x(values.length - 1)} ${y(current)}h0`);
  attr(element, 'data-last', current);
}
