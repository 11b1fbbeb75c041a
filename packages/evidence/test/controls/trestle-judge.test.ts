import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { collectEvidence } from '../../src/controls/collect.ts';
import { controlsOscal } from '../../src/controls/formats/oscal.ts';
import type { FoundEvidence } from '../../src/controls/found.ts';
import { readControls } from '../../src/controls/read-controls.ts';
import { check, everything, HOSTILE_MAP, listOf, MAP, NOW } from './found.ts';

/** compliance-trestle, the OSCAL tool of the CNCF, is not installed with the rest: `LOCKSTEP_TRESTLE` names its program. */
const trestle = process.env['LOCKSTEP_TRESTLE'];
const judged = trestle === undefined ? describe.skip : describe;

const STARTERS = join(import.meta.dirname, '../../../starters/controls');
const nothing: FoundEvidence = { lists: [], broken: [], runs: [], records: [], files: new Map(), unread: {} };
const failed = everything({
  lists: [{ file: 'drill.json', digest: 'a'.repeat(64), list: listOf([check('rows-equal', 'fail')]) }],
});
const undecided = everything({
  lists: [{ file: 'drill.json', digest: 'a'.repeat(64), list: listOf([check('rows-equal', 'unknown')]) }],
});
const GOOD: Readonly<Record<string, string>> = {
  'all-there': controlsOscal(collectEvidence(MAP, everything(), NOW)),
  'one-failed': controlsOscal(collectEvidence(MAP, failed, NOW)),
  'one-unknown': controlsOscal(collectEvidence(MAP, undecided, NOW)),
  'nothing-found': controlsOscal(collectEvidence(MAP, nothing, NOW)),
  'hostile-words': controlsOscal(collectEvidence(HOSTILE_MAP, everything(), NOW)),
  ...Object.fromEntries(
    readdirSync(STARTERS).map((file) => {
      const map = readControls(readFileSync(join(STARTERS, file), 'utf8'), file, NOW);
      return [`starter-${file.replace('.yml', '')}`, controlsOscal(collectEvidence(map, everything(), NOW))];
    }),
  ),
};

// It takes seconds to start.

type Json = Record<string, unknown>;
interface Results extends Json {
  metadata: Json;
  results: { start: string; observations: Json[]; findings: { target: { status: Json; 'target-id': string } }[] }[];
}

/** What is wrong with a document, each with what is done to a good one. */
const RED: Readonly<Record<string, (results: Results) => unknown>> = {
  'no title': ({ metadata }) => delete metadata['title'],
  'no plan that it is of': (results) => delete results['import-ap'],
  'an observation without a method': ({ results }) => delete results[0]?.observations[0]?.['methods'],
  'two things with one id': ({ results }) =>
    Object.assign(results[0]?.observations[1] ?? {}, { uuid: results[0]?.observations[0]?.['uuid'] }),
  'an id of another layout': ({ results }) => Object.assign(results[0]?.observations[1] ?? {}, { uuid: 'a-b-c' }),
  'a third answer': ({ results }) => Object.assign(results[0]?.findings[0]?.target.status ?? {}, { state: 'unknown' }),
  'a target with a space': ({ results }) =>
    Object.assign(results[0]?.findings[0]?.target ?? {}, { 'target-id': 'backup drill' }),
  'a member of our own': ({ results }) => Object.assign(results[0] ?? {}, { verdict: 'pass' }),
  'a time without a zone': ({ results }) => Object.assign(results[0] ?? {}, { start: '2026-11-30T12:00:00' }),
};

judged('compliance-trestle', () => {
  let folder = '';
  let documents = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockstep-trestle-'));
    mkdirSync(join(folder, 'workspace'));
    const { status, stderr } = run('init', '--local');
    if (status !== 0) throw new Error(stderr);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(...args: readonly string[]) {
    return spawnSync(trestle ?? '', args, { cwd: join(folder, 'workspace'), encoding: 'utf8' });
  }

  /** Imports a document, which reads it by the models of OSCAL and validates it; gives what it kept, if it kept it. */
  function imported(text: string): { readonly kept: unknown; readonly said: string } {
    const [name, file] = [`document-${++documents}`, join(folder, 'controls.json')];
    writeFileSync(file, text);
    const { stderr, stdout } = run('import', '--file', file, '--output', name);
    const path = join(folder, 'workspace/assessment-results', name, 'assessment-results.json');
    return { kept: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined, said: `${stdout}${stderr}` };
  }

  test.each(Object.keys(GOOD))('takes the assessment results as they are: %s', (name) => {
    const text = GOOD[name] ?? '';
    const { kept, said } = imported(text);
    expect({ said, kept: withoutTimes(kept) }).toEqual({ said, kept: withoutTimes(JSON.parse(text)) });
  });

  test.each(Object.keys(RED))('is seen red: %s', (name) => {
    const document = JSON.parse(GOOD['one-failed'] ?? '') as { 'assessment-results': Results };
    RED[name]?.(document['assessment-results']);
    expect(imported(JSON.stringify(document)).kept).toBeUndefined();
  });
});

/** It writes times, and when it wrote, in its own way. */
function withoutTimes(value: unknown): unknown {
  const text = JSON.stringify(value, (name, held: unknown) => (name === 'last-modified' ? undefined : held));
  return text === undefined ? undefined : JSON.parse(text.replace(/(T\d\d:\d\d:\d\d)(?:\.0+)?(?:Z|\+00:00)"/g, '$1Z"'));
}
