/** What we send and receive, by the names LiveKit has for the same things. */
export const SOURCES = { mic: 'microphone', cam: 'camera', screen: 'screen_share' };

/** Undefined for what the console does not show, such as the sound of a shared screen. */
export const slotOf = (source) => Object.keys(SOURCES).find((slot) => SOURCES[slot] === source);

/**
 * How large a camera's picture is worth fetching when so many people share the stage; the senders
 * offer each picture in three sizes.
 */
export function cameraSize(people) {
  if (people <= 2) return 'HIGH';
  return people <= 6 ? 'MEDIUM' : 'LOW';
}
