import { clock } from '../shared/format.js';
import { grid } from './grid.js';
import { timeTicks } from './scales.js';
import { path, svg, text } from './svg.js';

/**
 * A count over time: it stays what it is until it changes, so the line has steps and no slopes. Points
 * are {at, value}, `at` in epoch milliseconds; `view` is the {from, to} that is shown.
 */
export function stepPlot(points, { width, height, from, to }) {
  const paper = grid({ width, height, max: Math.max(...points.map(({ value }) => value)) });
  const x = (at) => paper.left + ((Math.max(from, at) - from) / (to - from)) * paper.width;
  const corners = points.flatMap(({ at, value }, i) => {
    const until = points[i + 1]?.at ?? to;
    return [[x(at), paper.y(value)], [x(until), paper.y(value)]];
  });
  const area = [[corners[0][0], paper.bottom], ...corners, [corners.at(-1)[0], paper.bottom]];
  const most = Math.max(2, Math.floor(paper.width / 90));
  const times = timeTicks(from, to, most).map((at) => text(x(at), height - 6, clock(at), 'middle'));
  const [endX, endY] = corners.at(-1);
  const marks = [...paper.lines, ...times, path(area, 'chart-area'), path(corners, 'chart-line'), svg('circle', { cx: endX, cy: endY, r: 4, class: 'chart-end' })];
  return { marks, paper, spot: (i) => ({ x: x(points[i].at), y: paper.y(points[i].value) }), nearest: (px) => lastBefore(points, px, x) };
}

function lastBefore(points, px, x) {
  const next = points.findIndex(({ at }) => x(at) > px);
  return next < 0 ? points.length - 1 : Math.max(0, next - 1);
}
