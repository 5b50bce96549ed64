// SPDX-License-Identifier: Apache-2.0
// The keyboard in the table: one row is in the order of the Tab key, the others are reached from it.

import { attr } from './dom.js';

const STEPS = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index, page) => index + page,
  PageUp: (index, page) => index - page,
  Home: () => 0,
  End: () => Infinity,
};

export class RowKeys {
  /** The server whose row has the focus, or had it last. */
  current = null;
  #window;
  #servers = [];
  #at = 0;

  /** `redraw` draws the table at once. */
  constructor(body, rowWindow, redraw) {
    this.#window = rowWindow;
    this.#redraw = redraw;
    body.addEventListener('focusin', (event) => this.#enter(event.target.closest('tr')));
    body.addEventListener('keydown', (event) => this.#key(event));
  }

  #redraw;

  #enter(tr) {
    this.current = tr.server;
    const index = this.#servers.findIndex(({ name }) => name === tr.server);
    if (index >= 0) {
      this.#at = index;
      this.#window.reveal(index);
    }
    this.#mark(tr.parentNode);
  }

  #key(event) {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const control = [...event.target.closest('tr').querySelectorAll('button')].indexOf(event.target);
    const from = this.#servers.findIndex(({ name }) => name === this.current);
    this.#go(step(from < 0 ? this.#at : from, this.#window.page()), control);
  }

  #go(wanted, control) {
    const index = Math.max(0, Math.min(this.#servers.length - 1, wanted));
    const server = this.#servers[index];
    if (!server) {
      return;
    }
    this.current = server.name;
    this.#at = index;
    this.#window.reveal(index);
    this.#redraw();
    this.#focus(control);
  }

  #focus(control) {
    const buttons = this.#window.row(this.current)?.querySelectorAll('button') ?? [];
    (buttons[control] ?? buttons[0])?.focus({ preventScroll: true });
  }

  /** Gives the focus back to the current row, where what had it is gone. */
  focusCurrent() {
    this.#focus(0);
  }

  /** Whether the focus is in the table, to be asked before rows go. */
  holdsFocus(body) {
    return body.contains(document.activeElement);
  }

  /** Takes the servers as they are shown now; where the current one is gone, its neighbour takes its place. */
  follow(servers) {
    this.#servers = servers;
    const index = servers.findIndex(({ name }) => name === this.current);
    if (index >= 0) {
      this.#at = index;
      return;
    }
    this.#at = Math.max(0, Math.min(this.#at, servers.length - 1));
    this.current = this.current === null ? null : servers[this.#at]?.name ?? null;
  }

  /** After rows were drawn: keeps a focus that lost its row, and one row in the order of the Tab key. */
  settle(body, heldFocus) {
    if (heldFocus && !body.contains(document.activeElement)) {
      this.focusCurrent();
    }
    this.#mark(body);
  }

  #mark(body) {
    const tabbed = this.#window.row(this.current) ?? body.firstElementChild;
    for (const tr of body.children) {
      const index = tr === tabbed ? null : '-1';
      tr.querySelectorAll('button').forEach((button) => attr(button, 'tabindex', index));
    }
  }
}
