// SPDX-License-Identifier: Apache-2.0
// Answers a line for each rule that is broken, with its nodes. Contrast that axe-core cannot tell is computed by contrast.js.
const [type, values, done] = arguments;
const line = (kind, { id, help, nodes }) => `${kind} ${id}: ${help}\n${nodes
  .map(({ html, failureSummary }) => `  ${html}\n    ${failureSummary?.replaceAll('\n', ' ')}`).join('\n')}`;
// Nothing is preloaded: that would be a request.
axe.run(document, { runOnly: { type, values }, preload: false, resultTypes: ['violations', 'incomplete'] })
  .then(({ violations, incomplete, passes }) => done(passes.length === 0 ? ['nothing was checked'] : [
    ...violations.map((rule) => line('broken', rule)),
    ...incomplete.filter(({ id }) => id !== 'color-contrast').map((rule) => line('undecided', rule)),
  ]), (error) => done([String(error)]));
