// SPDX-License-Identifier: Apache-2.0
// The table of servers: its heading, its filter, and what a click in a row does.

import { COLUMNS } from './columns.js';
import { attr, byId, el, text } from './dom.js';
import { ask } from './frame.js';
import { Order } from './order.js';
import { RowKeys } from './rowkeys.js';
import { number } from './text.js';
import { RowWindow } from './window.js';

/** Builds the table; `open.server(name)` and `open.action(name, action)` show dialogs. Answers its view. */
export function serverTable(fleet, open) {
  const table = byId('servers');
  const body = byId('server-rows');
  const scroller = byId('servers-scroll');
  const order = new Order();
  const rowWindow = new RowWindow(scroller, body, ask);
  let servers = [];
  let arranged = -1;
  let pressed = false;

  function rearrange() {
    arranged = -1;
    ask();
  }

  function draw() {
    // A row must not leave from under a pointer that is pressed on it.
    if (pressed || !fleet.loaded) {
      return;
    }
    if (arranged !== fleet.version) {
      arranged = fleet.version;
      servers = order.of(fleet);
      keys.follow(servers);
      describe();
    }
    drawRows();
  }

  function drawRows() {
    const held = keys.holdsFocus(body);
    rowWindow.show(servers, keys.current, fleet);
    keys.settle(body, held);
  }

  function describe() {
    const all = fleet.servers.size;
    const shown = servers.length === all ? number(all) : `${number(servers.length)} of ${number(all)}`;
    text(byId('servers-shown'), `${shown} ${all === 1 ? 'server' : 'servers'} shown`);
    attr(table, 'aria-rowcount', servers.length + 1);
    attr(byId('servers-none'), 'hidden', servers.length > 0);
    text(byId('servers-none'), all === 0 ? 'The fleet has no servers.' : 'No server matches the filter.');
  }

  const keys = new RowKeys(body, rowWindow, drawRows);
  const heading = headingRow(order, rearrange);
  byId('servers-head').append(heading);

  body.addEventListener('pointerdown', () => { pressed = true; });
  for (const end of ['pointerup', 'pointercancel', 'blur']) {
    // The click comes after the pointer is up, so rows are drawn in the frame after it.
    window.addEventListener(end, () => {
      pressed = false;
      ask();
    });
  }
  body.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button || button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    const name = button.closest('tr').server;
    if (button.dataset.action) {
      open.action(name, button.dataset.action);
    } else {
      open.server(name);
    }
  });
  tools(order, rearrange);
  return { draw, focusCurrent: () => keys.focusCurrent() };
}

function headingRow(order, rearrange) {
  const heads = COLUMNS.map((column) => {
    const button = el('button', { type: 'button', class: 'sort', title: column.title }, column.label);
    const head = el('th', { scope: 'col', class: column.className, 'data-column': column.key }, button);
    button.addEventListener('click', () => {
      order.by(column.key);
      mark();
      rearrange();
    });
    return head;
  });
  function mark() {
    heads.forEach((head) => {
      const sorted = head.dataset.column === order.column;
      attr(head, 'aria-sort', sorted ? (order.descending ? 'descending' : 'ascending') : null);
    });
  }
  mark();
  return el('tr', { 'aria-rowindex': 1 }, ...heads);
}

function tools(order, rearrange) {
  const filter = byId('filter');
  filter.addEventListener('input', () => {
    order.filter(filter.value);
    byId('servers-scroll').scrollTop = 0;
    rearrange();
  });
  byId('failing-first').addEventListener('change', (event) => {
    order.failingFirst = event.target.checked;
    rearrange();
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !document.querySelector('dialog[open]')) {
      event.preventDefault();
      filter.focus();
      filter.select();
    }
  });
}
