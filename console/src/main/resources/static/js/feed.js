// SPDX-License-Identifier: Apache-2.0
// The feed of events, newest first, of the kinds that are chosen.

import { nameButton } from './cells.js';
import { time } from './clock.js';
import { attr, byId, el } from './dom.js';
import { eventWords } from './eventwords.js';
import { number, visible } from './text.js';

const MOST = 200;
/** More than these in one frame would make it long. */
const AT_ONCE = 12;

export function eventFeed(fleet, ask) {
  const list = byId('events');
  const boxes = [...document.querySelectorAll('#event-kinds input')];
  let newest = 0;
  let drawn = -1;

  function draw() {
    if (!fleet.loaded || drawn === fleet.version) {
      return;
    }
    drawn = fleet.version;
    const kinds = new Set(['more', ...boxes.filter((box) => box.checked).map((box) => box.value)]);
    const waiting = fleet.feed.filter((item) => item.number > newest && kinds.has(item.kind)).slice(-MOST);
    const fresh = waiting.slice(0, AT_ONCE);
    if (fresh.length < waiting.length) {
      newest = fresh.at(-1).number;
      drawn = -1;
      ask();
    } else {
      newest = fleet.feed.at(-1)?.number ?? newest;
    }
    fresh.forEach((item) => add(list, item));
    while (list.children.length > MOST) {
      list.lastElementChild.remove();
    }
    attr(byId('events-none'), 'hidden', list.children.length > 0);
  }

  /** Other kinds, or another picture: the list is built anew. */
  function restart() {
    list.replaceChildren();
    newest = 0;
    drawn = -1;
    ask();
  }

  boxes.forEach((box) => box.addEventListener('change', restart));
  return { draw, restart };
}

/** Puts an item on top. Events left out one after the other, with none that is shown between them, add up. */
function add(list, item) {
  const top = list.firstElementChild;
  if (item.kind === 'more' && top?.leftOut) {
    top.replaceWith(buildMore(top.leftOut + item.more));
  } else {
    list.prepend(item.kind === 'more' ? buildMore(item.more) : build(item));
  }
}

function buildMore(leftOut) {
  const element = el('li', { 'data-kind': 'more' }, el('span', { class: 'event-more' }, `and ${number(leftOut)} more`));
  element.leftOut = leftOut;
  return element;
}

function build({ event, kind }) {
  const when = el('time', { datetime: new Date(event.at).toISOString() }, time(event.at));
  const told = el('span', { class: 'event-words' }, ...eventWords(event).map(part));
  return el('li', { 'data-kind': kind, 'data-type': event.type, 'data-state': event.state }, when, told);
}

function part(words) {
  if (typeof words === 'string') {
    return words;
  }
  if (!words.opens) {
    return el('bdi', { class: 'person', title: visible(words.name) }, visible(words.name));
  }
  const button = nameButton(words.opens, words.name);
  button.target = words;
  return button;
}
