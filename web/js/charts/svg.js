const NAMESPACE = 'http://www.w3.org/2000/svg';

/** One SVG element; text goes in as text. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const round = (value) => Math.round(value * 10) / 10;

export const text = (x, y, content, anchor) => svg('text', { x: round(x), y: round(y), 'text-anchor': anchor }, content);
export const line = (x1, y1, x2, y2, name) => svg('line', { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), class: name });
export const path = (points, name) => svg('path', { d: `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`, class: name });
