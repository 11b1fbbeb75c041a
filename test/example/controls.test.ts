import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeCheckList, readAcceptances, silent, systemClock } from '@lockstep/base';
import { collectEvidence, type EvidenceSource, type FoundList, readControls } from '@lockstep/evidence';
import { parse } from 'yaml';
import { foundFile } from '../../packages/evidence/src/sources/found-files.ts';
import { REPORT_ARTIFACTS } from '../../packages/evidence/src/sources/report-artifacts.ts';
import { readFolder } from '../../packages/migrations/src/files/folder.ts';
import { up } from '../../packages/migrations/src/up/up.ts';
import { engineOn, type Ground, startGround } from '../../packages/migrations/test/ground.ts';
import {
  auditPlatform,
  compareSnapshots,
  judgeChanges,
  partsCompared,
  partsLeftOut,
  partsNotCompared,
  platformLines,
  readPlatform,
  readPolicy,
  readSnapshot,
  readTraces,
  snapshotOf,
} from '../../packages/platform/src/index.ts';
import { parseGates } from '../../packages/quality/src/index.ts';
import { auditDatabase, judgeAudit, readWrittenIntent } from '../../packages/tenants/src/index.ts';
import { example } from './built.ts';
import { examplePlatform } from './platform-world.ts';
import { auditWith } from './served-site.ts';

/** Which rows of production readiness the example fills: by what its own audits say, and by what its workflows keep. */
const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(example, path), 'utf8');
const NOW = Date.now();
const map = readControls(read('.lockstep/controls.yml'), 'controls.yml', NOW);
const ready = map.controls.filter(({ id }) => id.startsWith('ready-'));
const listOf = (tool: string, facts: Pick<Parameters<typeof makeCheckList>[0], 'checks' | 'notVerified' | 'accept'>) =>
  makeCheckList({ subject: 'prescriptions', nowMs: NOW, run: null, tool: { name: tool, version: 'test' }, ...facts });
const found = (list: ReturnType<typeof listOf>): FoundList => ({ file: 'checks.json', digest: 'a'.repeat(64), list });

interface Starter {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, { readonly uses?: string; readonly with?: Readonly<Record<string, string>> }>>;
}
const starters = readdirSync(join(example, '.github/workflows')).map((name) => ({
  name,
  starter: parse(read(`.github/workflows/${name}`)) as Starter,
}));
const inputsOf = (workflow: string) =>
  starters
    .flatMap(({ starter }) => Object.values(starter.jobs))
    .find(({ uses }) => uses?.includes(`/workflows/${workflow}@`))?.with ?? {};

/** The audit of every week, with the inputs of the example's workflow and nothing but what the app itself serves. */
async function edge(): Promise<FoundList> {
  const { paths = '/', telemetry = '', 'dns-resolvers': resolvers = '' } = inputsOf('audit.yml');
  const { checks, gaps } = await auditWith({
    answer: (served, path) => {
      const own = JSON.parse(readFileSync(join(import.meta.dirname, 'served.json'), 'utf8'))[path];
      if (typeof own?.body === 'string' && typeof served.body === 'string') served.body = own.body;
    },
    plan: {
      ...{ environment: 'production', paths: paths.split('\n'), apiPaths: [], corsOrigins: [], csrfPaths: [] },
      ...{ bursts: [], otherClient: [], minGrade: 'A', beacons: telemetry === '' ? [] : ['vercel-analytics'] },
      ...(resolvers === '' ? { dns: { resolvers: [], maxTtlSeconds: 3600, expect: [], authority: [] } } : {}),
    },
  });
  return found(listOf('edge-audit', { checks, notVerified: gaps }));
}

async function platform(): Promise<FoundList> {
  await using world = await examplePlatform();
  const folder = mkdtempSync(join(tmpdir(), 'example-controls-'));
  try {
    const served = JSON.parse(readFileSync(join(import.meta.dirname, 'served.json'), 'utf8'));
    writeFileSync(join(folder, 'index.html'), served['/']?.body ?? '');
    const { policy } = readPolicy(read('.lockstep/platform.yml'), 'platform.yml', platformLines);
    const access = world.access(folder);
    const facts = await readPlatform(access);
    const judged = auditPlatform(policy.lines, facts);
    const [earlier, now] = [readSnapshot(read('.lockstep/platform.json'), 'platform.json'), snapshotOf(facts)];
    const changes = compareSnapshots(earlier, now);
    const drift = judgeChanges({
      changes,
      pinned: policy.pinned,
      witnesses: await readTraces(access, facts, changes),
      compared: partsCompared(earlier, now),
      notCompared: partsNotCompared(earlier, now),
      leftOut: partsLeftOut(earlier, now),
    });
    const checks = [...judged.checks, ...drift.checks];
    return found(listOf('platform-audit', { checks, notVerified: [...judged.notVerified, ...drift.notVerified] }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function tenants(ground: Ground): Promise<FoundList> {
  const database = await ground.database();
  const own = { directory: 'supabase/migrations', downDirectory: 'supabase/rollbacks', layout: 'auto' as const };
  await up(engineOn(database), { folder: readFolder({ ...own, base: example }), phase: 'all', allowOutOfOrder: false });
  const { intent } = readWrittenIntent(parse(read('.lockstep/tenants.yml')));
  const result = await auditDatabase(database.url, {
    ...{ intent, production: [], lockTimeoutMs: 2_000, statementTimeoutMs: 30_000, dryRun: false },
    ...{ log: silent, clock: systemClock, signal: new AbortController().signal },
  });
  if (result.kind !== 'audited') throw new Error(JSON.stringify(result));
  const { acceptances } = readAcceptances(parse(read('.lockstep/tenants-accept.yml')), 'accept');
  return found(listOf('tenant-audit', { ...judgeAudit(result, { intent, files: [] }), accept: acceptances }));
}

/** Tools whose reports are made here; of the others it is known that a workflow of the example keeps them. */
const MEASURED: readonly string[] = ['edge-audit', 'platform-audit', 'tenant-audit'];

/** It takes a ledger, and an app that runs: `actions/edge-audit` tests it; the workflow of every week asks for it. */
const BY_LEDGER: readonly string[] = ['build-identity'];

/** Runs of pull requests are no evidence. */
const TRUSTED = ['schedule', 'push', 'merge_group', 'workflow_run'];

/** The reusable workflows that keep a report of a tool. */
function keepersOf(tool: string): readonly string[] {
  const artifacts = REPORT_ARTIFACTS.filter((one) => one.tool === tool).map(({ artifact }) => artifact);
  return readdirSync(join(root, '.github/workflows')).filter((name) => {
    const text = readFileSync(join(root, '.github/workflows', name), 'utf8');
    return artifacts.some((artifact) => new RegExp(`^ +name: ${artifact}$`, 'm').test(text));
  });
}

function callersOf(workflow: string): readonly string[] {
  return starters
    .filter(({ starter }) => TRUSTED.some((event) => Object.hasOwn(starter.on, event)))
    .filter(({ starter }) => Object.values(starter.jobs).some(({ uses }) => uses?.includes(`/workflows/${workflow}@`)))
    .map(({ name }) => name);
}

const gates = new Set([
  ...['quality.yml', 'candidate.yml'].flatMap((name) =>
    parseGates(read(`.lockstep/${name}`), name).map((gate) => `gate/${gate.name}`),
  ),
  // Those that the workflow of every week has by itself.
  ...[
    ...readFileSync(join(root, '.github/workflows/scan.yml'), 'utf8').matchAll(/^ +- name: (secrets|updates)$/gm),
  ].map(([, name]) => `gate/${name}`),
]);

/** Why nothing of the example makes a piece of evidence; '' where something does. */
function lackOf(source: EvidenceSource): string {
  switch (source.kind) {
    case 'workflow':
      return starters.some(({ name }) => name === source.workflow) ? '' : `no ${source.workflow}`;
    case 'document':
    case 'attestation': {
      const bytes = Buffer.from(read(source.file));
      const { reviewedAt } = foundFile(source.file, bytes, []);
      const listed = read('.lockstep/documents.yml').includes(source.file);
      return reviewedAt === null || !listed ? `${source.file} is not reviewed or not listed` : '';
    }
    case 'record':
      // The ledger has releases; approvals only where a workflow of Lockstep asks for them.
      return source.event === 'release' ? '' : `nothing records ${source.event}`;
    case 'checks': {
      if (source.tool === 'evidence') return inputsOf('evidence.yml')['anchor-to'] === undefined ? 'no anchors' : '';
      if (source.tool === 'quality-gate') {
        const missing = source.ids.filter((id) => !gates.has(id));
        if (missing.length > 0) return `no ${missing.join(', ')}`;
      }
      return keepersOf(source.tool).flatMap(callersOf).length > 0 ? '' : `nothing keeps a report of ${source.tool}`;
    }
  }
}

let lists: readonly FoundList[] = [];
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
  lists = await Promise.all([edge(), platform(), tenants(ground)]);
});
afterAll(async () => {
  await ground?.end();
});

function unfilled(controls: typeof ready): readonly string[] {
  const measured = controls.map((control) => ({
    ...control,
    evidence: control.evidence.filter(
      (source) =>
        source.kind === 'checks' && MEASURED.includes(source.tool) && !BY_LEDGER.some((id) => source.ids.includes(id)),
    ),
  }));
  const report = collectEvidence(
    { controls: measured.filter(({ evidence }) => evidence.length > 0), exceptions: [] },
    { lists, broken: [], records: [], runs: [], files: new Map(), unread: {} },
    NOW,
  );
  const red = report.rows
    .filter(({ state }) => state !== 'current')
    .map(({ control, rows, state }) => `${control.id} ${state}: ${rows.map(({ because }) => because).join('; ')}`);
  const lacks = controls.flatMap(({ evidence, id }) =>
    evidence.map(lackOf).flatMap((lack) => (lack === '' ? [] : [`${id}: ${lack}`])),
  );
  return [...red, ...lacks];
}

describe('each row of production readiness', () => {
  test('is filled by the example, or says why nothing is collected', () => {
    expect(unfilled(ready)).toEqual([]);
    for (const { evidence, notCollected } of ready) expect(evidence.length === 0).toBe(notCollected !== '');
  });

  test('of the forty expectations, all but those below are filled', () => {
    const main = ready.filter(({ id }) => /^ready-[1-5]\.[1-8]$/.test(id));
    expect(main).toHaveLength(40);
    expect(main.filter(({ evidence }) => evidence.length === 0).map(({ id }) => id)).toEqual([
      ...['ready-2.1', 'ready-2.2', 'ready-2.3', 'ready-3.6', 'ready-5.4'],
    ]);
  });

  test.each([
    ['a check that nothing looks at', { kind: 'checks', tool: 'edge-audit', ids: ['telemetry'], maxAgeMs: 1e9 }],
    ['a line that the policy lacks', { kind: 'checks', tool: 'platform-audit', ids: ['sentry.alerts'], maxAgeMs: 1e9 }],
    ['a gate that is none', { kind: 'checks', tool: 'quality-gate', ids: ['gate/lighthouse'], maxAgeMs: 1e9 }],
    ['a workflow that is not installed', { kind: 'workflow', workflow: 'lockstep-promote.yml', maxAgeMs: 1e9 }],
    ['what nothing records', { kind: 'record', event: 'approval', subject: '*', maxAgeMs: 1e9 }],
  ] as readonly (readonly [string, EvidenceSource])[])('%s would be seen', (_what, source) => {
    const [control] = ready;
    if (control === undefined) throw new Error('there is no control');
    expect(unfilled([{ ...control, evidence: [source] }])).toHaveLength(1);
  });
});

test('the table of the documentation is that of the map: LOCKSTEP_RECORD=1 writes it', () => {
  const rows = ready.map(({ evidence, id, notCollected, title }) => {
    const shown = evidence.length === 0 ? `not collected: ${notCollected}` : joined(evidence.map(cellOf));
    return `| ${id.replace('ready-', '')} | ${title} | ${shown} |`;
  });
  const table = ['| | what | what shows it in the example |', '|---|---|---|', ...rows].join('\n');
  const path = join(root, 'docs/evidence.md');
  const page = readFileSync(path, 'utf8');
  const now = /\| \| what \| what shows it in the example \|\n(?:\|.*\n?)+/;
  expect(page).toMatch(now);
  if (process.env['LOCKSTEP_RECORD'] === '1') writeFileSync(path, page.replace(now, `${table}\n`));
  expect(readFileSync(path, 'utf8')).toContain(`${table}\n`);
});

/** One tool once. */
function joined(cells: readonly string[]): string {
  return [...new Set(cells)].join('; ');
}

function cellOf(source: EvidenceSource): string {
  switch (source.kind) {
    case 'checks':
      return `\`${source.tool}\`: ${source.ids.map((id) => `\`${id}\``).join(', ')}`;
    case 'record':
      return `audit trail: ${source.event}`;
    case 'workflow':
      return `run of \`${source.workflow}\``;
    case 'document':
    case 'attestation':
      return `\`${source.file}\``;
  }
}
