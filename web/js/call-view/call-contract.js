/**
 * What the view of a call needs of the call that it shows, whichever page the call belongs to. Where
 * this says "events", the object is an Emitter. `CONTRACT` lists the same names for programs.
 *
 * Each call is a ViewedCall. Only a call whose room `can.board` is a BoardCall too, and only one whose
 * room may have a host is a HostedCall. Only a transport with a media server is a MeasuringTransport.
 *
 * @typedef {object} ViewedCall
 * Events: `ended` {reason, refusal?}, `refused` (MoimError) for what nobody awaits, `muted` when
 * somebody else muted us.
 * @property {CallRoom} room
 * @property {CallTransport} transport
 * @property {() => Promise} checkConnection finds out whether the session still carries messages
 * @property {() => Promise} tellMedia tells everybody whether our microphone and camera are on
 * @property {() => Promise} shareScreen rejects when the user picks no screen
 * @property {() => Promise} stopShare ends our share, of a screen or a whiteboard
 * @property {(message: string, target?: string) => Promise} chat `target` only where the room can whisper
 * @property {() => Promise} leave
 *
 * @typedef {object} BoardCall
 * Events: `drawing` (frame), `canvas` (presence) when somebody asks for the board's picture or sends it.
 * @property {() => Promise} openBoard
 * @property {(fields: object) => boolean} draw one way
 * @property {(op: string, fields: object) => Promise} request
 *
 * @typedef {object} HostedCall
 * @property {() => Promise} destroy ends the call for everyone
 * @property {(facts: {title?: string, capacity?: number, host?: string}) => Promise} edit
 * @property {(userId: string) => Promise} kick
 * @property {(userId: string) => Promise} mute asks for it; where the room `can.silence`, permit instead
 * @property {(userId: string, fields: object) => Promise} permit
 *
 * @typedef {object} CallRoom
 * Events: `changed`, `joined` (Member), `left` (Member), `chat` {user, message, target?}.
 * @property {string} roomId
 * @property {string} title
 * @property {?number} capacity null where it is not known
 * @property {string} selfId
 * @property {string} host empty where nobody is
 * @property {boolean} isHost
 * @property {Map<string, Member>} members
 * @property {Member[]} others
 * @property {{type?: 'screen' | 'whiteboard', user?: string}} share
 * @property {{board: boolean, whisper: boolean, silence?: boolean}} can
 * @property {(userId: string) => string} nameOf
 *
 * @typedef {{id: string, name: string, audio?: boolean, video?: boolean, permit?: object}} Member
 *
 * @typedef {object} CallTransport
 * Events: `tracks` {userId, tracks}, `state` {userId, state}.
 * @property {string | undefined} ownState our connection to a media server, as a connectionState
 * @property {(userId: string) => string} stateOf an RTCPeerConnection.connectionState
 * @property {(userId: string) => {mic?: MediaStreamTrack, cam?: MediaStreamTrack, screen?: MediaStreamTrack}} tracksOf
 * @property {(userId: string) => string | undefined} qualityOf
 *
 * @typedef {object} MeasuringTransport
 * Events: `speaking` {userId, speaking}, `quality` {userId, quality}.
 *
 * @typedef {object} CallSession
 * Events: `state` (state), `returned` {recovered} after each reconnection.
 * @property {'connecting' | 'ready' | 'away' | 'ended'} state
 * @property {() => void} giveUpSocket the socket is known to be dead
 * @property {() => void} hurry the network is back
 */
export const CONTRACT = {
  ViewedCall: {
    properties: ['room', 'transport'],
    methods: ['checkConnection', 'tellMedia', 'shareScreen', 'stopShare', 'chat', 'leave'],
    events: ['ended', 'refused', 'muted'],
  },
  BoardCall: { properties: [], methods: ['openBoard', 'draw', 'request'], events: ['drawing', 'canvas'] },
  HostedCall: { properties: [], methods: ['destroy', 'edit', 'kick', 'mute', 'permit'], events: [] },
  CallRoom: {
    properties: ['roomId', 'title', 'capacity', 'selfId', 'host', 'isHost', 'members', 'others', 'share', 'can'],
    methods: ['nameOf'],
    events: ['changed', 'joined', 'left', 'chat'],
  },
  CallTransport: { properties: ['ownState'], methods: ['stateOf', 'tracksOf', 'qualityOf'], events: ['tracks', 'state'] },
  MeasuringTransport: { properties: [], methods: [], events: ['speaking', 'quality'] },
  CallSession: { properties: ['state'], methods: ['giveUpSocket', 'hurry'], events: ['state', 'returned'] },
};
