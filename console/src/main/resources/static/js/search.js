// SPDX-License-Identifier: Apache-2.0
// Finds a meeting anywhere, and says who did not answer and so may have it too.

import * as api from './api.js';
import { nameButton } from './cells.js';
import { attr, byId, el, text } from './dom.js';
import { count, visible } from './text.js';

const NAMED = 5;

export function meetingSearch() {
  let running = null;

  async function search(event) {
    event.preventDefault();
    const q = byId('search-text').value.trim();
    if (q === '') {
      say('Type a part of a meeting\u2019s name, or its id.');
      return;
    }
    running?.abort();
    const control = new AbortController();
    running = control;
    busy(true);
    say('Asking\u2026 servers may take some seconds.');
    byId('search-results').replaceChildren();
    text(byId('search-unanswered'), '');
    try {
      const answer = await api.meetings(q, control.signal);
      if (running === control) {
        show(answer);
      }
    } catch (error) {
      if (running === control) {
        say(error.message);
      }
    }
    if (running === control) {
      busy(false);
    }
  }

  byId('search').addEventListener('submit', search);
  byId('search-clear').addEventListener('click', () => {
    running?.abort();
    running = null;
    busy(false);
    byId('search-results').replaceChildren();
    byId('search-text').value = '';
    text(byId('search-unanswered'), '');
    say('');
    byId('search-text').focus();
  });
}

function busy(yes) {
  attr(byId('search'), 'aria-busy', yes ? 'true' : null);
  attr(byId('search-clear'), 'hidden', false);
}

function say(words) {
  text(byId('search-status'), words);
}

function show({ found, more, asked, unanswered }) {
  const total = found.length + more;
  const where = asked ? 'All servers were asked.' : 'Known from the last polls.';
  say(total === 0 ? `No meeting found. ${where}`
    : `${count(total, 'meeting', 'meetings')} found${more > 0 ? `, the first ${found.length} shown` : ''}. ${where}`);
  byId('search-results').replaceChildren(...found.map(build));
  text(byId('search-unanswered'), unanswered.length === 0 ? '' : `${unansweredWords(unanswered)} did not answer and may have it too.`);
}

function unansweredWords(unanswered) {
  const names = unanswered.slice(0, NAMED).map((name) => `\u2068${visible(name)}\u2069`).join(', ');
  return unanswered.length > NAMED ? `${names} and ${count(unanswered.length - NAMED, 'server', 'servers')} more` : names;
}

function build(meeting) {
  const button = nameButton('meeting', meeting.name || meeting.id);
  button.target = { opens: 'meeting', server: meeting.server, id: meeting.id, name: meeting.name };
  const on = el('bdi', { class: 'cut', title: visible(meeting.server) }, visible(meeting.server));
  const marks = [meeting.breakout && 'breakout', !meeting.known && 'server does not answer'].filter(Boolean)
    .map((mark) => el('span', { class: 'mark' }, mark));
  const line = el('span', { class: 'second' }, count(meeting.people, 'person', 'people'), ' on ', on);
  return el('li', { 'data-meeting': meeting.id, 'data-server': meeting.server }, button, line, ...marks);
}
