import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import type { ControlReport, ControlRow, EvidenceRow } from '../../packages/evidence/src/controls/control.ts';
import { inCi as test } from '../e2e/sampled.ts';
import { checks, logs } from '../e2e/team.ts';
import { type Built, builtNow, example, isBuilt } from './built.ts';
import { DOMAIN, guard } from './platform-world.ts';
import { openWhole, type Whole } from './whole-world.ts';

/**
 * The workflows of the example, each once, as GitHub would run them: what they keep, and what the report of evidence.yml
 * says of each expectation after that. `test/example/controls.test.ts` looks at the same rows without running anything.
 */
const judged = isBuilt ? describe : describe.skip;

/** What nothing is collected for, by the example's own map. */
const NOT_COLLECTED = ['ready-2.1', 'ready-2.2', 'ready-2.3', 'ready-3.6', 'ready-5.4'];
const AREAS = [1, 2, 3, 4, 5].flatMap((area) => [1, 2, 3, 4, 5, 6, 7, 8].map((nth) => `ready-${area}.${nth}`));

/** Of eight migrations all but the contract one, which waits. */
const APPLIED = readdirSync(join(example, 'supabase/migrations'))
  .sort()
  .map((name) => name.slice(0, 14))
  .filter((version) => version !== '20260223090000');

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const schedule = (cron: string) => ({ name: 'schedule', payload: { schedule: cron } });

judged('the example, with all of its workflows', () => {
  const scope = new Scope();
  let built: Built;
  let whole: Whole;
  /** How each job ended, by the starter that ran. */
  const ends: Record<string, readonly string[]> = {};
  let report: ControlReport;

  async function run(starter: string, options: Parameters<Whole['run']>[1] = {}): Promise<string> {
    const result = await whole.run(starter, options);
    ends[starter] = checks(result);
    return logs(result);
  }

  /** What the run of every month says. */
  async function reported(): Promise<ControlReport> {
    await run('evidence');
    return JSON.parse(String(whole.artifact('lockstep-controls').get('controls.json'))) as ControlReport;
  }

  beforeAll(async () => {
    built = builtNow();
    whole = await openWhole(scope, built);
    const { shop } = whole;
    const { ground, consumer } = shop;
    await run('release', { event: { name: 'push', payload: { ref: 'refs/heads/main' } } });
    await ground.postgres.query(readFileSync(join(example, 'tests/seed.sql'), 'utf8'), [], shop.database);
    // Where the domain leads is not asked by a release here: it has no TLS on the edge of the ground.
    ground.vercel.addDomain(shop.project, DOMAIN);
    const project = ground.vercel.project(shop.project.id);
    const names = project.domains.map(({ name }) => name);
    guard(ground.vercel, project, Date.now(), names);
    await backUp();
    await audit();
    const sha = consumer.github.state.refs.get('heads/main') ?? '';
    await run('pull-request', {
      event: { name: 'merge_group', payload: { merge_group: { head_sha: sha } } },
      ref: `refs/heads/gh-readonly-queue/main/pr-1-${sha}`,
    });
    await run('scan');
    await alert();
    await run('backend');
    await run('evidence', { event: { name: 'workflow_run', payload: { action: 'completed' } } });
    report = await reported();
  }, 600_000);
  afterAll(async () => {
    await scope[Symbol.asyncDispose]();
    built?.remove();
  });

  /** Every night, and once a month the drill, whose runbook people commit. */
  async function backUp(): Promise<void> {
    await run('backup', { event: schedule('23 2 * * *') });
    const scratch = await borrowPostgres(scope);
    await run('drill', { services: { postgres: () => ({ '5432': new URL(scratch.url()).port }) } });
    const runbook = whole.artifact('lockstep-drill').get('RUNBOOK.md');
    if (runbook !== undefined) whole.write('docs/BACKUP-RUNBOOK.md', runbook);
    await run('backup', { event: schedule('23 14 * * *') });
  }

  /** Two weeks: the second compares with what the first one kept. */
  async function audit(): Promise<void> {
    await run('audit');
    const snapshot = whole.artifact('lockstep-platform-audit').get('platform.json');
    if (snapshot !== undefined) whole.write('.lockstep/platform.json', snapshot);
    await run('audit');
  }

  /** Somebody sees the message of the drill. */
  async function alert(): Promise<void> {
    const { slack } = whole.shop.ground;
    const before = slack.channel('releases').length;
    const timer = setInterval(() => {
      const message = slack.channel('releases')[before];
      if (message === undefined) return;
      clearInterval(timer);
      slack.person(message, 'U0ADA', { emoji: 'eyes' });
    }, 20);
    try {
      await run('alert-drill');
    } finally {
      clearInterval(timer);
    }
  }

  const rowOf = (id: string, from = report): ControlRow => {
    const found = from.rows.find(({ control }) => control.id === id);
    if (found === undefined) throw new Error(`the report has no ${id}`);
    return found;
  };
  /** In a line, with what is not current of it. */
  const stateOf = (row: ControlRow) =>
    [row.state, ...row.rows.filter(({ state }) => state !== 'current').map(({ because }) => because)].join(': ');

  test('ends well with each of them', () => {
    const red = Object.entries(ends).flatMap(([starter, jobs]) =>
      jobs.filter((job) => !/: (?:success|skipped)$/.test(job)).map((job) => `${starter}: ${job}`),
    );
    expect(red).toEqual([]);
  });

  test('of the forty expectations, each has current evidence, or says why nothing is collected', () => {
    const states = Object.fromEntries(AREAS.map((id) => [id, stateOf(rowOf(id))]));
    const wanted = AREAS.map((id) => [id, NOT_COLLECTED.includes(id) ? 'not-collected' : 'current']);
    expect(states).toEqual(Object.fromEntries(wanted));
    for (const id of NOT_COLLECTED) {
      const { control, rows } = rowOf(id);
      expect([rows, control.notCollected.length > 20]).toEqual([[], true]);
    }
  });

  /** The run that made a piece of evidence, and the sum of what it kept, looked up where an auditor would. */
  function proofOf({ digest, file, run: address, source }: EvidenceRow) {
    const { name, root, github } = whole.shop.consumer;
    const [, own] = /\/([^/]+\/[^/]+)\/actions\/runs\/\d+(?:\/attempts\/1)?$/.exec(address ?? '') ?? [];
    const [, number] = /\/runs\/(\d+)/.exec(address ?? '') ?? [];
    const ran = own === name && github.state.runs.some(({ id }) => String(id) === number);
    switch (source.kind) {
      case 'checks': {
        const [artifact = '', ...path] = file.split('/');
        const kept = whole.artifact(artifact).get(path.join('/'));
        return { ran, kept: kept === undefined ? file : sha256(kept) === digest };
      }
      case 'record':
        return { ran, kept: trail().some((line) => sha256(`${line}\n`) === digest) };
      case 'workflow':
        return {
          ran: github.state.runs.some(({ id }) => address?.endsWith(`/actions/runs/${id}`)),
          kept: digest === '',
        };
      case 'document':
      case 'attestation':
        return { ran: address === null, kept: sha256(readFileSync(join(root, file))) === digest };
    }
  }

  const trail = (): readonly string[] => {
    const { commits, refs } = whole.shop.consumer.github.state;
    const { files = {} } = commits.get(refs.get('heads/lockstep-evidence') ?? '') ?? {};
    return Object.values(files)
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('{"'));
  };

  test('each piece of it passes, and leads to its file, the sum of that file, and its run', () => {
    const pieces = AREAS.flatMap((id) => rowOf(id).rows.map((row) => ({ id, row })));
    expect(pieces.length).toBeGreaterThan(40);
    // The trail is judged by the run of the report itself.
    const proofs = pieces.map(({ id, row }) => ({ id, verdict: row.verdict, ...proofOf(row) }));
    const trailFile = 'the branch lockstep-evidence';
    expect(
      proofs.filter(({ kept, ran, verdict }) => verdict !== 'pass' || !ran || (kept !== true && kept !== trailFile)),
    ).toEqual([]);
  });

  test('its migrations are in the audit trail, each with its digest and that of its down migration', () => {
    const records = trail().map((line) => JSON.parse(line) as Record<string, unknown>);
    const [migration, ...others] = records.filter(({ event }) => event === 'migration');
    expect(others).toEqual([]);
    const release = records.find(({ event }) => event === 'release');
    expect(migration).toMatchObject({ reason: 'applied', verdict: 'pass', run: release?.['run'] });
    const names = Object.keys((migration?.['files'] ?? {}) as object).sort();
    expect(names).toEqual(APPLIED.flatMap((version) => [`${version}/down`, `${version}/up`]));
  });

  test('the release is counted, is on the page, and was no incident', () => {
    const json = (artifact: string, file: string) => JSON.parse(String(whole.artifact(artifact).get(file))) as object;
    expect(json('lockstep-controls', 'numbers.json')).toMatchObject({ dora: { deployments: { count: 1 } } });
    expect(json('lockstep-status', 'status.json')).toMatchObject({ environments: { shown: [{ state: 'live' }] } });
    expect(json('lockstep-incidents', 'checks.json')).toMatchObject({
      checks: [
        { id: 'incident/known', verdict: 'pass' },
        { id: 'incident/postmortem', verdict: 'pass' },
      ],
    });
  });

  test('a serious finding that is open again takes its rows away, and no other one', async () => {
    const path = 'docs/compliance/pentest.md';
    const text = readFileSync(join(whole.shop.consumer.root, path), 'utf8');
    whole.write(path, text.replace('| high | fixed |', '| high | open |'));
    const now = await reported();
    const lost = now.rows.filter(({ control, state }) => state !== rowOf(control.id).state);
    expect(lost.map(({ control, state }) => `${control.id} ${state}`).filter((one) => one.startsWith('ready'))).toEqual(
      ['ready-4.1 failing', 'ready-6.11 failing'],
    );
    expect(ends['evidence']).toContain('Evidence / Trail: failure');
  });
});
