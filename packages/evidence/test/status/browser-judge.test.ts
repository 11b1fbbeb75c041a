import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { statusPage } from '../../src/status/page.ts';
import { publicStatus } from '../../src/status/public-status.ts';
import type { StatusFacts } from '../../src/status/status-facts.ts';
import { LINES, releaseOf, statusFacts } from './facts.ts';

/** axe-core is not installed with the rest: `LOCKSTEP_AXE` names its folder. And a Chromium. */
const axe = process.env['LOCKSTEP_AXE'];
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const judged = axe === undefined || !existsSync(CHROMIUM) ? describe.skip : describe;

function pageOf(facts: StatusFacts, lines: readonly string[] = LINES): string {
  const status = publicStatus(facts, lines);
  if (status === undefined) throw new Error('there is no page');
  return statusPage(status);
}

const long = { environment: 'e'.repeat(40), service: 's'.repeat(40) };
const PAGES: Readonly<Record<string, string>> = {
  full: pageOf(statusFacts()),
  missing: pageOf(
    statusFacts({
      environments: null,
      releases: null,
      incidents: null,
      availability: null,
      drills: null,
      controls: null,
    }),
  ),
  long: pageOf(
    statusFacts({
      releases: Array.from({ length: 30 }, () => releaseOf(long)),
      environments: [{ ...long, state: 'unresolved', release: null, commit: null, since: null }],
    }),
    [`${long.environment}/${long.service}`],
  ),
};

judged('the status page in a browser', () => {
  let browser: Browser;
  let engine = '';
  beforeAll(async () => {
    engine = readFileSync(join(axe ?? '', 'axe.min.js'), 'utf8');
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  async function findings(page: string, colorScheme: 'light' | 'dark', width: number): Promise<readonly string[]> {
    const tab = await browser.newPage({ colorScheme, viewport: { width, height: 640 } });
    try {
      await tab.setContent(page);
      await tab.evaluate(engine);
      // Of all rules, those beyond WCAG 2.2 AA too, such as a contrast of 7 to 1.
      return await tab.evaluate<
        string[]
      >(`axe.run(document, { rules: { 'color-contrast-enhanced': { enabled: true } } })
        .then(({ violations, incomplete }) => [...violations, ...incomplete].map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
    } finally {
      await tab.close();
    }
  }

  /** How wide it is, and the smallest of its letters. */
  async function measured(page: string): Promise<{ readonly width: number; readonly letters: number }> {
    const tab = await browser.newPage({ viewport: { width: 360, height: 640 } });
    try {
      await tab.setContent(page);
      return await tab.evaluate<{ width: number; letters: number }>(`({
        width: document.documentElement.scrollWidth,
        letters: Math.min(...[...document.querySelectorAll('body *')].map((one) => parseFloat(getComputedStyle(one).fontSize))),
      })`);
    } finally {
      await tab.close();
    }
  }

  const views = Object.keys(PAGES).flatMap((name) =>
    (['light', 'dark'] as const).flatMap((theme) => [360, 1_000].map((width) => [name, theme, width] as const)),
  );
  test.each(views)('axe finds nothing: %s, %s, %d pixels', async (name, theme, width) => {
    expect(await findings(PAGES[name] ?? '', theme, width)).toEqual([]);
  });

  test('axe is seen red', async () => {
    const pale = (PAGES['full'] ?? '').replace('--dim:#414952', '--dim:#b0b0b0').replace('lang="en"', '');
    expect((await findings(pale, 'light', 1_000)).map((one) => one.split(':')[0])).toEqual(
      expect.arrayContaining(['color-contrast', 'html-has-lang']),
    );
  });

  test.each(Object.keys(PAGES))('can be read at 360 pixels without scrolling sideways: %s', async (name) => {
    const { letters, width } = await measured(PAGES[name] ?? '');
    expect(width).toBeLessThanOrEqual(360);
    expect(letters).toBeGreaterThanOrEqual(14);
  });

  test('a page that is too wide is seen', async () => {
    const wide = (PAGES['long'] ?? '').replaceAll('overflow-wrap:anywhere', '').replace('min(18rem,100%)', '60rem');
    expect((await measured(wide)).width).toBeGreaterThan(360);
  });

  test('shows all of it without scripts', async () => {
    const tab = await browser.newPage({ javaScriptEnabled: false });
    await tab.setContent(PAGES['full'] ?? '');
    expect(await tab.getByText('31 of 47 controls have current evidence.').isVisible()).toBe(true);
    await tab.close();
  });
});
