import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { collectEvidence } from '../../src/controls/collect.ts';
import { controlsHtml } from '../../src/controls/formats/html.ts';
import { readControls } from '../../src/controls/read-controls.ts';
import { check, everything, listOf, MAP, NOW } from './found.ts';

/** axe-core is not installed with the rest: `LOCKSTEP_AXE` names its folder. And a Chromium. */
const axe = process.env['LOCKSTEP_AXE'];
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const judged = axe === undefined || !existsSync(CHROMIUM) ? describe.skip : describe;

const root = join(import.meta.dirname, '../../../..');
const example = join(root, 'examples/prescriptions/.lockstep/controls.yml');
const failing = everything({
  lists: [{ file: 'd'.repeat(200), digest: 'a'.repeat(64), list: listOf([check('rows-equal', 'fail')]) }],
});
const PAGES: Readonly<Record<string, string>> = {
  everything: controlsHtml(collectEvidence(MAP, everything(), NOW)),
  failing: controlsHtml(collectEvidence(MAP, failing, NOW)),
  example: controlsHtml(
    collectEvidence(readControls(readFileSync(example, 'utf8'), 'controls.yml', NOW), everything(), NOW),
  ),
};

judged('the report on controls in a browser', () => {
  let browser: Browser;
  let engine = '';
  beforeAll(async () => {
    engine = readFileSync(join(axe ?? '', 'axe.min.js'), 'utf8');
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  type View = 'light' | 'dark' | 'print';

  async function findings(page: string, view: View, width: number): Promise<readonly string[]> {
    // Whoever prints may have a dark screen.
    const tab = await browser.newPage({
      colorScheme: view === 'light' ? 'light' : 'dark',
      viewport: { width, height: 640 },
    });
    try {
      if (view === 'print') await tab.emulateMedia({ media: 'print' });
      await tab.setContent(page);
      await tab.evaluate(engine);
      return await tab.evaluate<
        string[]
      >(`axe.run(document, { rules: { 'color-contrast-enhanced': { enabled: true } } })
        .then(({ violations, incomplete }) => [...violations, ...incomplete].map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
    } finally {
      await tab.close();
    }
  }

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
    (['light', 'dark', 'print'] as const).flatMap((view) => [360, 1_000].map((width) => [name, view, width] as const)),
  );
  test.each(views)('axe finds nothing: %s, %s, %d pixels', async (name, view, width) => {
    expect(await findings(PAGES[name] ?? '', view, width)).toEqual([]);
  });

  test('axe is seen red, on a screen and on paper', async () => {
    const pale = (PAGES['failing'] ?? '')
      .replaceAll('--bad:#a3121a', '--bad:#b0b0b0')
      .replaceAll('--text:#000', '--text:#ccc');
    expect((await findings(pale, 'light', 1_000)).join()).toContain('color-contrast');
    expect((await findings(pale, 'print', 1_000)).join()).toContain('color-contrast');
  });

  test.each(Object.keys(PAGES))('can be read at 360 pixels without scrolling sideways: %s', async (name) => {
    const { letters, width } = await measured(PAGES[name] ?? '');
    expect(width).toBeLessThanOrEqual(360);
    expect(letters).toBeGreaterThanOrEqual(14);
  });

  test('a page that is too wide is seen', async () => {
    const wide = (PAGES['failing'] ?? '').replaceAll('overflow-wrap:anywhere', '');
    expect((await measured(wide)).width).toBeGreaterThan(360);
  });

  test('is printed with all of its text, the head of each table on each page', async () => {
    const tab = await browser.newPage({ colorScheme: 'dark' });
    try {
      await tab.setContent(PAGES['example'] ?? '');
      await tab.emulateMedia({ media: 'print' });
      const shown = await tab.evaluate<{ back: string; text: string; head: string }>(`({
        back: getComputedStyle(document.body).backgroundColor,
        text: getComputedStyle(document.body).color,
        head: getComputedStyle(document.querySelector('thead')).display,
      })`);
      expect(shown).toEqual({ back: 'rgb(255, 255, 255)', text: 'rgb(0, 0, 0)', head: 'table-header-group' });
      const pdf = await tab.pdf({ format: 'A4', printBackground: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const pages = Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
      expect(pages).toBeGreaterThan(3);
      expect(pages).toBeLessThan(60);
    } finally {
      await tab.close();
    }
  });
});
