#!/usr/bin/env node
/**
 * Draws one picture of each channel for people into actions/notify/pictures, from the payload that the channel really sent: to
 * a server of this script, to a mail server, to a list of issues. Teams' card is drawn by Microsoft's own renderer; Discord and
 * PagerDuty have none, so their fields are laid out as they show them. Needs a Chromium, and `tsc -b` first:
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
  at: '2026-11-22T04:00:00.000Z',
};

/** What each channel sent. */
async function payloads() {
  const got = {};
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const [, name] = (request.url ?? '').split(/[/?]/);
      got[name] ??= JSON.parse(Buffer.concat(chunks).toString('utf8'));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
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
  `<table>${rows.map(([name, value]) => `<tr><td class="dim">${escaped(name)}</td><td>${escaped(String(value)).replaceAll('\n', '<br>')}</td></tr>`).join('')}</table>`;

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
