// SPDX-License-Identifier: Apache-2.0
// The part of a long list of rows that is in the document: those in view and some more; spacers stand for the others.

import { buildRow, fillRow } from './columns.js';
import { arrangeChildren, attr, el } from './dom.js';

const MORE = 5;
/** Fewer rows than this are all in the document. */
const ALL = 30;

export class RowWindow {
  #scroller;
  #body;
  #above = spacer();
  #below = spacer();
  #rows = new Map();
  #free = [];
  #height = 0;
  #top = 0;
  #room = 0;

  /** `changed` is called when other rows may be in view. */
  constructor(scroller, body, changed) {
    this.#scroller = scroller;
    this.#body = body;
    body.before(this.#above.body);
    body.after(this.#below.body);
    // What is in view is learnt when it changes: to ask while drawing would make the browser lay out twice.
    scroller.addEventListener('scroll', () => {
      this.#top = scroller.scrollTop;
      changed();
    }, { passive: true });
    new ResizeObserver(() => {
      this.#height = 0;
      this.#room = scroller.clientHeight;
      changed();
    }).observe(scroller);
  }

  /** Shows `servers`; the one called `kept` is in the document wherever it is, as it has or had the focus. */
  show(servers, kept, fleet) {
    const [first, end] = this.#range(servers.length);
    const keptAt = kept === null ? -1 : servers.findIndex(({ name }) => name === kept);
    const indexes = [];
    for (let index = first; index < end; index++) {
      indexes.push(index);
    }
    const before = keptAt >= 0 && keptAt < first;
    const after = keptAt >= end;
    indexes.splice(before ? 0 : indexes.length, 0, ...(before || after ? [keptAt] : []));
    this.#fill(indexes.map((index) => [servers[index], index]), fleet);
    const row = this.rowHeight();
    resize(this.#above, (first - (before ? 1 : 0)) * row);
    resize(this.#below, (servers.length - end - (after ? 1 : 0)) * row);
  }

  #range(length) {
    if (length <= ALL) {
      return [0, length];
    }
    const row = this.rowHeight();
    const first = Math.floor(this.#top / row) - MORE;
    const count = Math.ceil((this.#room || window.innerHeight / 2) / row) + 2 * MORE;
    // An even start keeps fewer rows moving, and the last rows stay when a list becomes shorter than what was scrolled.
    const start = Math.max(0, Math.min(first - (first % 2), length - count));
    return [start, Math.min(length, start + count)];
  }

  #fill(wanted, fleet) {
    const names = new Set(wanted.map(([server]) => server.name));
    for (const [name, tr] of this.#rows) {
      if (!names.has(name)) {
        this.#rows.delete(name);
        this.#free.push(tr);
      }
    }
    const children = wanted.map(([server, index]) => {
      const tr = this.#rows.get(server.name) ?? this.#free.pop() ?? buildRow();
      this.#rows.set(server.name, tr);
      fillRow(tr, server, index, fleet);
      return tr;
    });
    this.#free.length = Math.min(this.#free.length, ALL);
    arrangeChildren(this.#body, children);
  }

  row(name) {
    return this.#rows.get(name);
  }

  /** How many rows a page of the keyboard is. */
  page() {
    return Math.max(1, Math.floor(this.#room / this.rowHeight()) - 2);
  }

  /** Scrolls so that the row at this index is in view, below the heading. */
  reveal(index) {
    const row = this.rowHeight();
    const heading = this.#scroller.querySelector('thead').offsetHeight;
    const top = index * row;
    const room = this.#scroller.clientHeight - heading;
    if (top < this.#scroller.scrollTop) {
      this.#scroller.scrollTop = top;
    } else if (top + row > this.#scroller.scrollTop + room) {
      this.#scroller.scrollTop = top + row - room;
    }
    this.#top = this.#scroller.scrollTop;
  }

  /** The style sheet says how high rows are; it differs on phones. */
  rowHeight() {
    this.#height ||= parseFloat(getComputedStyle(this.#scroller).getPropertyValue('--row'));
    return this.#height;
  }
}

function spacer() {
  return { body: el('tbody', { class: 'spacer', 'aria-hidden': 'true', hidden: true }), height: 0 };
}

/** A spacer without height has no row, so that a small table has no rows but those of servers. */
function resize(space, wanted) {
  const height = Math.max(0, wanted);
  if (height === space.height) {
    return;
  }
  space.height = height;
  attr(space.body, 'hidden', height === 0);
  if (height === 0) {
    space.body.replaceChildren();
    return;
  }
  if (!space.body.firstChild) {
    space.body.append(el('tr', {}, el('td')));
  }
  space.body.firstChild.style.height = `${height}px`;
}
