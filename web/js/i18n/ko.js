import accounts from './ko/accounts.js';
import calls from './ko/calls.js';
import chat from './ko/chat.js';
import common from './ko/common.js';
import meetings from './ko/meetings.js';
import sessions from './ko/sessions.js';
import studies from './ko/studies.js';
import usage from './ko/usage.js';

/** Korean phrases, a file for each page. */
export default { ...common, ...accounts, ...calls, ...chat, ...meetings, ...sessions, ...studies, ...usage };
