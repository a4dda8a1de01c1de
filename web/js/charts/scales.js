const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TIME_STEPS = [1, 2, 5, 10, 15, 30].map((n) => n * MINUTE).concat([1, 2, 3, 6, 12, 24].map((n) => n * HOUR));

/** From 0 up in round steps until `max` is covered; what is counted is whole, so no step is below 1. */
export function ticks(max, most = 4) {
  const rough = Math.max(1, max / most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough - 1e-9);
  const count = Math.max(1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/** Round moments of the visitor's own clock between `from` and `to` (epoch milliseconds). */
export function timeTicks(from, to, most = 6) {
  const step = TIME_STEPS.find((each) => (to - from) / each <= most) ?? TIME_STEPS.at(-1);
  const shift = -new Date(from).getTimezoneOffset() * MINUTE;
  const first = Math.ceil((from + shift) / step) * step - shift;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  return Array.from({ length: count }, (_, i) => first + i * step);
}
