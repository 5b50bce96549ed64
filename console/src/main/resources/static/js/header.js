// SPDX-License-Identifier: Apache-2.0
// The head of the page: totals, how old the picture is, and whether it is stale.

import { buildState, fillState } from './cells.js';
import { ago, time } from './clock.js';
import { attr, byId, el, text } from './dom.js';
import { STATES, STATE_WORDS } from './server.js';
import { number } from './text.js';

const TITLE = 'Blueflux console';
const ALWAYS = new Set(['up', 'down']);

/** Builds the totals; a click on a state filters by it. Answers the view and what marks the page as stale. */
export function pageHeader(fleet, filterBy) {
  const states = STATES.map((state) => stateTotal(state, filterBy));
  byId('total-states').append(...states);
  let stale = false;

  function draw() {
    if (!fleet.loaded) {
      return;
    }
    const { totals } = fleet;
    for (const key of ['servers', 'meetings', 'people', 'voice', 'video']) {
      text(byId(`total-${key}`), number(totals[key]));
    }
    text(byId('total-unknown'), totals.unknownMeetings > 0 ? `${number(totals.unknownMeetings)} unknown` : 'all known');
    attr(byId('total-unknown'), 'data-some', totals.unknownMeetings > 0);
    states.forEach((button) => fillTotal(button, totals.states?.[button.dataset.of] ?? 0));
    attr(byId('demo'), 'hidden', !fleet.demo);
    text(byId('as-of'), `as of ${time(fleet.at)}, ${ago(fleet.at)} ago`);
    attr(byId('as-of'), 'data-at', fleet.at);
    title(totals.states?.down ?? 0);
  }

  function title(down) {
    const wanted = `${stale ? 'Stale: ' : ''}${down > 0 ? `${number(down)} down, ` : ''}${TITLE}`;
    if (document.title !== wanted) {
      document.title = wanted;
    }
  }

  function markStale(now) {
    stale = now;
    attr(document.documentElement, 'data-stale', now ? 'true' : null);
    text(byId('stale'), now ? 'Stale: no news from the service. Trying again.' : '');
  }

  return { draw, markStale };
}

function stateTotal(state, filterBy) {
  const mark = buildState();
  fillState(mark, state);
  const value = el('b');
  const button = el('button', { type: 'button', class: 'state-total', 'data-of': state }, value, mark);
  button.parts = { value };
  button.addEventListener('click', () => filterBy(state));
  return button;
}

function fillTotal(button, value) {
  text(button.parts.value, number(value));
  attr(button, 'hidden', value === 0 && !ALWAYS.has(button.dataset.of));
  attr(button, 'data-some', value > 0);
  attr(button, 'aria-label', `${number(value)} ${STATE_WORDS[button.dataset.of]}: filter by it`);
}
