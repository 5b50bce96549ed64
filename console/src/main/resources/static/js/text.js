// SPDX-License-Identifier: Apache-2.0
// Words and numbers as the page shows them. Names come from strangers: they only ever become text nodes.

const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\u200b\u2060\ufeff]/g;

/** Control characters become their pictures (or a replacement mark), so that no name hides or turns its neighbours. */
export function visible(text) {
  return String(text ?? '').replace(HARMFUL, picture);
}

function picture(char) {
  const code = char.charCodeAt(0);
  if (code < 0x20) {
    return String.fromCharCode(0x2400 + code);
  }
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** Whole numbers, with their thousands set apart. */
export function number(value) {
  return Number.isFinite(value) ? String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',') : '\u2013';
}

export function count(value, one, many) {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** A span of time in its two largest units; short ones in seconds. */
export function span(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  }
  return hours % 24 === 0 ? `${Math.floor(hours / 24)} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

export function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
