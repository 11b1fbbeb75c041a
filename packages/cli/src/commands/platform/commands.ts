import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type Check,
  checksJson,
  checksText,
  count,
  InputError,
  judgeChecks,
  makeCheckList,
  type NotVerified,
  redactText,
  type Verdict,
} from '@lockstep/base';
import {
  auditPlatform,
  compareSnapshots,
  type Facts,
  judgeChanges,
  NO_WITNESSES,
  type Policy,
  partsLeftOut,
  partsNotCompared,
  partsNotPlanned,
  planRestore,
  platformLines,
  readPlatform,
  readPolicy,
  readSnapshot,
  readTraces,
  restoreText,
  type Snapshot,
  snapshotOf,
  snapshotText,
  writePolicy,
} from '@lockstep/platform';
import type { Call } from '../../command.ts';
import { ownVersion } from '../version.ts';
import { placeOf, SECTIONS, worldOf } from './access.ts';

export const commands = { init, audit, snapshot, compare, 'restore-plan': restorePlan };

async function init(call: Call): Promise<Verdict> {
  const path = call.text('policy');
  if (existsSync(path) && !call.flag('force'))
    throw new InputError(`${path} is there already: remove it, or pass --force to replace it`);
  const facts = await readAll(call);
  const text = writePolicy(facts, platformLines);
  write(path, text);
  const { policy } = readPolicy(text, path, platformLines);
  if (!call.json)
    call.terminal.tell(`${path}: ${count(policy.lines.length, 'line')}, of what is set and of what it should be\n`);
  return told(call, auditPlatform(policy.lines, facts, repositoryPath(path)));
}

async function audit(call: Call): Promise<Verdict> {
  const { lines } = policyOf(call);
  const sections = [...new Set(lines.map(({ line }) => line.key.slice(0, line.key.indexOf('.'))))];
  const facts = await readPlatform(await worldOf(call, sections));
  return told(call, auditPlatform(lines, facts, repositoryPath(call.text('policy'))));
}

async function snapshot(call: Call): Promise<Verdict> {
  const now = snapshotOf(await readAll(call));
  if (Object.keys(now.services).length === 0)
    throw new InputError(
      'nothing could be read, so there is no snapshot: set the token and the name of at least one service (`lockstep help platform`)',
    );
  if (call.json) call.terminal.write(snapshotText(now));
  else {
    write(call.text('snapshot'), snapshotText(now));
    call.terminal.write(`${call.text('snapshot')}: ${Object.keys(now.services).join(', ')}\n`);
  }
  for (const part of now.notRead) call.terminal.tell(`not contained: ${part}\n`);
  return now.notRead.length === 0 ? 'pass' : 'unknown';
}

async function compare(call: Call): Promise<Verdict> {
  const earlier = earlierOf(call);
  const world = await worldOf(call, SECTIONS);
  const facts = await readPlatform(world);
  const now = snapshotOf(facts);
  const changes = compareSnapshots(earlier, now);
  const witnesses = changes.length === 0 ? NO_WITNESSES : await readTraces(world, facts, changes);
  const { pinned } = existsSync(call.text('policy')) ? policyOf(call) : { pinned: [] };
  const same: Check = {
    ...{ id: 'drift.change', title: 'Settings that changed', verdict: 'pass', reason: 'nothing-changed' },
    ...{ what: call.text('snapshot'), measured: 'nothing changed', expected: '', remedy: '' },
  };
  const judged = judgeChanges({
    changes,
    pinned,
    witnesses,
    notCompared: partsNotCompared(earlier, now),
    leftOut: partsLeftOut(earlier, now),
  });
  return told(call, { ...judged, checks: changes.length === 0 ? [same] : judged.checks });
}

async function restorePlan(call: Call): Promise<Verdict> {
  const [wanted, now] = [earlierOf(call), snapshotOf(await readAll(call))];
  const steps = planRestore(wanted, now, placeOf(call));
  const notPlanned = partsNotPlanned(wanted, now);
  call.terminal.write(call.json ? `${JSON.stringify(steps, null, 2)}\n` : restoreText(steps, notPlanned));
  if (call.json)
    for (const part of notPlanned) call.terminal.tell(`not planned, since it could not be read: ${part}\n`);
  return notPlanned.length === 0 ? 'pass' : 'unknown';
}

async function readAll(call: Call): Promise<Facts> {
  return readPlatform(await worldOf(call, SECTIONS));
}

function policyOf(call: Call): Policy {
  const path = call.text('policy');
  const { policy, problems } = readPolicy(read(path, 'run `lockstep platform init` first'), path, platformLines);
  if (problems.length > 0) throw new InputError(problems);
  return policy;
}

function earlierOf(call: Call): Snapshot {
  const path = call.text('snapshot');
  return readSnapshot(read(path, 'run `lockstep platform snapshot` first'), path);
}

function read(path: string, advice: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError(`${path} cannot be read; ${advice}`, { cause });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, redactText(text));
}

/** Where findings point to, in SARIF: nothing for a file outside. */
function repositoryPath(path: string): string | undefined {
  return path.startsWith('/') || path.startsWith('..') ? undefined : path.replace(/^\.\//, '');
}

function told(
  call: Call,
  found: { readonly checks: readonly Check[]; readonly notVerified: readonly NotVerified[] },
): Verdict {
  const nowMs = Date.now();
  const tool = { name: 'platform-audit', version: ownVersion() };
  const list = makeCheckList({ subject: 'platform', nowMs, run: null, tool, ...found });
  const judgement = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, nowMs);
  const text = call.json ? checksJson(judgement) : checksText(judgement, call.terminal.paint);
  call.terminal.write(text.endsWith('\n') ? text : `${text}\n`);
  return judgement.verdict;
}
