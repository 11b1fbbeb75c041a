#!/usr/bin/env node
/**
 * Draws one picture of each channel into actions/notify/pictures, from the payload that the channel really sent: to a server of
 * this script, to a mail server, to a list of issues. Teams' card is drawn by Microsoft's own renderer; the others have none, so
 * their fields are laid out as they show them, a trace as a waterfall. `drawn-from.json` keeps the digest of each payload, by
 * which a test notices a picture that is out of date. Needs a Chromium, and `tsc -b` first:
 *
 *   node scripts/channel-pictures.mjs
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { chromium } from 'playwright-core';
import UPNG from 'upng-js';
import { digestsOf, payloads } from './channel-payloads.mjs';
import { escaped, slackHtml } from './gallery/slack.mjs';

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

const markdown = (text) => marked.parse(text.replace(/<!--[\s\S]*?-->/g, ''), { gfm: true, breaks: true });
/** Discord's Markdown escapes more than others know. */
const discordText = (text) => marked.parse(text.replaceAll('\\:', ':'), { breaks: true });
const table = (rows) =>
  `<table>${rows.map(([name, value]) => `<tr><td class="dim">${escaped(name)}</td><td style="overflow-wrap:anywhere">${escaped(String(value)).replaceAll('\n', '<br>')}</td></tr>`).join('')}</table>`;

const draw = {
  slack: ({ attachments: [{ blocks, color }], blocks: [header], text }) =>
    `<div class="box slack">${slackHtml({ text, blocks: [header, ...blocks], colour: color })}</div>`,
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
  writeFileSync(join(FOLDER, 'drawn-from.json'), `${JSON.stringify(digestsOf(got), undefined, 2)}\n`);
} finally {
  await browser.close();
}
