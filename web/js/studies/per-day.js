import { day } from '../shared/format.js';

/** More bars than this are too thin to point at. */
const MOST_DAYS = 62;

/** Bars {label, name, value} from `sessionsPerDay`: a bar for each day, or for each month of a long time. */
export function perDay(sessionsPerDay) {
  if (sessionsPerDay.length <= MOST_DAYS) return sessionsPerDay.map(({ date, count }) => bar(date, count, { month: 'short', day: 'numeric' }));
  const months = new Map();
  for (const { date, count } of sessionsPerDay) months.set(date.slice(0, 7), (months.get(date.slice(0, 7)) ?? 0) + count);
  return [...months].map(([month, count]) => bar(`${month}-01`, count, { year: '2-digit', month: 'short' }));
}

const bar = (date, value, options) => ({ label: day(date, options), name: day(date, { ...options, year: 'numeric' }), value });
