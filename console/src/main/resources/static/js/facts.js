// SPDX-License-Identifier: Apache-2.0
// Terms and what is known of them, for the details.

import { el, keyed, words } from './dom.js';

/** Shows pairs of a term and its value; those without a value are left out. */
export function fillFacts(list, pairs) {
  keyed(list, pairs.filter(([, value]) => value !== undefined && value !== ''), ([term]) => term, build,
    (element, [, value]) => words(element.lastElementChild, value));
}

function build([term]) {
  return el('div', {}, el('dt', {}, term), el('dd', { dir: 'auto', 'data-fact': term.toLowerCase() }));
}
