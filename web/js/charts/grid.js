import { number } from '../shared/format.js';
import { ticks } from './scales.js';
import { line, svg, text } from './svg.js';

const EDGE = { top: 10, right: 12, bottom: 24, left: 40 };

/** The paper of a chart: where values lie, and the lines and numbers behind them. */
export function grid({ width, height, max }) {
  const steps = ticks(max);
  const inner = { width: width - EDGE.left - EDGE.right, height: height - EDGE.top - EDGE.bottom };
  const bottom = EDGE.top + inner.height;
  const y = (value) => bottom - (value / steps.at(-1)) * inner.height;
  const lines = steps.map((value) => svg('g', {}, line(EDGE.left, y(value), width - EDGE.right, y(value), 'chart-grid'),
    text(EDGE.left - 8, y(value) + 4, number(value), 'end')));
  return { left: EDGE.left, right: width - EDGE.right, width: inner.width, bottom, y, lines };
}
