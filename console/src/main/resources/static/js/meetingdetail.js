// SPDX-License-Identifier: Apache-2.0
// The detail of a meeting: what the service knows of it, and who is in it.

import * as api from './api.js';
import { ago, whenAndAgo } from './clock.js';
import { prepare, show } from './dialogs.js';
import { attr, byId, el, keyed, text, words } from './dom.js';
import { fillFacts } from './facts.js';
import { Refresh } from './refresh.js';
import { capital, count, number, visible } from './text.js';

const MARKS = ['presenter', 'voice', 'video', 'listening'];

export function meetingDetail(fleet, fallback) {
  const dialog = byId('meeting-dialog');
  const refresh = new Refresh();
  prepare(dialog, () => refresh.stop(), fallback);

  function open({ server, id, name }) {
    words(byId('meeting-title'), visible(name || id));
    attr(dialog, 'data-meeting', id);
    attr(byId('meeting-body'), 'hidden', true);
    note('Asking\u2026');
    const button = byId('meeting-server');
    button.target = { opens: 'server', server };
    words(button, visible(server));
    refresh.start((signal) => api.meeting(server, id, signal), fill, (error) => note(error.message), fleet.interval);
    show(dialog);
  }

  function fill(meeting) {
    words(byId('meeting-title'), visible(meeting.name || meeting.id));
    fillMarks(meeting);
    attr(byId('meeting-facts'), 'data-unknown', meeting.known ? null : 'true');
    fillFacts(byId('meeting-facts'), factsOf(meeting));
    keyed(byId('attendees'), meeting.attendees, ({ userId }) => userId, buildAttendee, fillAttendee);
    attr(byId('attendees-table'), 'hidden', meeting.attendees.length === 0);
    attr(byId('meeting-body'), 'hidden', false);
    note(meeting.more > 0 ? `and ${count(meeting.more, 'person', 'people')} more`
      : meeting.attendees.length === 0 ? 'Nobody is listed.' : '');
  }

  function note(words) {
    text(byId('meeting-note'), words);
  }

  return { open };
}

function fillMarks(meeting) {
  const marks = [meeting.recording && 'recorded', meeting.breakout && 'breakout',
    !meeting.known && 'server does not answer: last known'].filter(Boolean);
  keyed(byId('meeting-marks'), marks, (mark) => mark, (mark) => el('span', { class: 'mark' }, mark), () => {});
}

function factsOf(meeting) {
  const when = (at) => (at === undefined ? undefined : whenAndAgo(at));
  const shown = (words) => (words === undefined ? undefined : visible(words));
  const people = meeting.maxPeople > 0 ? `${number(meeting.people)} of at most ${number(meeting.maxPeople)}` : number(meeting.people);
  return [
    ['People', people], ['Moderators', number(meeting.moderators)], ['Voice', number(meeting.voice)],
    ['Video', number(meeting.video)], ['Listeners', number(meeting.listeners)],
    ['Recording', meeting.recording ? 'yes' : 'no'], ['Breakout', meeting.breakout ? 'yes' : 'no'],
    ['Parent', shown(meeting.parentId)], ['Seen since', when(meeting.since)], ['Created', when(meeting.createdAt)],
    ['Started', when(meeting.startedAt)], ['Id', shown(meeting.meetingId)], ['Internal id', shown(meeting.id)],
  ];
}

function buildAttendee() {
  const name = el('bdi', { class: 'cut' });
  const role = el('td');
  const marks = el('span', { class: 'marks' });
  const since = el('td', { class: 'number' });
  const tr = el('tr', {}, el('th', { scope: 'row', class: 'name-cell' }, name), role, el('td', {}, marks), since);
  tr.parts = { name, role, marks, since };
  return tr;
}

function fillAttendee(tr, attendee) {
  words(tr.parts.name, visible(attendee.name));
  text(tr.parts.role, capital(visible(attendee.role).toLowerCase()));
  text(tr.parts.since, attendee.since === undefined ? '\u2013' : ago(attendee.since));
  keyed(tr.parts.marks, MARKS.filter((mark) => attendee[mark]), (mark) => mark,
    (mark) => el('span', { class: 'mark', 'data-mark': mark }, mark), () => {});
}
