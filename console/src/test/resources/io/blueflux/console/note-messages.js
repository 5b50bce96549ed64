// SPDX-License-Identifier: Apache-2.0
// Before the page's own scripts: notes what the stream brings, and the first picture as it was parsed.
window.messages = [];
window.pictures = [];
window.EventSource = class extends EventSource {
  constructor(url, options) {
    super(url, options);
    for (const type of ['picture', 'changes']) {
      this.addEventListener(type, ({ data }) => window.messages.push({ type, data }));
    }
  }
};
const { json } = Response.prototype;
Response.prototype.json = async function () {
  const answer = await json.call(this);
  if (this.url.endsWith('api/fleet')) {
    window.pictures.push(answer);
  }
  return answer;
};
