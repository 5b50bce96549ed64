// SPDX-License-Identifier: Apache-2.0
// Ties the page together: the first picture is asked for at once, and the stream only changes it.

import { announceTurns } from './announce.js';
import * as api from './api.js';
import { learn } from './clock.js';
import { attr, byId, text } from './dom.js';
import { addView, ask, drawn } from './frame.js';
import { pageHeader } from './header.js';
import { Fleet } from './store.js';
import { Stream } from './stream.js';
import { serverTable } from './table.js';
import { themeButton } from './theme.js';

const SECOND = 1000;
const LONGEST_PAUSE = 5000;

const asked = api.fleet();
const fleet = new Fleet();
let panels = null;
let panelsCame;
const later = new Promise((resolve) => { panelsCame = resolve; });

/** Opens by one of the panels' functions, which may come a moment after a quick click. */
const opens = (how) => async (...what) => (await later)[how](...what);

const header = pageHeader(fleet, filterBy);
const table = serverTable(fleet, { server: opens('openServer'), action: opens('openAction') });

function filterBy(state) {
  const filter = byId('filter');
  filter.value = filter.value === state ? '' : state;
  filter.dispatchEvent(new Event('input'));
}

const stream = new Stream({
  picture(data) {
    learn(data.at);
    announceTurns(fleet.load(data));
    panels?.restart();
    ask();
  },
  changes(data) {
    learn(data.at);
    announceTurns(fleet.apply(data));
    ask();
  },
  stale(yes) {
    header.markStale(yes);
    ask();
  },
});

/** The first picture; where it cannot be had, it is asked for again until it can. */
async function begin(first) {
  let answer = first;
  for (let pause = SECOND; ; pause = Math.min(LONGEST_PAUSE, pause + SECOND)) {
    try {
      const picture = await answer;
      learn(picture.at);
      fleet.load(picture);
      text(byId('trouble'), '');
      attr(byId('page'), 'aria-busy', null);
      ask();
      return picture.id;
    } catch (error) {
      text(byId('trouble'), `The picture of the fleet cannot be had. ${error.message} Trying again.`);
    }
    await new Promise((resume) => { setTimeout(resume, pause); });
    answer = api.fleet();
  }
}

async function addTheOthers() {
  await drawn();
  const { addPanels } = await import('./panels.js');
  panels = addPanels(fleet, () => table.focusCurrent());
  panelsCame(panels);
}

document.addEventListener('click', (event) => {
  const target = event.target.closest('[data-open]')?.target;
  if (target?.opens === 'meeting') {
    panels.openMeeting(target);
  } else if (target) {
    panels.openServer(target.server);
  }
});

addView(header.draw);
addView(table.draw);
themeButton(() => panels?.recolour());
setInterval(ask, SECOND);
stream.follow(await begin(asked));
await addTheOthers();
