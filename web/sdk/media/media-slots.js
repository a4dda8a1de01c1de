/**
 * The transceivers of a peer connection, by position: the first audio section is the microphone, the first
 * video section the camera, the second video section the screen. All three are offered at once, so
 * muting, switching the camera off and sharing the screen never renegotiate.
 */
export function mediaSlots(pc) {
  const live = pc.getTransceivers().filter(({ direction }) => direction !== 'stopped');
  const video = live.filter(({ receiver }) => receiver.track.kind === 'video');
  const mic = live.find(({ receiver }) => receiver.track.kind === 'audio');
  return Object.fromEntries(Object.entries({ mic, cam: video[0], screen: video[1] }).filter(([, slot]) => slot));
}

/** Sends each track in its slot's transceiver; a slot without a track stays open and silent. */
export function sendTracks(slots, tracks) {
  for (const [name, transceiver] of Object.entries(slots)) {
    // Assigning even an equal direction makes some browsers ask for negotiation.
    if (transceiver.direction !== 'sendrecv') transceiver.direction = 'sendrecv';
    const track = tracks[name] ?? null;
    if (transceiver.sender.track !== track) transceiver.sender.replaceTrack(track).catch(() => {});
  }
}
