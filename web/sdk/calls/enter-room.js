import { tabStorage } from '../core/storage.js';
import { Call } from './call.js';
import { Session } from './session.js';

/** Remembers in the tab who we were, so that a reload finds its seat again. */
const inTab = { get: () => tabStorage.get('identity'), set: (identity) => tabStorage.set('identity', identity) };

/**
 * From outside into a room: registers, creates the room when none is named, and joins it.
 *
 * `wish`: server, cpCode, authKey, name, userId, forced, roomId or else title, capacity and whether it is a group call.
 */
export async function enterRoom(wish, { media, memory = inTab, onFrame = () => {}, onCall = () => {}, signal } = {}) {
  const { server, roomId, title, capacity, group, ...identity } = wish;
  const session = new Session({ url: server, remember: (who) => memory.set(who) });
  session.on('frame', onFrame);
  const call = new Call({ session, media });
  onCall(call);
  try {
    await session.start({ ...identity, ...resumption(identity, memory.get()) }, { signal });
    await call.join(roomId || (await call.create({ title, capacity, group }, { signal })), { signal });
  } catch (refusal) {
    call.abandon();
    throw refusal;
  }
  return { session, call };
}

/** After a reload the tab is still the same user; a name typed anew is kept, another user id starts afresh. */
function resumption({ userId }, last) {
  const same = last && (!userId || userId === last.userId);
  return same ? { userId: last.userId, resumeToken: last.resumeToken } : {};
}
