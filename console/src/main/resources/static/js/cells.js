// SPDX-License-Identifier: Apache-2.0
// What the table and the details of a server show alike: the state, the marks and the actions.

import { ago } from './clock.js';
import { attr, el, text, words } from './dom.js';
import { STATE_WORDS } from './server.js';
import { visible } from './text.js';

/** A state as a shape, a colour and a word. */
export function buildState() {
  const shape = el('span', { class: 'shape', 'aria-hidden': 'true' });
  const word = el('span', { class: 'state-word' });
  const element = el('span', { class: 'state' }, shape, word);
  element.parts = { word };
  return element;
}

export function fillState(element, state) {
  attr(element, 'data-state', state);
  text(element.parts.word, STATE_WORDS[state] ?? visible(state));
}

/** Since when, and why. */
export function sinceAndReason(row) {
  return row.reason ? `${ago(row.since)} \u00b7 ${visible(row.reason)}` : ago(row.since);
}

export function buildMarks() {
  const element = el('span', { class: 'marks' });
  element.parts = ['cordoned', 'draining', 'no answer'].map((word) => {
    const mark = el('span', { class: 'mark', 'data-mark': word.replace(' ', '-') }, word);
    element.append(mark);
    return mark;
  });
  element.parts[2].append(el('span', { class: 'hidden-words' }, ', its numbers are the last known'));
  return element;
}

export function fillMarks(element, row) {
  const [cordoned, draining, unknown] = element.parts;
  attr(cordoned, 'hidden', !row.cordoned);
  attr(draining, 'hidden', !row.draining);
  attr(unknown, 'hidden', !row.unknown);
  attr(element, 'hidden', !(row.cordoned || row.draining || row.unknown));
}

/** Two buttons that stay where they are, so that the focus does: cordon or resume, and drain. */
export function buildActions() {
  const turn = el('button', { type: 'button', class: 'quiet' });
  const drain = el('button', { type: 'button', class: 'quiet', 'data-action': 'drain' }, 'Drain');
  const element = el('span', { class: 'actions' }, turn, drain);
  element.parts = { turn, drain };
  return element;
}

export function fillActions(element, { row, shown }) {
  const { turn, drain } = element.parts;
  const taken = row.cordoned || row.draining;
  attr(turn, 'data-action', taken ? 'resume' : 'cordon');
  text(turn, taken ? 'Resume' : 'Cordon');
  attr(turn, 'aria-label', `${taken ? 'Resume' : 'Cordon'} ${shown}`);
  attr(drain, 'aria-label', `Drain ${shown}${row.draining ? ', which is draining already' : ''}`);
  attr(drain, 'aria-disabled', row.draining ? 'true' : null);
}

/** A name as a button that opens what it names. */
export function nameButton(opens, name, attributes = {}) {
  const button = el('button', { type: 'button', class: 'name', dir: 'auto', 'data-open': opens, ...attributes });
  words(button, visible(name));
  return button;
}
