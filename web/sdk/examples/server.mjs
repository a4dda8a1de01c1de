/**
 * A tenant's own server: keeps the license's keys, lets its own users into a group room, and says what goes on.
 *
 *     node web/sdk/examples/server.mjs            # beside `./moim up`; open http://localhost:4000 in two windows
 */
import { createServer } from 'node:http';
import { LicenseClient, Refusal, RoomClient, trialLicense } from '../moim.js';

const moim = process.env.MOIM_URL ?? 'http://localhost:3000';
const port = Number(process.env.PORT ?? 4000);

// A server of yours has the keys of its license in its own configuration; `./moim up` hands out a trial license.
const { MOIM_ACCESS_KEY, MOIM_SECRET_KEY } = process.env;
const keys = MOIM_ACCESS_KEY && MOIM_SECRET_KEY ? { accessKey: MOIM_ACCESS_KEY, secretKey: MOIM_SECRET_KEY } : await trialLicense({ server: moim });
if (!keys) throw new Error(`${moim} hands out no license`);

const license = new LicenseClient({ server: moim, accessKey: keys.accessKey, secretKey: keys.secretKey });
const rooms = new RoomClient({ server: moim, licenseToken: () => license.token() });

/** The one room of this service, opened by whoever comes first. */
let roomId = '';

/**
 * A pass for somebody whom we know by name; a real service asks who that is.
 * @param {string} userName
 */
async function passFor(userName) {
  if (roomId) {
    try {
      return await rooms.join(roomId, userName);
    } catch (refusal) {
      // Everybody has left meanwhile, and the room with them.
      if (!(refusal instanceof Refusal) || refusal.code !== '404') throw refusal;
    }
  }
  const pass = await rooms.create({ userName, roomTitle: 'Our room', maxParticipants: 10 });
  roomId = pass.roomId;
  return pass;
}

const page = `<!doctype html>
<meta charset="utf-8">
<title>A tenant's service</title>
<p id="state">Connecting …</p>
<script type="module">
  import { LocalMedia, RoomCall } from '${moim}/sdk/moim.min.js';
  const media = new LocalMedia();
  await media.open();
  const pass = await (await fetch('/pass?name=' + crypto.randomUUID().slice(0, 8))).json();
  const call = new RoomCall({ media });
  const players = new Map();
  call.on('tracks', ({ userId, tracks }) => {
    const player = players.get(userId) ?? document.createElement('video');
    const given = [tracks.cam, tracks.mic].filter(Boolean);
    players.set(userId, Object.assign(player, { autoplay: true, playsInline: true, srcObject: new MediaStream(given) }));
    document.body.append(player);
  });
  await call.join(pass);
  document.getElementById('state').textContent = 'In the room';
  addEventListener('pagehide', () => call.leave());
</script>`;

/** @type {Record<string, (query: URLSearchParams) => Promise<{type: string, text: string}>>} */
const answers = {
  '/': async () => ({ type: 'text/html; charset=utf-8', text: page }),
  '/pass': async (query) => json(await passFor(query.get('name') ?? 'somebody')),
  '/sessions': async () => json(await license.sessions()),
  '/usage': async () => json(await license.usage(Date.now() - 86_400_000, Date.now())),
};

/** @param {unknown} value */
const json = (value) => ({ type: 'application/json', text: JSON.stringify(value) });

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', moim);
  try {
    const answer = answers[pathname];
    if (!answer) return void response.writeHead(404).end();
    const { type, text } = await answer(searchParams);
    response.writeHead(200, { 'content-type': type }).end(text);
  } catch (error) {
    console.error(error);
    response.writeHead(502).end();
  }
}).listen(port, () => console.log(`http://localhost:${port}`));
