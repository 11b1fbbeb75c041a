#!/usr/bin/env node
/**
 * Draws the status page into docs/pictures, light and dark, as a browser shows it. Needs a Chromium (`CHROMIUM`, or where Debian
 * installs it), and `tsc -b` first:
 *
 *   node scripts/status-pictures.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import UPNG from 'upng-js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { publicStatus, reportBudget, statusPage } = await import(join(root, 'packages/evidence/lib/index.js'));
const LIMIT_BYTES = 100_000;
const COLORS = 32;
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const NOW = Date.parse('2026-11-30T12:00:00Z');

/** A month of an app: a release that was rolled back, an incident, two drills. */
function example() {
  const line = { environment: 'production', service: 'web' };
  const release = (id, commit, days, more = {}) => ({
    ...{ ...line, id, commit, begunAt: NOW - days * DAY, endedAt: NOW - days * DAY + 7 * MINUTE },
    ...{ end: 'released', goneAt: null, ...more },
  });
  const good = [
    [30 * DAY, 0.99962],
    [HOUR, 1],
    [5 * MINUTE, 1],
    [6 * HOUR, 0.9995],
    [30 * MINUTE, 1],
    [3 * DAY, 0.9997],
  ];
  const measured = good.map(([windowMs, share]) => ({ kind: 'measured', windowMs, good: share, coverage: 0.998 }));
  const opened = NOW - 3 * DAY + 9 * MINUTE;
  return {
    title: 'Prescriptions',
    at: NOW,
    environments: [
      { ...line, state: 'live', release: '20261129T093000Z-3f9a2c', commit: '3f9a2c1d', since: NOW - DAY + 5 * MINUTE },
    ],
    releases: [
      release('20261129T093000Z-3f9a2c', '3f9a2c1d', 1),
      release('20261127T140200Z-b81d77', 'b81d770a', 3, { end: 'rolled-back' }),
      release('20261121T080000Z-0c4e19', '0c4e19aa', 9),
    ],
    incidents: [
      {
        ...{ number: 41, cause: 'failed-release', openedAt: opened, acknowledgedAt: opened + 3 * MINUTE },
        ...{ restoredAt: opened + 2 * MINUTE, closedAt: opened + DAY },
      },
    ],
    availability: [{ ...line, report: reportBudget({ objective: 0.999, windowMs: 30 * DAY }, measured, NOW) }],
    drills: [
      {
        name: 'restore',
        at: NOW - 12 * DAY,
        verdict: 'pass',
        recoveryMs: 22 * MINUTE,
        dataAgeMs: 9 * HOUR,
        acknowledgedMs: null,
      },
      {
        name: 'alert',
        at: NOW - 29 * DAY,
        verdict: 'pass',
        recoveryMs: null,
        dataAgeMs: null,
        acknowledgedMs: 3 * MINUTE,
      },
    ],
    controls: { current: 31, failing: 1, stale: 2, missing: 4, notCollected: 9 },
  };
}

const page = statusPage(publicStatus(example(), ['production/web']));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const colorScheme of /** @type {const} */ (['light', 'dark']))
    for (const [name, width] of /** @type {const} */ ([
      ['status', 900],
      ['status-phone', 360],
    ])) {
      const tab = await browser.newPage({ colorScheme, viewport: { width, height: 640 }, javaScriptEnabled: false });
      await tab.setContent(page);
      const raw = await tab.screenshot({ fullPage: name === 'status', animations: 'disabled' });
      const image = UPNG.decode(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
      const png = Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLORS));
      if (png.length > LIMIT_BYTES)
        throw new Error(`${name}-${colorScheme}.png has ${png.length} bytes, more than ${LIMIT_BYTES}`);
      mkdirSync(join(root, 'docs/pictures'), { recursive: true });
      writeFileSync(join(root, `docs/pictures/${name}-${colorScheme}.png`), png);
      await tab.close();
    }
} finally {
  await browser.close();
}
