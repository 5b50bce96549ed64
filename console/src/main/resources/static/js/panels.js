// SPDX-License-Identifier: Apache-2.0
// What the first picture does not need and so comes after it: details, questions, search, events and the chart.

import { actionDialog } from './actiondialog.js';
import { byId, text } from './dom.js';
import { eventFeed } from './feed.js';
import { addView, ask } from './frame.js';
import { meetingDetail } from './meetingdetail.js';
import { meetingSearch } from './search.js';
import { serverDetail } from './serverdetail.js';

/** Builds the panels. Answers what opens dialogs, and what is to be told of other pictures and other colours. */
export function addPanels(fleet, focusTable) {
  const action = actionDialog(focusTable);
  const server = serverDetail(fleet, action.open, focusTable);
  const meeting = meetingDetail(fleet, focusTable);
  const feed = eventFeed(fleet, ask);
  let chart = null;
  addView(server.draw);
  addView(feed.draw);
  meetingSearch();
  addChart(fleet).then((added) => { chart = added; });
  ask();
  return {
    openServer: server.open, openMeeting: meeting.open, openAction: action.open,
    restart: feed.restart, recolour: () => chart?.recolour(),
  };
}

async function addChart(fleet) {
  try {
    const { fleetChart } = await import('./chart.js');
    const chart = fleetChart(fleet);
    addView(chart.draw);
    ask();
    return chart;
  } catch (error) {
    console.error(error);
    text(byId('chart-note'), 'The chart could not be loaded.');
    return null;
  }
}
