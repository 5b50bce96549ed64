// SPDX-License-Identifier: Apache-2.0
// Tells a screen reader what matters: servers that went down or came back. Numbers stay silent.

import { byId } from './dom.js';
import { count, visible } from './text.js';

const NAMED = 3;

export function announceTurns(turns) {
  const down = turns.filter(({ row }) => row.state === 'down');
  const back = turns.filter(({ row, from }) => row.state === 'up' && (from === 'down' || from === 'recovering'));
  const told = [tell(down, 'is down', 'are down'), tell(back, 'is back', 'are back')].filter(Boolean);
  if (told.length > 0) {
    byId('announcement').textContent = `${told.join('. ')}.`;
  }
}

function tell(turns, one, many) {
  if (turns.length === 0) {
    return null;
  }
  if (turns.length > NAMED) {
    return `${count(turns.length, 'server', 'servers')} ${many}`;
  }
  const names = turns.map(({ name, row }) => (row.reason ? `${visible(name)} (${visible(row.reason)})` : visible(name)));
  return `${names.join(', ')} ${turns.length === 1 ? one : many}`;
}
