// SPDX-License-Identifier: Apache-2.0
// Asks before a server is cordoned, drained or taken back, and sends the answer. What came of it the stream tells.

import * as api from './api.js';
import { prepare, show } from './dialogs.js';
import { attr, byId, text, words } from './dom.js';
import { capital, visible } from './text.js';

export function actionDialog(fallback) {
  const dialog = byId('action-dialog');
  const confirm = byId('action-confirm');
  const choices = [...dialog.querySelectorAll('input[name=action]')];
  let name = null;
  let resume = false;
  let asked = 0;
  prepare(dialog, () => { asked++; }, fallback);

  const chosen = () => (resume ? 'resume' : choices.find((choice) => choice.checked).value);

  function open(server, action) {
    name = server;
    resume = action === 'resume';
    choices.forEach((choice) => { choice.checked = choice.value === action; });
    attr(byId('action-choices'), 'hidden', resume);
    attr(byId('action-resume'), 'hidden', !resume);
    words(byId('action-server'), visible(server));
    attr(dialog, 'data-server', server);
    text(byId('action-error'), '');
    describe();
    busy(false);
    show(dialog);
    byId('action-cancel').focus();
  }

  function describe() {
    text(byId('action-title'), resume ? 'Resume this server?' : 'Take this server out of use?');
    text(confirm, capital(chosen()));
  }

  function busy(yes) {
    attr(confirm, 'aria-disabled', yes ? 'true' : null);
    text(byId('action-progress'), yes ? 'Sending\u2026' : '');
  }

  async function send() {
    if (confirm.getAttribute('aria-disabled') === 'true') {
      return;
    }
    const turn = ++asked;
    busy(true);
    text(byId('action-error'), '');
    let failure = null;
    try {
      await api.act(name, chosen());
    } catch (error) {
      failure = error;
    }
    if (turn !== asked) {
      return;
    }
    busy(false);
    if (failure) {
      text(byId('action-error'), `${capital(chosen())} failed: ${failure.message}`);
    } else {
      dialog.close();
    }
  }

  choices.forEach((choice) => choice.addEventListener('change', describe));
  confirm.addEventListener('click', send);
  return { open };
}
