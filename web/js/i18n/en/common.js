/** Phrases of every page. */
export default {
  'app.skip': 'Skip to the main part',
  'language': 'Language',
  'theme.auto': 'Appearance: as the system',
  'theme.light': 'Appearance: light',
  'theme.dark': 'Appearance: dark',

  'nav.pages': 'Pages of this console',
  'nav.calls': 'Calls',
  'nav.sessions': 'Sessions',
  'nav.accounts': 'Account',
  'nav.studies': 'Studies',
  'nav.meetings': 'Meetups',
  'nav.chat': 'Chat',

  'chart.table': 'Show as a table',
  'chart.time': 'Time',
  'chart.empty': 'Nothing to show yet.',
  'chart.read': '{when}: {value}',

  'span.days': '{d} d {h} h',
  'span.hours': '{h} h {m} min',
  'span.minutes': '{m} min',
  'span.minutesSeconds': '{m} min {s} s',
  'span.seconds': '{s} s',

  'error.599': 'Something unexpected went wrong. Reload the page and try again.',
  'error.lost': 'The server cannot be reached. Check your network, then try again.',
  'error.late': 'The server did not answer in time. Check your network, then try again.',
};
