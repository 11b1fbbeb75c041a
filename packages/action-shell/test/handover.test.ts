import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { openHandover, packHandover } from '@lockstep/action-shell';
import { Masker } from '@lockstep/workflow-runner';
import fc from 'fast-check';

test('what was packed is opened, empty values included', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'binary' })), (values) => {
      expect(openHandover(packHandover(values))).toEqual({ ...values });
    }),
    { numRuns: 200 },
  );
});

test('no mask hits it, of any line that can be typed', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.string(), { maxKeys: 5 }),
      fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)), minLength: 1 }),
      (values, secret) => {
        const masker = new Masker();
        masker.addSecret(secret);
        const packed = packHandover({ ...values, secret });
        expect(masker.mask(packed)).toBe(packed);
      },
    ),
    { numRuns: 200 },
  );
});

test.each(['-', '{', 'a', '1', 'shop'])('%s is a mask that the runner knows', (line) => {
  const masker = new Masker();
  masker.addSecret(`first\n  ${line}\n`);
  expect(masker.mask(`a shop-1 {} ${line}`)).not.toBe(`a shop-1 {} ${line}`);
});

test('no normalisation and no trimming changes it', () => {
  const every = packHandover({ bytes: Array.from({ length: 2000 }, (_, at) => String.fromCharCode(at * 31)).join('') });
  for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(every.normalize(form)).toBe(every);
  expect(every.trim()).toBe(every);
});

test('a changed, cut, foreign or empty text is none', () => {
  const packed = packHandover({ evidence: 'x'.repeat(100) });
  const other = String.fromCharCode(0x2800 + ((packed.charCodeAt(9) - 0x2800 + 1) % 256));
  for (const text of [
    '',
    'missing',
    '***',
    'dpl_1',
    packed.slice(0, -1),
    packed.slice(1),
    packed.slice(0, 9) + other + packed.slice(10),
  ])
    expect(openHandover(text)).toBeUndefined();
  expect(openHandover(`${packed}\n`)).toEqual({ evidence: 'x'.repeat(100) });
});

test('what does not fit into one variable of the environment is refused, by the largest value', () => {
  const noise = (bytes: number) => randomBytes(bytes).toString('base64');
  expect(() => packHandover({ small: '1', report: noise(45_000) })).toThrow('the largest value is "report"');
  const most = packHandover({ report: noise(42_000) });
  expect(Buffer.byteLength(`INPUT_HANDOVER=${most}`)).toBeLessThan(131_072);
});
