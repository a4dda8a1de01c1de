import { grid } from './grid.js';
import { svg, text } from './svg.js';

const LABEL_WIDTH = 64;

/** A bar for each of the points {label, value}; where they are many, only some are named below. */
export function barPlot(points, { width, height }) {
  const paper = grid({ width, height, max: Math.max(...points.map(({ value }) => value)) });
  const slot = paper.width / points.length;
  const thick = Math.max(1, Math.min(40, slot * 0.7));
  const middle = (i) => paper.left + slot * (i + 0.5);
  const bars = points.map(({ value }, i) => svg('rect', {
    x: middle(i) - thick / 2, y: paper.y(value), width: thick, height: paper.bottom - paper.y(value), rx: Math.min(3, thick / 3), class: 'chart-bar',
  }));
  const every = Math.ceil(LABEL_WIDTH / slot);
  const names = points.map(({ label }, i) => (i % every ? null : text(middle(i), height - 6, label, 'middle'))).filter(Boolean);
  const nearest = (px) => Math.min(points.length - 1, Math.max(0, Math.floor((px - paper.left) / slot)));
  return { marks: [...paper.lines, ...names, ...bars], paper, spot: (i) => ({ x: middle(i), y: paper.y(points[i].value) }), nearest };
}
