// SPDX-License-Identifier: Apache-2.0
// Switches between the dark and the light theme and remembers the choice.

import { attr, byId, text } from './dom.js';

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

/** Sets the button up; `changed` is called when the colours are others. */
export function themeButton(changed) {
  const button = byId('theme');
  const root = document.documentElement;
  const current = () => root.dataset.theme ?? (systemDark.matches ? 'dark' : 'light');
  const other = () => (current() === 'dark' ? 'light' : 'dark');

  function show() {
    text(button, other() === 'dark' ? 'Dark' : 'Light');
    attr(button, 'aria-label', `Switch to the ${other()} theme`);
    changed();
  }

  button.addEventListener('click', () => {
    root.dataset.theme = other();
    try {
      localStorage.setItem('theme', root.dataset.theme);
    } catch {
      // Storage may be forbidden; the choice holds until the page is left.
    }
    show();
  });
  systemDark.addEventListener('change', show);
  show();
}
