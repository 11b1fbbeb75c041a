import { expect, test } from '@jest/globals';
import { fitBlocks, fitCount, fitLines } from '../src/budgets.ts';

test('blocks that fit are joined as they are', () => {
  expect(fitBlocks(['# a', 'b'], 100)).toBe('# a\n\nb\n');
  expect(fitBlocks([], 100)).toBe('');
});

test.each([150, 500, 1_000, 5_000])('what is over %d bytes is cut between blocks and counted', (limit) => {
  const blocks = Array.from({ length: 500 }, (_, i) => `block ${i} é`);
  const text = fitBlocks(blocks, limit);
  const kept = text.match(/^block/gm)?.length ?? 0;
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
  expect(text).toContain(`… and ${500 - kept} more blocks that did not fit`);
});

test('one huge block is cut between its lines and never lost whole', () => {
  const text = fitBlocks([Array.from({ length: 10_000 }, (_, i) => `| row ${i} |`).join('\n')], 2_000);
  const kept = text.match(/^\| row/gm)?.length ?? 0;
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_000);
  expect(kept).toBeGreaterThan(100);
  expect(text).toContain(`… and ${10_000 - kept} more lines that did not fit`);
});

test('a huge block behind others is cut too, and those behind it are counted', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `| row ${i} |`).join('\n');
  const text = fitBlocks(['# Plan', rows, 'last', 'very last'], 2_000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_000);
  expect(text).toMatch(/^# Plan\n\n\| row 0 \|/);
  expect(text.match(/^\| row/gm)?.length).toBeGreaterThan(90);
  expect(text).toMatch(/more lines that did not fit\n\n… and 2 more blocks that did not fit/);
});

test('one huge line is cut inside it, between characters', () => {
  const text = fitBlocks(['é'.repeat(10_000)], 2_001);
  const shown = text.match(/é/g)?.length ?? 0;
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_001);
  expect(shown).toBeGreaterThan(800);
  expect(text).not.toContain('\uFFFD');
  expect(text).toContain(`… and ${2 * (10_000 - shown)} more bytes that did not fit`);
});

test('text within its limit is not touched', () => {
  expect(fitLines('a\nb', 10)).toBe('a\nb');
});

test('the last place tells of what is hidden', () => {
  const items = Array.from({ length: 25 }, (_, i) => i);
  expect(fitCount(items, 10)).toEqual({ shown: items.slice(0, 9), hidden: 16 });
  expect(fitCount(items.slice(0, 10), 10)).toEqual({ shown: items.slice(0, 10), hidden: 0 });
});
