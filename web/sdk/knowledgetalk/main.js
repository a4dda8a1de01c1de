import { packages } from '../packages.js';
import { Knowledgetalk } from './knowledgetalk.js';
import { load } from './server.js';

packages.livekit = () => load('/node_modules/livekit-client/dist/livekit-client.umd.js', 'LivekitClient');

globalThis.Knowledgetalk = Knowledgetalk;
