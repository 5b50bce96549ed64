// SPDX-License-Identifier: Apache-2.0
// The page's picture of the fleet: what the service sent first, and then each change. It knows nothing of the page.

import { Server } from './server.js';

const EVENTS = 200;

/** The kinds by which events are chosen, from their types. */
export function kindOf(event) {
  if (event.type.startsWith('attendee-')) {
    return 'people';
  }
  return event.type.startsWith('meeting-') || event.type === 'recording-changed' ? 'meetings' : 'servers';
}

export class Fleet {
  /** Counts pictures and changes, so that a view knows whether there is something to draw. */
  version = 0;
  /** Counts samples, so that a curve knows whether its past changed. */
  sampled = 0;
  loaded = false;
  servers = new Map();
  samples = { at: [], people: [], meetings: [] };
  totals = { states: {} };
  /** Newest last; an entry is `{event, kind, number}`, or `{more, kind: 'more', number}` for events left out. */
  feed = [];
  #numbers = 0;

  /** Takes a whole picture in place of all there was. */
  load(picture) {
    const before = this.servers;
    this.servers = new Map();
    for (const { spark, ...row } of picture.servers) {
      this.servers.set(row.name, new Server(row, spark ?? []));
    }
    this.at = picture.at;
    this.demo = picture.demo === true;
    this.interval = picture.interval;
    this.totals = picture.totals;
    this.samples = picture.samples;
    this.feed = [];
    this.#remember(picture.events ?? [], picture.skipped ?? 0);
    this.sampled++;
    this.version++;
    const turns = this.loaded ? turnsBetween(before, this.servers.values()) : [];
    this.loaded = true;
    return turns;
  }

  /** Takes what changed; answers the servers whose state changed, as `{name, from, row}`. */
  apply(changes) {
    this.at = changes.at;
    this.totals = changes.totals ?? this.totals;
    for (const name of changes.removed ?? []) { // first, as one that came back begins anew
      this.servers.delete(name);
    }
    const before = new Map();
    for (const row of changes.servers ?? []) {
      const known = this.servers.get(row.name);
      if (known) {
        before.set(row.name, known);
      }
      this.servers.set(row.name, new Server(row, known?.spark ?? []));
    }
    this.#remember(changes.events ?? [], changes.skipped ?? 0);
    this.#sample(changes);
    this.version++;
    return turnsBetween(before, (changes.servers ?? []).map((row) => this.servers.get(row.name)).filter(Boolean));
  }

  #sample({ at, sample, thin, drop }) {
    const columns = Object.values(this.samples);
    const sparks = [...this.servers.values()].map((server) => server.spark);
    if (thin) {
      [...columns, ...sparks].forEach(everySecond);
    }
    if (drop) {
      const length = this.samples.at.length;
      sparks.filter((spark) => spark.length === length).forEach((spark) => spark.shift());
      columns.forEach((column) => column.shift());
    }
    if (sample) {
      this.samples.at.push(at);
      this.samples.people.push(this.totals.people);
      this.samples.meetings.push(this.totals.meetings);
      this.servers.forEach((server) => server.spark.push(server.row.people));
    }
    if (thin || drop || sample) {
      this.sampled++;
    }
  }

  #remember(events, skipped) {
    if (skipped > 0) {
      this.feed.push({ more: skipped, kind: 'more', number: ++this.#numbers });
    }
    for (const event of events) {
      this.feed.push({ event, kind: kindOf(event), number: ++this.#numbers });
    }
    if (events.length + skipped > 0) {
      this.feed = newestOfEachKind(this.feed);
    }
  }
}

/** Each kind keeps its newest, so that the many people who come and go do not push out the servers' events. */
function newestOfEachKind(feed) {
  const left = { servers: EVENTS, meetings: EVENTS, people: EVENTS, more: EVENTS };
  return feed.reverse().filter((item) => left[item.kind]-- > 0).reverse();
}

function everySecond(list) {
  const kept = list.filter((_, index) => (list.length - 1 - index) % 2 === 0);
  list.splice(0, list.length, ...kept);
}

function turnsBetween(before, after) {
  const turns = [];
  for (const { name, row } of after) {
    const from = before.get(name)?.row.state;
    if (from !== undefined && from !== row.state) {
      turns.push({ name, from, row });
    }
  }
  return turns;
}
