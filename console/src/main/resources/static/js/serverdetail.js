// SPDX-License-Identifier: Apache-2.0
// The detail of a server: its row from the stream, its meetings from the service.

import * as api from './api.js';
import { buildActions, buildMarks, buildState, fillActions, fillMarks, fillState, nameButton } from './cells.js';
import { ago, whenAndAgo } from './clock.js';
import { prepare, show } from './dialogs.js';
import { attr, byId, el, keyed, text, words } from './dom.js';
import { fillFacts } from './facts.js';
import { Refresh } from './refresh.js';
import { count, number, visible } from './text.js';

export function serverDetail(fleet, openAction, fallback) {
  const dialog = byId('server-dialog');
  const state = buildState();
  const marks = buildMarks();
  const actions = buildActions();
  const refresh = new Refresh();
  let name = null;
  byId('server-state').append(state, marks);
  byId('server-actions').append(actions);
  prepare(dialog, () => refresh.stop(), fallback);
  actions.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button && button.getAttribute('aria-disabled') !== 'true') {
      openAction(name, button.dataset.action);
    }
  });

  function open(server) {
    if (server !== name || !dialog.open) {
      name = server;
      byId('server-meetings').replaceChildren();
      note('Asking for its meetings\u2026');
    }
    words(byId('server-title'), visible(name));
    attr(dialog, 'data-server', name);
    refresh.start((signal) => api.server(name, signal), showMeetings, (error) => note(error.message), fleet.interval);
    show(dialog);
    draw();
  }

  /** What the stream tells is drawn at each frame while the dialog is open. */
  function draw() {
    if (!dialog.open) {
      return;
    }
    const server = fleet.servers.get(name);
    attr(byId('server-gone'), 'hidden', Boolean(server));
    attr(byId('server-body'), 'hidden', !server);
    if (server) {
      const { row } = server;
      attr(dialog, 'data-state', row.state);
      fillState(state, row.state);
      fillMarks(marks, row);
      fillActions(actions, server);
      attr(byId('server-facts'), 'data-unknown', row.unknown ? 'true' : null);
      fillFacts(byId('server-facts'), factsOf(row));
    }
  }

  function showMeetings({ meetingList, more }) {
    keyed(byId('server-meetings'), meetingList, ({ id }) => id, () => buildMeeting(name), fillMeeting);
    note(meetingList.length === 0 ? 'It has no meetings.' : more > 0 ? `and ${count(more, 'meeting', 'meetings')} more` : '');
  }

  function note(words) {
    text(byId('server-note'), words);
    attr(byId('server-meetings-table'), 'hidden', byId('server-meetings').children.length === 0);
  }

  return { open, draw };
}

function factsOf(row) {
  const milliseconds = (value) => (value === undefined ? undefined : `${number(Math.round(value))} ms`);
  return [
    ['Since', whenAndAgo(row.since)], ['Reason', row.reason && visible(row.reason)],
    ['Meetings', number(row.meetings)], ['People', number(row.people)], ['Voice', number(row.voice)],
    ['Video', number(row.video)], ['Load', row.load === undefined ? undefined : number(row.load)],
    ['Latency', milliseconds(row.latency)], ['Lag', milliseconds(row.lag)], ['Version', row.version && visible(row.version)],
  ];
}

function buildMeeting(server) {
  const cell = (key, more = '') => el('td', { class: `number ${more}`, 'data-column': key });
  const button = nameButton('meeting', '');
  const marks = el('span', { class: 'marks' });
  const tr = el('tr', {}, el('th', { scope: 'row', class: 'name-cell' }, button, marks), cell('people'),
    cell('moderators', 'roomy'), cell('voice', 'roomy'), cell('video', 'roomy'), cell('listeners', 'roomy'), cell('since'));
  tr.parts = { button, marks };
  button.target = { opens: 'meeting', server };
  return tr;
}

function fillMeeting(tr, meeting) {
  attr(tr, 'data-meeting', meeting.id);
  tr.parts.button.target.id = meeting.id;
  words(tr.parts.button, visible(meeting.name || meeting.id));
  const marks = [meeting.recording && 'recorded', meeting.breakout && 'breakout'].filter(Boolean);
  keyed(tr.parts.marks, marks, (mark) => mark, (mark) => el('span', { class: 'mark', 'data-mark': mark }, mark), () => {});
  for (const cell of tr.querySelectorAll('td')) {
    const { column } = cell.dataset;
    text(cell, column === 'since' ? ago(meeting.since) : number(meeting[column]));
  }
}
