// SPDX-License-Identifier: Apache-2.0
// Asks again and again for what a dialog shows, while it is open; an older answer never overtakes a newer question.

const LEAST = 2000;

export class Refresh {
  #timer = null;
  #control = null;

  /** Asks at once and then after each pause. `load(signal)` asks; `show(answer)` and `fail(error)` take what came. */
  start(load, show, fail, pause) {
    this.stop();
    const control = new AbortController();
    this.#control = control;
    const round = async () => {
      try {
        const answer = await load(control.signal);
        if (!control.signal.aborted) {
          show(answer);
        }
      } catch (error) {
        if (!control.signal.aborted) {
          fail(error);
        }
      }
      if (!control.signal.aborted) {
        this.#timer = setTimeout(round, Math.max(LEAST, pause || 0));
      }
    };
    round();
  }

  stop() {
    this.#control?.abort();
    clearTimeout(this.#timer);
  }
}
