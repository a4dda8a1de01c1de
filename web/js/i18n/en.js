import accounts from './en/accounts.js';
import calls from './en/calls.js';
import chat from './en/chat.js';
import common from './en/common.js';
import meetings from './en/meetings.js';
import sessions from './en/sessions.js';
import studies from './en/studies.js';
import usage from './en/usage.js';

/** English phrases, a file for each page. Korean has the same keys; a test compares them. */
export default { ...common, ...accounts, ...calls, ...chat, ...meetings, ...sessions, ...studies, ...usage };
