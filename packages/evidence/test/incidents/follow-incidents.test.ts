import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Secret, silent } from '@lockstep/base';
import { createGitHubClient, openLabelledIssues } from '@lockstep/github';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { type IncidentIssues, openIncidents, readIncidents, writeFacts } from '../../src/incidents/follow-incidents.ts';
import { INCIDENT_LABEL, type IncidentFacts } from '../../src/incidents/incident.ts';
import { factsComment } from '../../src/incidents/texts.ts';

let faults: Faults;
let server: GitHub;
let repo: RepositorySeed;
let issues: IncidentIssues;
beforeEach(async () => {
  faults = new Faults();
  server = await startGitHub({ faults });
  repo = server.repository('acme/shop');
  repo.commit();
  repo.invite('olga', 'write');
  issues = open();
});
afterEach(async () => {
  await server.close();
  server.expectNoViolations();
});

function open(): IncidentIssues {
  const token = server.token({ repository: 'acme/shop', permissions: { issues: 'write' } });
  const github = createGitHubClient({
    token: new Secret(token),
    apiUrl: server.url,
    repository: { owner: 'acme', repo: 'shop' },
    clock: hastyClock(50),
    log: silent,
    signal: new AbortController().signal,
    retry: { attempts: 2, firstDelayMs: 1, maxDelayMs: 4, budgetMs: 60_000 },
    requestTimeoutMs: 10_000,
  });
  return openLabelledIssues(github, INCIDENT_LABEL);
}

const planned: readonly IncidentFacts[] = [
  {
    ...{ key: 'release/20261130T095500Z-0a1b2c', cause: 'failed-release', subject: 'production/web' },
    ...{ release: '20261130T095500Z-0a1b2c', startedMs: 1_000, detectedMs: 2_000, restoredMs: 3_000 },
  },
];
const SUBJECT = 'production/web';
const read = async () =>
  readIncidents(await issues.list(), planned, { issues, subject: SUBJECT, isOurs: (one) => one === SUBJECT });
const all = async () => (await issues.list()).filter(({ isDuplicate }) => !isDuplicate);

test('opened once, however often it is looked at, also after a person closed it', async () => {
  expect((await openIncidents(planned, issues)).opened).toEqual([planned[0]?.key]);
  expect((await openIncidents(planned, issues)).opened).toEqual([]);
  repo.close(1, 'olga');
  expect((await openIncidents(planned, issues)).opened).toEqual([]);
  expect(await all()).toHaveLength(1);
});

test.each<[string, FaultEffect]>([
  ['an answer that is lost', { kind: 'reset-after' }],
  ['a request that is lost', { kind: 'reset-before' }],
  ['an answer that is cut', { kind: 'cut', bytes: 10 }],
  ['a proxy that answers', { kind: 'html', status: 200 }],
  ['a server that is broken', { kind: 'status', status: 502 }],
])('%s does not open it twice, and does not lose it', async (_what, effect) => {
  faults.plant({ service: 'github', method: 'POST', path: /\/issues$/, effect });
  await openIncidents(planned, issues).catch(() => undefined);
  await openIncidents(planned, issues);
  expect(await all()).toHaveLength(1);
});

test('two runs at once: one issue is left, the older one', async () => {
  const [one, other] = [open(), open()];
  // Both see none before either creates one.
  let seen = 0;
  let go: () => void = () => undefined;
  const both = new Promise<void>((done) => {
    go = done;
  });
  const together = (of: IncidentIssues): IncidentIssues => {
    let first = true;
    return {
      ...of,
      list: async () => {
        const found = await of.list();
        if (!first) return found;
        first = false;
        if (++seen === 2) go();
        await both;
        return found;
      },
    };
  };
  const ends = await Promise.all([openIncidents(planned, together(one)), openIncidents(planned, together(other))]);
  expect(await issues.list()).toHaveLength(2);
  expect((await all()).map(({ number, closedMs }) => [number, closedMs])).toEqual([[1, null]]);
  expect(ends.flatMap(({ opened }) => opened)).toHaveLength(1);
});

test('what people did: acknowledged by the first comment of a person, decided by labels, closed', async () => {
  await openIncidents(planned, issues);
  await writeFacts(1, 'of a machine', issues);
  expect(await read()).toMatchObject([{ acknowledgedMs: null, personalData: 'undecided', closedMs: null }]);
  repo.comment(1, 'olga', 'I look');
  repo.label(1, 'no-personal-data');
  repo.close(1, 'olga');
  const id = repo.user('olga').id;
  expect(await read()).toMatchObject([
    { acknowledgedBy: id, personalData: 'not-affected', closedBy: id, startedMs: 1_000, key: planned[0]?.key },
  ]);
  expect(JSON.stringify(await read())).not.toContain('olga');
});

test('when people said that they notified is the time at which the label came, the last time', async () => {
  await openIncidents(planned, issues);
  expect(await read()).toMatchObject([{ authorityNotified: false, authorityNotifiedMs: null }]);
  for (const time of ['2026-12-01T08:00:00Z', '2026-12-05T08:00:00Z']) repo.label(1, 'Authority-Notified', { time });
  repo.label(1, 'people-notified', { time: undefined });
  expect(await read()).toMatchObject([
    { authorityNotified: true, authorityNotifiedMs: Date.parse('2026-12-05T08:00:00Z') },
  ]);
  expect(await read()).toMatchObject([{ peopleNotified: true, peopleNotifiedMs: null }]);
});

describe('an outsider does not acknowledge', () => {
  const associate = (association: 'NONE' | 'MEMBER') => {
    const comment = repo.comments(1).at(-1);
    if (comment !== undefined) comment.association = association;
  };
  const acknowledgedBy = async () => (await read())[0]?.acknowledgedBy;

  test('who comments first in a public repository', async () => {
    await openIncidents(planned, issues);
    repo.comment(1, 'mallory', 'me too');
    associate('NONE');
    expect(await read()).toMatchObject([{ acknowledgedMs: null, acknowledgedBy: null }]);
    repo.comment(1, 'olga', 'I look');
    expect(await acknowledgedBy()).toBe(repo.user('olga').id);
  });

  test.each(['triage', 'write', 'maintain', 'admin'] as const)(
    'one who may %s does, also where GitHub does not show the membership',
    async (role) => {
      await openIncidents(planned, issues);
      repo.invite('ida', role);
      repo.comment(1, 'ida', 'I look');
      associate('NONE');
      expect(await acknowledgedBy()).toBe(repo.user('ida').id);
    },
  );

  test('a member who may only read does', async () => {
    await openIncidents(planned, issues);
    repo.comment(1, 'ida', 'I look');
    associate('MEMBER');
    expect(await acknowledgedBy()).toBe(repo.user('ida').id);
  });
});

describe('one that is closed as a duplicate', () => {
  const asDuplicate = (number: number) => {
    repo.close(number, 'olga');
    const issue = repo.state.issues.find((one) => one.number === number);
    if (issue !== undefined) issue.stateReason = 'duplicate';
  };

  test('by a person is still an incident', async () => {
    const number = repo.issue('We lost data', 'olga', [INCIDENT_LABEL]);
    await openIncidents(planned, issues);
    asDuplicate(number);
    expect((await read()).map(({ key }) => key).sort()).toEqual([`issue/${number}`, planned[0]?.key]);
  });

  test('of a release is not opened again, also where people wrote its text anew', async () => {
    await openIncidents(planned, issues);
    const [incident] = await read();
    if (incident === undefined) throw new Error('there is one');
    await writeFacts(1, factsComment(incident, [], incident.openedMs), issues);
    asDuplicate(1);
    const [issue] = repo.state.issues;
    if (issue !== undefined) issue.body = 'Written anew.';
    const { issues: all, opened } = await openIncidents(planned, issues);
    expect([all.length, opened]).toEqual([1, []]);
    const after = await readIncidents(all, planned, { issues, subject: SUBJECT, isOurs: () => true });
    expect(after).toMatchObject([{ key: planned[0]?.key, closedBy: repo.user('olga').id }]);
  });

  test('and another issue has its key: that one is followed', async () => {
    await openIncidents(planned, issues);
    const body = repo.state.issues[0]?.body ?? '';
    await issues.create({ title: 'The same', body });
    asDuplicate(1);
    expect((await read()).map(({ number }) => number)).toEqual([2]);
  });
});

test('one that a machine closed was closed by no person', async () => {
  await openIncidents(planned, issues);
  repo.close(1);
  expect(await read()).toMatchObject([{ closedBy: null }]);
});

test('an issue of a person with the label is an incident; one of another environment is not of this one', async () => {
  repo.issue('It is down', 'olga', [INCIDENT_LABEL]);
  await openIncidents([{ ...(planned[0] as IncidentFacts), key: 'release/y', subject: 'staging' }], issues);
  expect(await read()).toMatchObject([{ key: 'issue/1', cause: 'by-hand', subject: SUBJECT, startedMs: null }]);
});

test('what an incident is about and why it was opened stay, whatever a later run asks for or the ledger shows', async () => {
  const number = repo.issue('It is down', 'olga', [INCIDENT_LABEL]);
  await openIncidents(planned, issues);
  const [, byHand] = await read();
  if (byHand === undefined) throw new Error('there is one');
  await writeFacts(number, factsComment(byHand, [], byHand.openedMs), issues);
  const seen = await readIncidents(
    await issues.list(),
    planned.map((one) => ({ ...one, cause: 'rollback' as const })),
    { issues, subject: 'production', isOurs: () => true },
  );
  expect(seen.map(({ cause, subject }) => [cause, subject])).toEqual([
    ['failed-release', SUBJECT],
    ['by-hand', SUBJECT],
  ]);
});

test('facts are one comment, which is written again only where they changed', async () => {
  await openIncidents(planned, issues);
  const [incident] = await read();
  if (incident === undefined) throw new Error('there is one');
  const text = factsComment(incident, [], incident.openedMs);
  await writeFacts(1, text, issues);
  expect(await writeFacts(1, text, issues)).toBeUndefined();
  await writeFacts(1, `${text}more`, issues);
  expect(repo.comments(1)).toHaveLength(1);
});

test('whose text people wrote anew is known by the own comment, and is not opened again', async () => {
  await openIncidents(planned, issues);
  const [incident] = await read();
  if (incident === undefined) throw new Error('there is one');
  await writeFacts(1, factsComment(incident, [], incident.openedMs), issues);
  repo.edit(1, { body: 'the cache was full' });
  const opened = await openIncidents(planned, issues);
  expect(opened.opened).toEqual([]);
  expect(
    await readIncidents(opened.issues, planned, { issues, subject: SUBJECT, isOurs: (one) => one === SUBJECT }),
  ).toMatchObject([{ number: 1, key: planned[0]?.key, cause: 'failed-release' }]);
});

test('a copy of its text is another issue: the first one is followed, and the copy is named', async () => {
  await openIncidents(planned, issues);
  const body = (await issues.list())[0]?.body ?? '';
  const number = repo.issue('The same again', 'olga', [INCIDENT_LABEL]);
  repo.edit(number, { body });
  expect(await read()).toMatchObject([{ number: 1, copies: [number] }]);
  repo.close(number, 'olga');
  expect(await read()).toMatchObject([{ number: 1, copies: [] }]);
});
