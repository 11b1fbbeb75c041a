import { describe, expect, test } from '@jest/globals';
import { type EvidenceFacts, InputError, openEvidence, sealEvidence } from '../src/index.ts';

const facts: EvidenceFacts = {
  deployment: 'dpl_1',
  commit: 'a1b2c3d',
  planDigest: null,
  folderDigest: null,
  verdicts: { 'health-gate:pre': 'pass' },
  run: 'https://github.com/o/r/actions/runs/1/attempts/1',
  at: '2026-01-01T00:00:00.000Z',
};

describe('evidence', () => {
  test('comes back as it was sealed, whatever the order of its keys', () => {
    const sealed = sealEvidence(facts);
    const shuffled = Object.fromEntries(Object.entries(sealed).reverse());
    expect(openEvidence(JSON.stringify(shuffled))).toEqual(sealed);
  });

  test.each([
    ['another deployment', { deployment: 'dpl_2' }],
    ['another verdict', { verdicts: { 'health-gate:pre': 'fail' } }],
    ['another time', { at: '2026-02-01T00:00:00.000Z' }],
    ['one fact more', { note: 'x' }],
    ['another digest', { digest: 'sha256:00' }],
  ])('with %s is refused', (_what, change) => {
    const text = JSON.stringify({ ...sealEvidence(facts), ...change });
    expect(() => openEvidence(text)).toThrow(/changed after it was sealed/);
  });

  test.each(['', '{', '[]', '{"verdict":"pass"}', 'null'])('is not found in %p', (text) => {
    expect(() => openEvidence(text)).toThrow(InputError);
  });
});
