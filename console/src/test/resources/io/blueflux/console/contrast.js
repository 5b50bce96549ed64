// SPDX-License-Identifier: Apache-2.0
// Answers a line for each text whose contrast with what is behind it is below 4.5:1, by the styles as they are computed.
const LEAST = 4.5;
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

function rgba(colour) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

const over = (top, bottom, alpha = top[3]) => [0, 1, 2].map((i) => top[i] * alpha + bottom[i] * (1 - alpha)).concat(1);

function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** From the element outwards to the first that nothing shines through: the document, or a dialog's own panel. */
function behind(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.backgroundImage !== 'none') {
      return null;
    }
    layers.push(rgba(style.backgroundColor));
    if (layers.at(-1)[3] === 1) {
      break;
    }
  }
  return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255, 1]);
}

const opacity = (element) => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1);

function isShown(element) {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  return element.checkVisibility({ visibilityProperty: true }) && !element.closest('.hidden-words, .skips, svg, canvas')
    && (!dialog || dialog.contains(element));
}

function check(element, pseudo, what) {
  const back = behind(element);
  if (back === null) {
    return `${what}: an image is behind it`;
  }
  const own = rgba(getComputedStyle(element, pseudo).color);
  const ratio = contrast(over(own, back, own[3] * opacity(element)), back);
  return ratio < LEAST ? `${what}: ${ratio.toFixed(2)}` : null;
}

const found = [];
let checked = 0;
for (const element of document.body.querySelectorAll('*')) {
  if (!isShown(element)) {
    continue;
  }
  const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join(' ').trim();
  const content = getComputedStyle(element, '::after').content;
  const looks = [[words, null], [element.placeholder ?? '', '::placeholder'],
    [/^".+"/.test(content) ? content : '', '::after'], [element.matches('input[type=text], input[type=search]') ? element.value : '', null]];
  for (const [shown, pseudo] of looks.filter(([text]) => text !== '')) {
    checked++;
    found.push(check(element, pseudo, `${element.tagName} ${element.className} "${shown.slice(0, 40)}"`));
  }
}
return checked < 5 ? ['nothing was checked'] : found.filter(Boolean);
