import type { Answer, Body, CallsMessage, CallsSent, Presence, Schemas, StudyGot, StudySent } from './index.js';

/** A request that knows what its route takes and answers. */
async function authorise(keys: Body<'/v1/auth', 'post'>): Promise<string> {
  const answer = await fetch('http://localhost:3000/v1/auth', { method: 'POST', body: JSON.stringify(keys) });
  const { data }: Answer<'/v1/auth', 'post'> = await answer.json();
  return data.accessToken;
}

const isNews = (message: CallsMessage): message is Presence => message.eventOp === 'presence';

/** A message of the calls socket says by its fields what it is. */
function heard(message: CallsMessage): string {
  if (!isNews(message)) return message.eventOp ?? 'a reply';
  switch (message.type) {
    case 'join': return `${message.user.name} came`;
    case 'leave': return `${message.user} left`;
    default: return message.type;
  }
}

const register: CallsSent['register'] = {
  eventOp: 'register', reqId: '1', ipAddr: '127.0.0.1', cpCode: 'KP-1', authKey: 'key', userId: 'minji',
};

const join: Parameters<StudySent['video:join-room']>[0] = { studyId: 's1', roomId: 'study-s1-main' };
const onState: StudyGot['video:room-state'] = ({ participants }) => participants.map(({ socketId }) => socketId.length);
const sessionName = ({ roomName }: Schemas['Session']): string => roomName;

// What is not described does not compile.
// @ts-expect-error: keys are missing
void authorise({ accessKey: 'a' });
// @ts-expect-error: there is no such field
void sessionName({ rom: 'r' });
// @ts-expect-error: a study is named by text
void (({ studyId: 1, roomId: 'r' }) satisfies typeof join);

export { authorise, heard, join, onState, register, sessionName };
