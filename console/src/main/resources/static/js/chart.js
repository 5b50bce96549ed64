// SPDX-License-Identifier: Apache-2.0
// People and meetings over the last hour; the current totals are the last point.

import uPlot from '../webjars/uplot/dist/uPlot.esm.js';
import { local, shortTime } from './clock.js';
import { attr, byId, el, text } from './dom.js';
import { ask } from './frame.js';
import { number } from './text.js';

const HOUR = 3600;
const MINUTE = 60;
const FONT = '12px system-ui, sans-serif';

/** Draws into #chart and its legend. Answers the view and what is called when the colours change. */
export function fleetChart(fleet) {
  const box = byId('chart');
  document.head.append(el('link', { rel: 'stylesheet', href: 'webjars/uplot/dist/uPlot.min.css' }));
  const colours = new Map();
  const colour = (id) => () => {
    if (!colours.has(id)) {
      colours.set(id, getComputedStyle(byId(id)).color);
    }
    return colours.get(id);
  };
  const size = { width: 0, height: 0 };
  let plot = null;
  let drawn = -1;

  function draw() {
    if (!fleet.loaded || drawn === fleet.version || size.width === 0) {
      return;
    }
    drawn = fleet.version;
    const data = dataOf(fleet);
    if (plot === null) {
      plot = new uPlot(options(size, colour, legend), data, box);
    } else {
      plot.setData(data);
    }
    legend(plot);
    describe(box, fleet);
  }

  /** Shows the values under the pointer, or the newest. */
  function legend(chart) {
    const [times, people, meetings] = chart.data;
    const at = chart.cursor.idx ?? times.length - 1;
    text(byId('legend-people'), number(people[at]));
    text(byId('legend-meetings'), number(meetings[at]));
    text(byId('legend-time'), chart.cursor.idx == null ? 'now' : `at ${shortTime(times[at] * 1000)}`);
  }

  new ResizeObserver(([{ contentRect }]) => {
    size.width = contentRect.width;
    size.height = contentRect.height;
    if (plot && size.width > 0) {
      plot.setSize(size);
    }
    ask();
  }).observe(box);

  function recolour() {
    colours.clear();
    plot?.redraw(false);
  }

  return { draw, recolour };
}

function dataOf({ samples, totals, at }) {
  const times = samples.at.map((sample) => local(sample) / 1000);
  const people = [...samples.people];
  const meetings = [...samples.meetings];
  const last = local(at) / 1000;
  if (times.length === 0 || last > times[times.length - 1]) {
    times.push(last);
    people.push(totals.people);
    meetings.push(totals.meetings);
  } else {
    people[people.length - 1] = totals.people;
    meetings[meetings.length - 1] = totals.meetings;
  }
  return [times, people, meetings];
}

function describe(box, { samples, totals, sampled }) {
  if (box.describedAt === sampled) {
    return;
  }
  box.describedAt = sampled;
  const highest = (values, current) => number(values.reduce((most, value) => Math.max(most, value), current));
  attr(box, 'aria-label', `People and meetings over the last hour. Now ${number(totals.people)} people, at most `
    + `${highest(samples.people, totals.people)}. Now ${number(totals.meetings)} meetings, at most `
    + `${highest(samples.meetings, totals.meetings)}.`);
}

function options(size, colour, legend) {
  const upTo = (_, least, most) => [0, Math.max(4, Math.ceil(most * 1.1))];
  const whole = (_, values) => values.map((value) => (Number.isInteger(value) ? number(value) : ''));
  const hours = (_, times, axis, space, step) => times.map((value) => shortTime(value * 1000, step < MINUTE));
  const axis = { stroke: colour('chart-ink'), font: FONT, grid: { stroke: colour('chart-grid'), width: 1 }, ticks: { show: false } };
  return {
    ...size,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false, points: { size: 7 } },
    padding: [8, 0, 0, 0],
    scales: {
      x: { time: true, range: (_, first, last) => [Math.max(Math.min(first, last - MINUTE), last - HOUR), last] },
      people: { range: upTo },
      meetings: { range: upTo },
    },
    axes: [
      { ...axis, size: 24, space: 70, values: hours },
      { ...axis, scale: 'people', size: 52, space: 36, values: whole },
      { ...axis, scale: 'meetings', side: 1, size: 52, space: 36, grid: { show: false }, values: whole },
    ],
    series: [
      {},
      { scale: 'people', stroke: colour('legend-people-mark'), width: 2, points: { show: false } },
      { scale: 'meetings', stroke: colour('legend-meetings-mark'), width: 2, dash: [6, 3], points: { show: false } },
    ],
    hooks: { setCursor: [legend] },
  };
}
