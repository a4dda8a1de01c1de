/**
 * The study socket's events for the signalling of a Mesh, and back. Numbers and page ids travel inside the
 * description, which every client hands on untouched; clients without them still get a call.
 */
export function toEvents(op, { target, candidate, sdp, peer, to, offer, offered }) {
  if (op === 'candidate') {
    // One by one, as the document has it: other clients expect a single ICE candidate.
    return [candidate].flat().map((each) => ['video:ice-candidate', { to: target, candidate: { ...each, peer, page: to } }]);
  }
  const description = { ...sdp, peer, page: to, number: offer, offered };
  return [[`video:${sdp.type}`, { to: target, [sdp.type]: description }]];
}

/** The message as a Mesh takes it, without its sender; null for an event that is no signalling. */
export function fromEvent(name, payload) {
  const kind = name.replace('video:', '');
  if (kind === 'ice-candidate') {
    const { peer, page, ...candidate } = payload.candidate ?? {};
    return { eventOp: 'candidate', candidate, peer, to: page };
  }
  if (kind !== 'offer' && kind !== 'answer') return null;
  const { peer, page, number, offered, type, sdp } = payload[kind] ?? {};
  return { eventOp: 'sdp', sdp: { type, sdp }, peer, to: page, offer: number, offered };
}
