// SPDX-License-Identifier: Apache-2.0
// An event in words: plain strings, and `{opens, server, id, name}` for what can be opened.

import { visible } from './text.js';

const aServer = (event) => ({ opens: 'server', server: event.server, name: event.server });

const aMeeting = ({ server, meeting }) => meeting
  ? { opens: 'meeting', server, id: meeting.id, name: meeting.name || meeting.id }
  : 'a meeting';

const aPerson = ({ attendee }) => ({ name: attendee?.name ?? 'Somebody' });

const WORDS = {
  'server-added': (event) => [aServer(event), ' joined the fleet'],
  'server-removed': (event) => [aServer(event), ' left the fleet'],
  'server-state-changed': (event) => [aServer(event), ` is ${visible(event.state)}`,
    event.from ? `, was ${visible(event.from)}` : '', event.reason ? `: ${visible(event.reason)}` : ''],
  'cordon-changed': (event) => [aServer(event), event.on ? ' is cordoned' : ' is no longer cordoned'],
  'draining-changed': (event) => [aServer(event), event.on ? ' is draining' : ' is no longer draining'],
  'meeting-created': (event) => [aMeeting(event), ' was created on ', aServer(event)],
  'meeting-started': (event) => [aMeeting(event), ' started on ', aServer(event)],
  'meeting-ended': (event) => [aMeeting(event), ' ended on ', aServer(event)],
  'recording-changed': (event) => [aMeeting(event), event.on ? ' is recorded now, on ' : ' is no longer recorded, on ', aServer(event)],
  'attendee-joined': (event) => [aPerson(event), roleOf(event), ' joined ', aMeeting(event)],
  'attendee-left': (event) => [aPerson(event), roleOf(event), ' left ', aMeeting(event)],
};

const roleOf = ({ attendee }) => (attendee?.role === 'MODERATOR' ? ' (moderator)' : '');

export function eventWords(event) {
  return (WORDS[event.type] ?? (() => [`${visible(event.type)} on `, aServer(event)]))(event);
}
