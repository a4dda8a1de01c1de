/** The page of the local receiver: what came, and what the library `standardwebhooks` says of it. */

import {loadStandardWebhooks} from './load-standardwebhooks.js';

const EVERY = 2_000;
const KEY = 'moim.webhooks.secrets';

const secrets = document.querySelector('#secrets');
const list = document.querySelector('#messages');
const library = loadStandardWebhooks().catch(() => undefined);
let shown = '';

secrets.value = sessionStorage.getItem(KEY) ?? '';
secrets.addEventListener('input', () => {
  sessionStorage.setItem(KEY, secrets.value);
  shown = '';
  show();
});

async function show() {
  const answer = await fetch('/_local/webhooks', {headers: {accept: 'application/json'}});
  const text = await answer.text();
  if (text === shown) {
    return;
  }
  shown = text;
  const {messages} = JSON.parse(text);
  const verify = await verifier();
  list.replaceChildren(...(messages.length === 0 ? [paragraph('Nothing came yet.')] : messages.map((it) => article(it, verify))));
}

/** What the library says of a message; without it, or without a secret, nothing. */
async function verifier() {
  const found = await library;
  const keys = secrets.value.split(/\s+/).filter((key) => key !== '');
  if (found === undefined) {
    return () => ['', 'not verified: npm has not installed standardwebhooks'];
  }
  return (message) => {
    if (keys.length === 0) {
      return ['', 'not verified: no secret'];
    }
    const reasons = keys.map((key) => refusal(found.Webhook, key, message));
    return reasons.includes(undefined) ? ['genuine', 'genuine'] : ['forged', `not genuine: ${reasons[0]}`];
  };
}

function refusal(Webhook, key, message) {
  // Messages are looked at long after they came, and the library takes none that is older than five minutes.
  const now = Date.now;
  Date.now = () => Date.parse(message.receivedAt);
  try {
    new Webhook(key).verify(message.body, message.headers);
    return undefined;
  } catch (refused) {
    return refused.message;
  } finally {
    Date.now = now;
  }
}

function article(message, verify) {
  const [mark, words] = verify(message);
  const shownBody = element('pre', pretty(message.body));
  const verdict = element('strong', words);
  verdict.className = mark;
  const facts = paragraph(`${message.receivedAt} · ${message.path} · answered ${message.answered} · `);
  facts.append(verdict);
  const all = document.createElement('article');
  all.append(element('h2', message.headers['webhook-id'] ?? 'no webhook-id'), facts, shownBody);
  return all;
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function paragraph(text) {
  return element('p', text);
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

show();
setInterval(show, EVERY);
