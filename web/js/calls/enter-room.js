import { tabStorage } from '../shared/storage.js';
import { Call } from './call.js';
import { Session } from './session.js';

/**
 * From the lobby into a room: registers, creates the room when none is named, and joins it.
 *
 * `wish`: server, cpCode, authKey, name, userId, forced, roomId or else title, capacity and whether it is a group call.
 */
export async function enterRoom(wish, { media, onFrame }) {
  const { server, roomId, title, capacity, group, ...identity } = wish;
  const session = new Session({ url: server, remember: (identity) => tabStorage.set('identity', identity) });
  session.on('frame', onFrame);
  const call = new Call({ session, media });
  try {
    await session.start({ ...identity, ...resumption(identity) });
    await call.join(roomId || (await call.create({ title, capacity, group })));
  } catch (refusal) {
    call.abandon();
    throw refusal;
  }
  return { session, call };
}

/** After a reload the tab is still the same user; a name typed anew is kept, another user id starts afresh. */
function resumption({ userId }) {
  const last = tabStorage.get('identity');
  const same = last && (!userId || userId === last.userId);
  return same ? { userId: last.userId, resumeToken: last.resumeToken } : {};
}
