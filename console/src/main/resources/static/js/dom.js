// SPDX-License-Identifier: Apache-2.0
// Elements are built here and nowhere from markup, so that no name can become an element.

const SVG = 'http://www.w3.org/2000/svg';

export const byId = (id) => document.getElementById(id);

/** Builds an element: attributes by name, children as elements or text. */
export function el(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    attr(element, name, value);
  }
  element.append(...children);
  return element;
}

/** Writes an attribute only where it changes; null, undefined and false take it away. */
export function attr(element, name, value) {
  if (value === null || value === undefined || value === false) {
    if (element.hasAttribute(name)) {
      element.removeAttribute(name);
    }
    return;
  }
  const text = value === true ? '' : String(value);
  if (element.getAttribute(name) !== text) {
    element.setAttribute(name, text);
  }
}

/** Writes the text of an element that holds nothing but text, only where it changes. */
export function text(element, value) {
  const node = element.firstChild;
  if (node === null) {
    if (value !== '') {
      element.textContent = value;
    }
  } else if (node.data !== value) {
    node.data = value;
  }
}

/** A stranger's words: their own direction, cut by the style sheet, whole in the title. */
export function words(element, shown) {
  text(element, shown);
  attr(element, 'title', shown);
}

/**
 * Makes `wanted` the children of `parent`. The child that holds the focus is never moved, as a browser would take the
 * focus from it: the others move around it.
 */
export function arrangeChildren(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) {
    if (!keep.has(child)) {
      child.remove();
    }
  }
  const still = wanted.findIndex((child) => child.parentNode === parent && child.contains(document.activeElement));
  place(parent, parent.firstElementChild, still < 0 ? wanted : wanted.slice(0, still));
  if (still >= 0) {
    place(parent, wanted[still].nextElementSibling, wanted.slice(still + 1));
  }
}

function place(parent, first, children) {
  let at = first;
  for (const child of children) {
    if (child === at) {
      at = at.nextElementSibling;
    } else {
      parent.insertBefore(child, at);
    }
  }
}

/** Shows `items` as children of `parent`, each in the element it had before. */
export function keyed(parent, items, key, build, fill) {
  const had = new Map([...parent.children].map((child) => [child.itemKey, child]));
  const wanted = items.map((item) => {
    const id = key(item);
    const element = had.get(id) ?? build(item);
    had.delete(id);
    element.itemKey = id;
    fill(element, item);
    return element;
  });
  arrangeChildren(parent, wanted);
}
