import { say, label } from './i18n.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Builds one element. Text always goes in as text, never as markup.
 *
 * `options`: `class`, `text`, `say` (a phrase key or [key, params]), `label` (the same, as accessible
 * name and tooltip), `attrs`, `on` (listeners); everything else is set as a property.
 */
export function el(tag, options = {}, ...children) {
  const { class: classes, text, say: phrase, label: name, attrs, on, ...properties } = options;
  const node = Object.assign(document.createElement(tag), properties);
  if (classes) node.className = classes;
  if (text !== undefined) node.textContent = text;
  if (phrase) say(node, ...[phrase].flat());
  if (name) label(node, ...[name].flat());
  for (const [key, value] of Object.entries(attrs ?? {})) node.setAttribute(key, value);
  for (const [type, listener] of Object.entries(on ?? {})) node.addEventListener(type, listener);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** An icon of `img/icons.svg`; decorative, so the control around it carries the name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `img/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export function setIcon(holder, name) {
  holder.querySelector('use').setAttribute('href', `img/icons.svg#${name}`);
}

export const byId = (id) => document.getElementById(id);
