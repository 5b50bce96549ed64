// SPDX-License-Identifier: Apache-2.0
// The columns of the table: what each is called, what it is ordered by, and how its cell is built and filled.

import { buildActions, buildMarks, buildState, fillActions, fillMarks, fillState, nameButton, sinceAndReason } from './cells.js';
import { attr, el, text, words } from './dom.js';
import { buildSpark, drawSpark } from './spark.js';
import { number, visible } from './text.js';

/** A column of numbers; `more` names the widths at which there is room for it. */
function numeric(key, label, more, format = number, title) {
  return {
    key, label, title, className: `number ${more}`, value: ({ row }) => row[key],
    // The box keeps its size, so that a new number does not make the browser lay out the table.
    build: () => [el('span', { class: 'figure' })],
    fill: (cell, { row }) => text(cell.children[0], row[key] === undefined ? '\u2013' : format(row[key])),
  };
}

const milliseconds = (value) => `${number(Math.round(value))} ms`;

export const COLUMNS = [
  {
    key: 'state', label: 'State', className: 'state-cell', value: ({ rank }) => rank,
    build: () => [buildState(), el('span', { class: 'second' })],
    fill: (cell, { row }) => {
      fillState(cell.children[0], row.state);
      words(cell.children[1], sinceAndReason(row));
    },
  },
  {
    key: 'name', label: 'Server', className: 'name-cell', value: ({ order }) => order, header: true,
    build: () => [nameButton('server', ''), buildMarks()],
    fill: (cell, { shown, row }) => {
      words(cell.children[0], shown);
      fillMarks(cell.children[1], row);
    },
  },
  numeric('meetings', 'Meetings', ''),
  numeric('people', 'People', ''),
  numeric('voice', 'Voice', 'roomy', number, 'People who speak or listen by voice'),
  numeric('video', 'Video', 'roomy', number, 'Cameras that are shown'),
  numeric('load', 'Load', 'roomy', number, 'Load that the fleet reckons with when it places a meeting'),
  numeric('latency', 'Latency', 'wide', milliseconds, 'How long the last answered poll took'),
  numeric('lag', 'Lag', 'wide', milliseconds, 'How much later than planned the poll began'),
  {
    key: 'version', label: 'Version', className: 'wide', value: ({ row }) => row.version && visible(row.version).toLowerCase(),
    build: () => [el('span', { class: 'cut', dir: 'auto' })],
    fill: (cell, { row }) => words(cell.children[0], row.version ? visible(row.version) : '\u2013'),
  },
  {
    key: 'trend', label: 'Trend', className: 'trend-cell',
    title: 'People over the last hour; ordered by how many more there are than at its start',
    value: ({ row, spark }) => row.people - (spark[0] ?? row.people),
    build: () => [buildSpark()],
    fill: (cell, { row, spark }, fleet) => {
      if (cell.drawnRow !== row || cell.drawnAt !== fleet.sampled) {
        cell.drawnRow = row;
        cell.drawnAt = fleet.sampled;
        drawSpark(cell.children[0], spark, row.people, fleet.samples.at.length);
      }
    },
  },
  {
    key: 'actions', label: 'Actions', className: 'actions-cell roomy', value: ({ row }) => (row.draining ? 0 : row.cordoned ? 1 : 2),
    build: () => [buildActions()],
    fill: (cell, server) => fillActions(cell.children[0], server),
  },
];

/** Builds a row for any server. */
export function buildRow() {
  const cells = COLUMNS.map((column) => column.header
    ? el('th', { scope: 'row', class: column.className, 'data-column': column.key }, ...column.build())
    : el('td', { class: column.className, 'data-column': column.key }, ...column.build()));
  return el('tr', {}, ...cells);
}

/** Writes a server into a row; only what differs is touched. `index` counts from 0 and the heading is row 1. */
export function fillRow(tr, server, index, fleet) {
  tr.server = server.name;
  attr(tr, 'data-server', server.name);
  attr(tr, 'data-state', server.row.state);
  attr(tr, 'data-unknown', server.row.unknown ? 'true' : null);
  attr(tr, 'aria-rowindex', index + 2);
  attr(tr, 'data-odd', index % 2 === 1);
  COLUMNS.forEach((column, at) => column.fill(tr.cells[at], server, fleet));
}
