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

const sum = (rooms, field) => rooms.reduce((all, room) => all + room[field], 0);

/** A room of `/v1/static` as the part of it that lies between two moments. */
const open = ({ createdAt, sessionTimeSecond }, from) => {
  const start = Math.max(Date.parse(createdAt), from);
  return { start, end: start + sessionTimeSecond * 1_000 };
};

/**
 * {date, rooms, seconds, peak, joins, messages} of each day (UTC) between two moments: how many were open, how long, how
 * many at once. What happened in a room counts for the day on which it was opened, or the first one shown.
 */
export function usagePerDay(rooms, from, to) {
  const days = [];
  for (let midnight = Math.floor(from / DAY) * DAY; midnight < to; midnight += DAY) {
    const within = rooms.map((room) => open(room, from)).filter(({ start, end }) => start < midnight + DAY && end >= midnight);
    const opened = rooms.filter((room) => Math.floor(open(room, from).start / DAY) * DAY === midnight);
    const parts = within.map(({ start, end }) => [Math.max(start, midnight), Math.min(end, midnight + DAY)]);
    days.push({
      date: new Date(midnight).toISOString().slice(0, 10),
      rooms: parts.length,
      seconds: Math.round(parts.reduce((sum, [start, end]) => sum + end - start, 0) / 1_000),
      peak: peakOf(parts.flatMap(([start, end]) => [[start, 1], [end, -1]])),
      joins: sum(opened, 'joins'),
      messages: sum(opened, 'messages'),
    });
  }
  return days;
}

/** {room, times, seconds, joins, people, messages} of each name a room had, the longest first; people at once. */
export function usagePerRoom(rooms) {
  const found = new Map();
  for (const room of rooms) {
    const { times, seconds, joins, people, messages } = found.get(room.roomName) ?? { times: 0, seconds: 0, joins: 0, people: 0, messages: 0 };
    found.set(room.roomName, {
      times: times + 1,
      seconds: seconds + room.sessionTimeSecond,
      joins: joins + room.joins,
      people: Math.max(people, room.peak),
      messages: messages + room.messages,
    });
  }
  return [...found].map(([room, use]) => ({ room, ...use })).sort((a, b) => b.seconds - a.seconds || (a.room < b.room ? -1 : 1));
}

const minutes = (seconds) => (seconds / 60).toFixed(1);

/** Both as rows of one table. A day's peak is of rooms at once, a room's of people in it. */
export function usageRows(days, rooms) {
  return [
    ['of', 'name', 'rooms', 'minutes', 'peak', 'joins', 'messages'],
    ...days.map(({ date, rooms: open, seconds, peak, joins, messages }) => ['day', date, open, minutes(seconds), peak, joins, messages]),
    ...rooms.map(({ room, times, seconds, people, joins, messages }) => ['room', room, times, minutes(seconds), people, joins, messages]),
  ];
}
