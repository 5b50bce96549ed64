// SPDX-License-Identifier: Apache-2.0
// Holds the stream open: a quiet connection is a broken one, and a broken one is opened again from the last id.

const QUIET = 4000;
const LOOK = 250;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 5000;

export class Stream {
  #source = null;
  #opened = 0;
  #heard = Date.now();
  #pause = FIRST_PAUSE;
  #again = null;
  #lastId;
  #handlers;

  /** Handlers: `picture(data)`, `changes(data)`, and `stale(yes)` each time that it turns. */
  constructor(handlers) {
    this.#handlers = handlers;
    this.stale = false;
    setInterval(() => this.#look(), LOOK);
    document.addEventListener('visibilitychange', () => this.#wake());
    window.addEventListener('pagehide', () => this.#leave());
    window.addEventListener('pageshow', ({ persisted }) => this.#comeBack(persisted));
    window.addEventListener('online', () => this.#wake());
  }

  /** Follows the fleet from the picture with this id. */
  follow(id) {
    this.#lastId = id;
    this.#hear();
    this.#open();
  }

  #open() {
    clearTimeout(this.#again);
    this.#again = null;
    this.#source?.close();
    this.#opened = Date.now();
    const source = new EventSource(`api/stream?after=${encodeURIComponent(this.#lastId)}`);
    this.#source = source;
    source.addEventListener('picture', (message) => this.#take(source, message, this.#handlers.picture));
    source.addEventListener('changes', (message) => this.#take(source, message, this.#handlers.changes));
    source.addEventListener('error', () => this.#breakOff(source));
  }

  #take(source, message, handler) {
    if (source !== this.#source) {
      return;
    }
    const data = JSON.parse(message.data);
    this.#lastId = message.lastEventId;
    this.#pause = FIRST_PAUSE;
    handler(data);
    this.#hear();
  }

  #hear() {
    this.#heard = Date.now();
    this.#mark(false);
  }

  /** The browser's own retry is not waited for: it gives up on some answers and knows nothing of a quiet one. */
  #breakOff(source) {
    source.close();
    if (source !== this.#source) {
      return;
    }
    this.#source = null;
    this.#again = setTimeout(() => this.#open(), this.#pause);
    this.#pause = Math.min(LONGEST_PAUSE, this.#pause + FIRST_PAUSE);
  }

  #look() {
    if (this.#lastId === undefined) {
      this.#mark(Date.now() - this.#heard > QUIET);
      return;
    }
    if (this.#source && Date.now() - Math.max(this.#heard, this.#opened) > QUIET) {
      this.#breakOff(this.#source);
    }
    this.#mark(Date.now() - this.#heard > QUIET);
  }

  /** A tab that slept, or a machine that is back on its network, does not wait for the pause to end. */
  #wake() {
    if (document.visibilityState === 'visible' && this.#lastId !== undefined && Date.now() - this.#heard > QUIET) {
      this.#pause = FIRST_PAUSE;
      this.#open();
    }
  }

  /** A browser keeps pages that were left, to come back to; it must not keep their streams, as it has few connections. */
  #leave() {
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
  }

  #comeBack(kept) {
    if (kept && this.#lastId !== undefined) {
      this.#pause = FIRST_PAUSE;
      this.#open();
    }
  }

  #mark(stale) {
    if (stale !== this.stale) {
      this.stale = stale;
      this.#handlers.stale(stale);
    }
  }
}
