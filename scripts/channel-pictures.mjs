#!/usr/bin/env node
/**
 * Draws one picture of each channel into actions/notify/pictures, from the payload that the channel really sent: to a server of
 * this script, to a mail server, to a list of issues. Teams' card is drawn by Microsoft's own renderer; the others have none, so
 * their fields are laid out as they show them, a trace as a waterfall. Slack is in the gallery. Needs a Chromium, and `tsc -b` first:
 *
 *   node scripts/channel-pictures.mjs
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { chromium } from 'playwright-core';
import UPNG from 'upng-js';
import { Secret, systemClock } from '../packages/base/lib/index.js';
import { channelTypes, deliver, parseTargets } from '../packages/notify/lib/index.js';
import { catchMail } from '../packages/proving-ground/lib/mail/index.js';
import { escaped } from './gallery/slack.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = join(root, 'actions/notify/pictures');
/** Each; with those of the gallery they stay below 1.5 MB. */
const LIMIT_BYTES = 40_000;
const COLORS = 32;
const require = createRequire(join(root, 'packages/notify/package.json'));
const css = [
  readFileSync(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css'), 'utf8'),
  readFileSync(join(root, 'scripts/gallery/style.css'), 'utf8'),
].join('\n');

/** @type {any} */
const message = {
  key: 'production/web/r1',
  state: 'rolled-back',
  releaseId: 'r1',
  environment: 'production',
  service: 'web',
  repository: 'acme/shop',
  commit: '3f9a2c0d1e5b7a8f9c6d4e2b1a0f8e7d6c5b4a39',
  commitUrl: 'https://github.com/acme/shop/commit/3f9a2c0d1e5b7a8f9c6d4e2b1a0f8e7d6c5b4a39',
  pull: 128,
  pullUrl: 'https://github.com/acme/shop/pull/128',
  actor: 'octocat',
  summary: 'v2: faster checkout',
  changes: ['Faster checkout', 'One table less'],
  approvedBy: 'grace',
  links: [{ label: 'run 4711', url: 'https://github.com/acme/shop/actions/runs/4711' }],
  undone: [
    { action: 'alias-swap', verdict: 'pass', message: 'dpl_1 serves 5 hosts again' },
    { action: 'migrate', verdict: 'pass', message: 'rolled back from 12 to 10' },
  ],
  failure: '4 of 20 probes of / failed\n/ answered 500',
  next: '',
  startedAt: '2026-11-22T03:52:00.000Z',
  commitBefore: '9c1b7d3e5f2a4b6c8d0e1f3a5b7c9d1e3f5a7b9c',
  traffic: { reachedAt: '2026-11-22T03:54:10.000Z', restoredAt: '2026-11-22T03:58:20.000Z' },
  timeline: [
    ...phase('Prepare', '03:44:00', '03:47:30'),
    ...phase('waiting for Approve', '03:47:30', '03:51:20'),
    ...phase('Approve', '03:51:20', '03:51:50'),
    ...phase('migrate', '03:52:05', '03:53:20'),
    ...phase('alias-swap', '03:53:40', '03:54:20'),
    ...phase('serving before commit', '03:54:10', '03:58:20', 'fail'),
    ...phase('undo alias-swap', '03:57:50', '03:58:30'),
    ...phase('undo migrate', '03:58:50', '03:59:40'),
  ],
  at: '2026-11-22T04:00:00.000Z',
};

/** @param {string} name @param {string} from @param {string} to @param {'pass' | 'fail'} [verdict] */
function phase(name, from, to, verdict = 'pass') {
  return [{ name, startedAt: `2026-11-22T${from}.000Z`, endedAt: `2026-11-22T${to}.000Z`, verdict }];
}

/** What each channel sent. */
async function payloads() {
  const got = {};
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const [, name] = (request.url ?? '').split(/[/?]/);
      const text = Buffer.concat(chunks).toString('utf8');
      const body = name === 'heartbeat' ? text : JSON.parse(text);
      if (name === 'sentry') got.sentry = [...(got.sentry ?? []), { at: `${request.method} ${request.url}`, body }];
      else got[name] ??= body;
      response.writeHead(200, { 'content-type': 'application/json' }).end(`{"id":${name === 'grafana' ? 1 : '"1"'}}`);
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const url = `http://127.0.0.1:${port}`;
  const mail = await catchMail();
  const issue = { number: 7, url: 'https://github.com/acme/shop/issues/7' };
  /** @type {any} */
  const issues = {
    listOpen: async () => [],
    create: async (request) => {
      got.issue = request;
      return { kind: 'accepted', data: { ...issue, body: request.body } };
    },
  };
  const targets = [
    { type: 'teams', name: 'teams', url: `${url}/teams` },
    { type: 'discord', name: 'discord', url: `${url}/discord` },
    {
      type: 'pagerduty',
      name: 'pagerduty',
      'routing-key': 'e93facc04764012d7bfb002500d5d1a6',
      'api-url': `${url}/pagerduty`,
    },
    { type: 'email', name: 'email', smtp: mail.url, from: 'releases@example.com', to: ['ops@example.com'] },
    { type: 'github-issue', name: 'issue' },
    { type: 'webhook', name: 'webhook', url: `${url}/webhook`, secret: Buffer.alloc(32, 7).toString('base64') },
    { type: 'heartbeat', name: 'heartbeat', url: `${url}/heartbeat` },
    { type: 'otlp', name: 'otlp', endpoint: `${url}/otlp` },
    { type: 'grafana', name: 'grafana', url: `${url}/grafana`, token: 'glsa_0123456789' },
    {
      type: 'sentry',
      name: 'sentry',
      token: 'sntrys_0123456789',
      organization: 'acme',
      projects: ['web'],
      'api-url': `${url}/sentry`,
    },
  ];
  const around = {
    repository: 'acme/shop',
    githubToken: new Secret('ghs_none'),
    openIssues: () => issues,
    slackApiUrl: '',
  };
  const opened = parseTargets(JSON.stringify(targets), channelTypes, around);
  const reports = await deliver(opened, message, new Map(), { fetch, clock: systemClock, timeoutMs: 60_000 });
  const missed = reports.filter(({ delivery }) => delivery !== 'confirmed' && delivery !== 'accepted');
  if (missed.length > 0) throw new Error(missed.map(({ detail, target }) => `${target}: ${detail}`).join('; '));
  got.email = mail.mails[0];
  await Promise.all([mail.close(), new Promise((done) => server.close(done))]);
  return got;
}

const markdown = (text) => marked.parse(text.replace(/<!--[\s\S]*?-->/g, ''), { gfm: true, breaks: true });
/** Discord's Markdown escapes more than others know. */
const discordText = (text) => marked.parse(text.replaceAll('\\:', ':'), { breaks: true });
const table = (rows) =>
  `<table>${rows.map(([name, value]) => `<tr><td class="dim">${escaped(name)}</td><td style="overflow-wrap:anywhere">${escaped(String(value)).replaceAll('\n', '<br>')}</td></tr>`).join('')}</table>`;

const draw = {
  teams: () => '<div class="box" id="card"></div>',
  discord: ({ embeds: [embed] }) =>
    `<div class="box slack"><div class="attachment" style="border-color:#${embed.color.toString(16).padStart(6, '0')}"><div class="header">${escaped(embed.title)}</div>${discordText(embed.description)}<div class="fields">${embed.fields.map(({ name, value }) => `<div><b>${escaped(name)}</b>${discordText(value)}</div>`).join('')}</div></div></div>`,
  pagerduty: ({ links, payload }) =>
    `<div class="box"><h4>${escaped(payload.summary)}</h4><p class="dim">${escaped(`${payload.severity} · ${payload.source} · ${payload.class}`)}</p>${table(Object.entries(payload.custom_details))}<p>${links.map(({ text }) => `<a href="#">${escaped(text)}</a>`).join(' · ')}</p></div>`,
  email: ({ from, subject, text, to }) =>
    `<div class="box"><h4>${escaped(subject)}</h4><p class="dim">${escaped(`${from} → ${to.join(', ')}`)}</p><pre>${escaped(text.trim())}</pre></div>`,
  issue: ({ body, title }) =>
    `<div class="box markdown-body"><h3>${escaped(title)} <span class="dim">#7</span></h3>${markdown(body)}</div>`,
};

Object.assign(draw, {
  webhook: (body) => `<div class="box"><pre>${escaped(JSON.stringify(body, undefined, 2))}</pre></div>`,
  heartbeat: (body) => `<div class="box"><h4>/fail</h4><pre>${escaped(body)}</pre></div>`,
  grafana: ({ tags, text, time, timeEnd }) =>
    `<div class="box"><p class="dim">${escaped(`${clock(time)} – ${clock(timeEnd)} UTC`)}</p><p>${text.replaceAll('\n', '<br>')}</p><p class="dim">${escaped(tags.join('  ·  '))}</p></div>`,
  sentry: (requests) =>
    `<div class="box">${requests.map(({ at, body }) => `<h4>${escaped(at.replace('/sentry/api/0/organizations/acme', '…'))}</h4>${table(Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]))}`).join('')}</div>`,
  otlp: ({ resourceSpans }) => waterfall(resourceSpans[0].scopeSpans[0].spans),
});

/** @param {number} ms */
function clock(ms) {
  return new Date(ms).toISOString().slice(11, 19);
}

/** The spans of a trace, as its viewers draw them. @param {readonly any[]} spans */
function waterfall(spans) {
  const ms = (nanos) => Number(BigInt(nanos) / 1_000_000n);
  const [root] = spans;
  const [from, to] = [ms(root.startTimeUnixNano), ms(root.endTimeUnixNano)];
  const share = (length) => `${((length / (to - from)) * 100).toFixed(2)}%`;
  const rows = spans.map(({ endTimeUnixNano: end, name, startTimeUnixNano: start, status }) => {
    const color = status.code === 1 ? 'var(--green)' : 'var(--red)';
    const bar = `position:absolute;height:10px;top:6px;border-radius:2px;background:${color};left:${share(ms(start) - from)};width:${share(ms(end) - ms(start))}`;
    return `<tr><td style="white-space:nowrap;padding-right:10px">${escaped(name)}</td><td style="width:100%"><div style="position:relative;height:22px"><div style="${bar}"></div></div></td><td class="dim" style="white-space:nowrap">${Math.round((ms(end) - ms(start)) / 1_000)} s</td></tr>`;
  });
  return `<div class="box"><table style="width:100%;border-spacing:0">${rows.join('')}</table></div>`;
}

const got = await payloads();
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) throw new Error(`no Chromium at ${executablePath}: install it, or set CHROMIUM`);
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 640, height: 400 } });
  for (const [name, html] of Object.entries(/** @type {Record<string, (payload: any) => string>} */ (draw))) {
    await page.setContent(
      `<!doctype html><html data-theme="light"><style>${css}</style><body>${html(got[name])}</body></html>`,
    );
    if (name === 'teams') {
      await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.js') });
      await page.evaluate((content) => {
        const card = new globalThis.AdaptiveCards.AdaptiveCard();
        card.parse(content);
        globalThis.document.querySelector('#card').append(card.render());
      }, got.teams.attachments[0].content);
    }
    const png = await page.locator('body').screenshot();
    const image = UPNG.decode(png.buffer.slice(png.byteOffset, png.byteOffset + png.byteLength));
    const path = join(FOLDER, `${name}.png`);
    writeFileSync(path, Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLORS)));
    const { size } = statSync(path);
    if (size > LIMIT_BYTES) throw new Error(`${name}.png: ${size} bytes, more than ${LIMIT_BYTES}`);
    console.log(`${name}.png: ${size} bytes`);
  }
} finally {
  await browser.close();
}
