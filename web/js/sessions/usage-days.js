const DAY = 86_400_000;

/** How often a list of [at, change] is above what it was before, at most. */
function peakOf(changes) {
  let now = 0;
  let peak = 0;
  // Whoever ends a room and opens the next at the same moment has not two open.
  for (const [, change] of changes.sort(([a, x], [b, y]) => a - b || x - y)) {
    now += change;
    peak = Math.max(peak, now);
  }
  return peak;
}

/** A room of `/v1/static` as the part of it that lies between two moments. */
const open = ({ createdAt, sessionTimeSecond }, from) => {
  const start = Math.max(Date.parse(createdAt), from);
  return { start, end: start + sessionTimeSecond * 1_000 };
};

/** {date, rooms, seconds, peak} of each day (UTC) between two moments: how many were open, how long, how many at once. */
export function usagePerDay(rooms, from, to) {
  const days = [];
  for (let midnight = Math.floor(from / DAY) * DAY; midnight < to; midnight += DAY) {
    const within = rooms.map((room) => open(room, from)).filter(({ start, end }) => start < midnight + DAY && end >= midnight);
    const parts = within.map(({ start, end }) => [Math.max(start, midnight), Math.min(end, midnight + DAY)]);
    days.push({
      date: new Date(midnight).toISOString().slice(0, 10),
      rooms: parts.length,
      seconds: Math.round(parts.reduce((sum, [start, end]) => sum + end - start, 0) / 1_000),
      peak: peakOf(parts.flatMap(([start, end]) => [[start, 1], [end, -1]])),
    });
  }
  return days;
}

/** {room, times, seconds} of each name a room had, the longest first. */
export function usagePerRoom(rooms) {
  const found = new Map();
  for (const { roomName, sessionTimeSecond } of rooms) {
    const { times, seconds } = found.get(roomName) ?? { times: 0, seconds: 0 };
    found.set(roomName, { times: times + 1, seconds: seconds + sessionTimeSecond });
  }
  return [...found].map(([room, use]) => ({ room, ...use })).sort((a, b) => b.seconds - a.seconds || (a.room < b.room ? -1 : 1));
}
