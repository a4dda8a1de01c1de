/** What a room says itself, in the name of whoever it is about: histories and sockets have no other sign of it. */
const NOTICES = ['님이 들어왔습니다.', '님이 나갔습니다.', '님이 강퇴되었습니다.'];

/** Ids begin with the gateway's time: 13 digits of milliseconds. They sort as the messages do. */
const DIGITS = 13;
/** Longer than a function may take: an older message may be stored so much later. */
const LATEST_MS = 15_000;

/** A message of a history: {id, author: {id, name, picture}, text, at, isNotice}. */
export function ofHistory({ messageId, userId, userNickname, userProfileImageUrl, message }) {
  return made(messageId, { id: String(userId), name: userNickname, picture: userProfileImageUrl }, message);
}

/** The same of one that came over the socket. */
export function ofSocket(id, { senderId, senderNickname, userProfileImageUrl, message }) {
  return made(id, { id: String(senderId), name: senderNickname, picture: userProfileImageUrl }, message);
}

function made(id, author, text) {
  const isNotice = NOTICES.some((ending) => text === author.name + ending);
  return { id, author, text, at: new Date(Number(id.slice(0, DIGITS))), isNotice };
}

/** Before every message that may be stored after this one was heard. */
export const safelyBefore = ({ at }) => String(Math.max(0, at.getTime() - LATEST_MS)).padStart(DIGITS, '0');
