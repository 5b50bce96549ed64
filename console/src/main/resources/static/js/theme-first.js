// SPDX-License-Identifier: Apache-2.0
// Runs before anything is drawn, so that a remembered theme does not flash; no module, as modules run later.
try {
  const remembered = localStorage.getItem('theme');
  if (remembered === 'dark' || remembered === 'light') {
    document.documentElement.setAttribute('data-theme', remembered);
  }
} catch {
  // Storage may be forbidden; then the system's scheme holds.
}
