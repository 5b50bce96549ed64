// SPDX-License-Identifier: Apache-2.0
// Asks the service. What goes wrong comes back as an error whose message can be shown as it is.

const PATIENCE = 20000;

export const fleet = () => ask('api/fleet', {});

export const server = (name, signal) => ask(`api/server?${query({ name })}`, { signal });

export const meetings = (q, signal) => ask(`api/meetings?${query({ q })}`, { signal });

export const meeting = (server, id, signal) => ask(`api/meeting?${query({ server, id })}`, { signal });

/** Writes an action for a server; the token is asked for right before, as it may be new. */
export async function act(name, action) {
  const { headerName, token } = await ask('api/csrf', {});
  return ask(`actuator/blueflux/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [headerName]: token },
    body: JSON.stringify({ action }),
  });
}

const query = (parameters) => new URLSearchParams(parameters);

async function ask(url, options) {
  const late = AbortSignal.timeout(PATIENCE);
  const signal = options.signal ? AbortSignal.any([options.signal, late]) : late;
  let response;
  try {
    // The first picture is preloaded, and only a request without a signal of its own surely takes that answer.
    response = await fetch(url, url === 'api/fleet' ? {} : { ...options, signal });
  } catch (error) {
    throw options.signal?.aborted ? error : new Error(wordsFor(error), { cause: error });
  }
  if (!response.ok) {
    throw new Error(await problem(response));
  }
  try {
    return await response.json();
  } catch (error) {
    throw options.signal?.aborted
      ? error
      : new Error('The answer is not the service\u2019s; perhaps a proxy or a login page answered.', { cause: error });
  }
}

function wordsFor(error) {
  return error.name === 'TimeoutError' ? 'The service did not answer in time.' : 'The service cannot be reached.';
}

async function problem(response) {
  if (response.status === 429) {
    return 'Too many searches run at the moment. Try again in a few seconds.';
  }
  let told = {};
  if (response.headers.get('content-type')?.includes('json')) {
    told = await response.json().catch(() => ({}));
  }
  return told.detail || told.title || `The service answered with status ${response.status}.`;
}
