// SPDX-License-Identifier: Apache-2.0
// Opens dialogs, one above the other, and gives the focus back to where it was.

const returns = new Map();
let outside = null;

/** Sets up a dialog: its close button, and the focus after it. `closed` is told when it is gone. */
export function prepare(dialog, closed, fallback) {
  dialog.querySelectorAll('[data-close]').forEach((button) => button.addEventListener('click', () => dialog.close()));
  dialog.addEventListener('close', () => {
    // It may have been opened again before this event came.
    if (!dialog.open) {
      closed();
      giveBack(returns.get(dialog), fallback);
    }
  });
}

/** Shows a dialog on top; where it is on top already, its content changes and no more. */
export function show(dialog) {
  const from = document.activeElement;
  if (dialog.open && dialog.contains(from)) {
    return;
  }
  returns.set(dialog, from);
  if (!from.closest('dialog')) {
    outside = from;
  }
  if (dialog.open) {
    dialog.close();
  }
  dialog.showModal();
}

function giveBack(from, fallback) {
  for (const element of [from, outside]) {
    const inside = document.querySelector('dialog[open]');
    if (element?.isConnected && element !== document.body && (!inside || inside.contains(element))) {
      element.focus();
      if (document.activeElement === element) {
        return;
      }
    }
  }
  if (!document.querySelector('dialog[open]')) {
    fallback();
  }
}
