#!/usr/bin/env node
/**
 * Draws the pictures of the documentation from real runs on the proving ground, light and dark, into docs/pictures, and
 * writes docs/gallery.md. It needs a Chromium (`CHROMIUM`, or where Debian installs it) and nothing else:
 *
 *   npm run gallery                  plays the runs and draws
 *   npm run gallery -- FOLDER        draws from runs that an earlier call left in the folder
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import UPNG from 'upng-js';
import { commentPage, messagePage, runPage, terminalPage, unwindingPage } from './gallery/pages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PICTURES = 'docs/pictures';
const THEMES = /** @type {const} */ (['light', 'dark']);
/** Each; all together have 1.5 MB. */
const LIMIT_BYTES = 150_000;
const COLORS = 48;
const css = {
  light: readFileSync(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css'), 'utf8'),
  dark: readFileSync(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-dark.css'), 'utf8'),
};
const own = readFileSync(join(root, 'scripts/gallery/style.css'), 'utf8');

function play(folder) {
  run(['node_modules/jest/bin/jest.js', '--disable-warning=ExperimentalWarning', '--maxWorkers=1', 'test/gallery'], {
    LOCKSTEP_GALLERY: folder,
  });
  const { stdout } = run(['scripts/demo.mjs'], { NO_COLOR: '1' }, 'pipe');
  writeFileSync(join(folder, 'demo.txt'), stdout);
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {'inherit' | 'pipe'} stdout
 */
function run(args, env, stdout = 'inherit') {
  const flags = args.filter((one) => one.startsWith('--disable-warning'));
  const rest = args.filter((one) => !flags.includes(one));
  const result = spawnSync(process.execPath, [...flags, ...rest], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'inherit'],
  });
  if (result.status !== 0) throw new Error(`${args[0]} ended with ${result.status}`);
  return result;
}

/** In the order of the page. */
function pagesOf(folder) {
  const seen = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
  const releases = ['good', 'sick-before', 'sick-in-bake', 'held'].map((name) => seen[name]);
  const pulls = ['pull-good', 'pull-bad'].map((name) => seen[name]);
  return [
    ...pulls.flatMap((one) => [commentPage(one)]),
    ...releases.flatMap((one) => [runPage(one), messagePage(one)]),
    unwindingPage(seen['sick-in-bake']),
    terminalPage({ name: 'demo', title: 'npm run demo', text: readFileSync(join(folder, 'demo.txt'), 'utf8') }),
  ];
}

async function draw(pages) {
  const target = join(root, PICTURES);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error(`no Chromium at ${executablePath}: install it, or set CHROMIUM`);
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    for (const theme of THEMES) {
      const page = await browser.newPage({ viewport: { width: 900, height: 600 }, colorScheme: theme });
      for (const { name, html } of pages) {
        await page.setContent(
          `<!doctype html><html data-theme="${theme}"><style>${css[theme]}${own}</style><body>${html}</body></html>`,
        );
        const path = join(target, `${name}-${theme}.png`);
        writeFileSync(path, small(await page.locator('body').screenshot()));
        const { size } = statSync(path);
        if (size > LIMIT_BYTES) throw new Error(`${relative(root, path)}: ${size} bytes, more than ${LIMIT_BYTES}`);
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/** With few colors, which text and lines have anyway. */
function small(png) {
  const image = UPNG.decode(png.buffer.slice(png.byteOffset, png.byteOffset + png.byteLength));
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLORS));
}

/** The picture for the reader's theme. */
export function pictureOf({ name, title }, from = '.') {
  const path = (theme) => `${from}/${name}-${theme}.png`;
  return `<picture><source media="(prefers-color-scheme: dark)" srcset="${path('dark')}"><img alt="${title}" src="${path('light')}"></picture>`;
}

function gallery(pages) {
  return [
    '# What it looks like',
    '',
    '<!-- written by scripts/gallery.mjs from real runs on the proving ground -->',
    '',
    'Every picture shows what a real run on the proving ground left: the same bundles and workflows as on GitHub, with',
    '`npm run gallery`.',
    '',
    ...pages.flatMap((page) => [`## ${page.title}`, '', pictureOf(page, 'pictures'), '']),
  ].join('\n');
}

const given = process.argv[2];
const folder = given ?? mkdtempSync(join(tmpdir(), 'lockstep-gallery-'));
if (given === undefined) play(folder);
const pages = pagesOf(folder);
await draw(pages);
writeFileSync(join(root, 'docs/gallery.md'), gallery(pages));
const bytes = readdirSync(join(root, PICTURES)).map((file) => statSync(join(root, PICTURES, file)).size);
console.log(`${bytes.length} pictures, ${Math.round(bytes.reduce((sum, one) => sum + one, 0) / 1000)} kB`);
if (given === undefined) rmSync(folder, { recursive: true });
