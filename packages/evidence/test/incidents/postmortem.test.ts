import { describe, expect, test } from '@jest/globals';
import { decisionsIn, type Incident } from '../../src/incidents/incident.ts';
import { type PostmortemPolicy, postmortemChecks } from '../../src/incidents/postmortem-check.ts';
import { postmortemsIn } from '../../src/incidents/postmortems.ts';
import { postmortemOf } from '../../src/incidents/texts.ts';

const T = Date.parse('2026-11-30T10:00:00Z');
const DAY = 86_400_000;
const WITHIN = 14 * DAY;

const incident = (change: Partial<Incident> = {}): Incident => ({
  ...{ key: 'release/x', cause: 'failed-release', subject: 'production/web', release: 'x', number: 7, url: '' },
  ...{ startedMs: T, detectedMs: T, restoredMs: T, openedMs: T, acknowledgedMs: T, acknowledgedBy: 583 },
  ...{ closedMs: T, closedBy: 583, personalData: 'not-affected', authorityNotified: false, peopleNotified: false },
  ...{ authorityNotifiedMs: null, peopleNotifiedMs: null },
  ...{ unclearLabels: [], copies: [], postmortem: 'open' },
  ...change,
});

const draft = postmortemOf(incident(), [{ atMs: T, what: 'users had the release' }]);
const written = draft.replace(/\[FILL IN[^\]]*\]/g, 'as it was');
const FILE = 'docs/postmortems/cache.md';
const folder = (text: string) => postmortemsIn(new Map([[FILE, text]]));
const NONE = postmortemsIn(new Map());

function judge(change: Partial<Incident>, postmortems: PostmortemPolicy['postmortems'], afterMs: number) {
  const found = postmortemChecks(
    [incident(change)],
    { postmortemWithinMs: WITHIN, postmortems },
    { hasSeen: true, nowMs: T + afterMs },
  );
  expect(found).toHaveLength(1);
  const [check] = found;
  return { said: `${check?.verdict} ${check?.reason}`, measured: check?.measured ?? '', remedy: check?.remedy ?? '' };
}

describe('of an incident that was closed', () => {
  test.each<[string, Partial<Incident>, PostmortemPolicy['postmortems'], number, string]>([
    ['there is time', {}, NONE, WITHIN, 'pass postmortem-awaited'],
    ['the time is over', {}, NONE, WITHIN + 1, 'fail postmortem-missing'],
    ['the repository was not read', {}, undefined, WITHIN + 1, 'unknown postmortem-not-seen'],
    ['a document names it', {}, folder(written), WITHIN + 1, 'pass postmortem-written'],
    ['the document is of another one', { number: 8 }, folder(written), WITHIN + 1, 'fail postmortem-missing'],
    ['the document is still the draft', {}, folder(draft), WITHIN + 1, 'fail postmortem-unfinished'],
    ['the draft has time', {}, folder(draft), WITHIN, 'pass postmortem-awaited'],
    ['a label says that it is elsewhere', { postmortem: 'done' }, NONE, WITHIN + 1, 'pass postmortem-done'],
    ['also where nothing else was read', { postmortem: 'done' }, undefined, WITHIN + 1, 'pass postmortem-done'],
    ['none is needed', { postmortem: 'not-needed' }, NONE, WITHIN + 1, 'pass postmortem-not-needed'],
    ['a label against a draft', { postmortem: 'done' }, folder(draft), WITHIN + 1, 'fail postmortem-unfinished'],
  ])('%s', (_what, change, postmortems, afterMs, said) => {
    expect(judge(change, postmortems, afterMs)).toMatchObject({ said });
  });

  test.each<[string, string, string]>([
    ['a section', written.replace('## Causes', '## Reasons'), 'missing: Causes'],
    ['an owner', written.replace(/^owner: .*\n/m, ''), 'an owner (none)'],
    ['a measure', written.replace(/^\| as it was \|.*\n/m, ''), '0 rows'],
    ['a filled place', written.replace('as it was', '[FILL IN]'), 'No text of the template'],
  ])('a document without %s is not finished', (_what, text, words) => {
    const { measured, said } = judge({}, folder(text), WITHIN + 1);
    expect({ said, measured }).toEqual({
      said: 'fail postmortem-unfinished',
      measured: expect.stringMatching(new RegExp(words.replace(/[()]/g, '\\$&'))),
    });
  });

  test.each([
    ['without a number', written.replace(/^incident: .*$/m, 'incident: the cache')],
    ['with a comment for a number', written.replace(/^incident: .*$/m, 'incident: #7')],
    ['whose first lines cannot be read', written.replace(/^incident: .*$/m, 'incident: [7')],
    ['with an alias of nothing', written.replace(/^owner: .*$/m, 'owner: *lead*')],
    ['with a map for a number', written.replace(/^incident: .*$/m, 'incident: { toString: 7, valueOf: 7 }')],
  ])('a file %s is named', (_what, text) => {
    const { measured, said } = judge({}, folder(text), WITHIN + 1);
    expect(said).toBe('fail postmortem-missing');
    expect(measured).toContain(FILE);
  });

  test('one that is finished counts next to one that is not', () => {
    const both = postmortemsIn(
      new Map([
        ['docs/a.md', draft],
        [FILE, written],
        ['docs/README.md', '# Ours\n'],
      ]),
    );
    expect(both.strays).toEqual([]);
    expect(judge({}, both, WITHIN + 1).said).toBe('pass postmortem-written');
  });
});

test('an open one needs none, and where nothing was closed there is a check all the same', () => {
  const policy = { postmortemWithinMs: WITHIN, postmortems: NONE };
  const of = (incidents: readonly Incident[], hasSeen: boolean) =>
    postmortemChecks(incidents, policy, { hasSeen, nowMs: T + 99 * DAY }).map(({ id, reason, verdict }) => [
      id,
      verdict,
      reason,
    ]);
  expect(of([incident({ closedMs: null })], true)).toEqual([['incident/postmortem', 'pass', 'none-closed']]);
  expect(of([], false)).toEqual([['incident/postmortem', 'unknown', 'nothing-seen']]);
});

test.each<[readonly string[], Incident['postmortem'], readonly string[]]>([
  [['Postmortem-Done'], 'done', []],
  [['no-postmortem'], 'not-needed', []],
  [['no-postmortem', 'postmortem-done'], 'done', ['postmortem-done', 'no-postmortem']],
  [['postmortem_done'], 'open', ['postmortem_done']],
  [['postmortem'], 'open', []],
])('labels %j: %s, unclear %j', (labels, postmortem, unclearLabels) => {
  expect(decisionsIn(labels)).toMatchObject({ postmortem, unclearLabels });
});
