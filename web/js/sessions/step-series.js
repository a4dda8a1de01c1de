const MOST = 2_000;

/** A count over time, kept as its changes: {at, value}, `at` in epoch milliseconds, oldest first. */
export class StepSeries {
  #points = [];

  get isEmpty() {
    return this.#points.length === 0;
  }

  add(at, value) {
    if (this.#points.at(-1)?.value === value) return;
    this.#points.push({ at, value });
    if (this.#points.length > MOST) this.#points.shift();
  }

  /** The changes between two moments, and at `from` what was so already. */
  between(from, to) {
    const shown = this.#points.filter(({ at }) => at <= to);
    const before = shown.findLast(({ at }) => at <= from);
    const after = shown.filter(({ at }) => at > from);
    return before ? [{ at: from, value: before.value }, ...after] : after;
  }

  get startedAt() {
    return this.#points[0]?.at;
  }
}

/** A room that ended within this time of `to` is open: times are told in whole seconds. */
const ROUNDING_MS = 1_500;

/** How many rooms were open, from the rooms of a period as `/v1/static` tells them. */
export function roomsOver(usage, from, to) {
  const changes = usage.flatMap(({ createdAt, sessionTimeSecond }) => {
    const start = Math.max(from, Date.parse(createdAt));
    const end = start + sessionTimeSecond * 1_000;
    const opened = { at: start, by: 1 };
    return end >= to - ROUNDING_MS ? [opened] : [opened, { at: end, by: -1 }];
  });
  const series = new StepSeries();
  let open = 0;
  series.add(from, changes.filter(({ at, by }) => at <= from && by > 0).length);
  for (const { at, by } of changes.sort((a, b) => a.at - b.at)) {
    open += by;
    if (at > from) series.add(at, open);
  }
  return series;
}
