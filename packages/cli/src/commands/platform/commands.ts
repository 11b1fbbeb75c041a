import { existsSync } from 'node:fs';
import {
  type Check,
  checksJson,
  checksText,
  count,
  InputError,
  judgeChecks,
  makeCheckList,
  type NotVerified,
  type Verdict,
} from '@lockstep/base';
import {
  auditPlatform,
  changeLines,
  compareSnapshots,
  type Facts,
  judgeChanges,
  NO_WITNESSES,
  type Policy,
  partsLeftOut,
  partsLost,
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
  unreadServices,
  whatWasNotRead,
  whyNothing,
  writePolicy,
} from '@lockstep/platform';
import type { Call } from '../../command.ts';
import { assertWritable, read, write } from '../../files.ts';
import { repositoryPath } from '../../paths.ts';
import { ownVersion } from '../version.ts';
import { placeOf, SECTIONS, SERVICES, worldOf } from './access.ts';

export const commands = { init, audit, snapshot, compare, 'restore-plan': restorePlan };

async function init(call: Call): Promise<Verdict> {
  const path = call.text('policy');
  if (existsSync(path) && !call.flag('force'))
    throw new InputError(`${path} is there already: remove it, or pass --force to replace it`);
  assertWritable(path);
  const facts = await readAll(call, SECTIONS);
  const text = writePolicy(facts, platformLines);
  const { policy } = readPolicy(text, path, platformLines);
  const notVerified = whatWasNotRead(facts);
  const unread = unreadServices(facts);
  if (unread.length === 0) {
    write(path, text);
    if (!call.json)
      call.terminal.tell(`${path}: ${count(policy.lines.length, 'line')}, of what is set and of what it should be\n`);
  } else
    call.terminal.tell(
      `${path} was not written, since nothing could be read of ${unread.join(', ')}: correct what is listed, or leave it out, and run this again\n`,
    );
  const audited = auditPlatform(policy.lines, facts, unread.length === 0 ? repositoryPath(path) : undefined);
  return told(call, { ...audited, notVerified: [...audited.notVerified, ...notVerified] });
}

async function audit(call: Call): Promise<Verdict> {
  const { lines } = policyOf(call);
  const sections = [...new Set(lines.map(({ line }) => line.key.slice(0, line.key.indexOf('.'))))];
  const facts = await readPlatform(await worldOf(call, sections));
  return told(call, auditPlatform(lines, facts, repositoryPath(call.text('policy'))));
}

async function snapshot(call: Call): Promise<Verdict> {
  const path = call.text('snapshot');
  if (!call.json) assertWritable(path);
  const earlier = !call.json && existsSync(path) ? earlierOf(call) : undefined;
  const facts = await readAll(call, SERVICES);
  const now = snapshotOf(facts);
  const missing = whatWasNotRead(facts);
  for (const one of missing) call.terminal.tell(gapLine('not contained', one));
  const lost = earlier === undefined ? [] : partsLost(earlier, now);
  const isEmpty = Object.values(now.services).every((parts) => Object.keys(parts).length === 0);
  if (lost.length > 0)
    call.terminal.tell(
      `${path} is as it was: it has ${lost.join(', ')}, which could not be read now; to write it without, delete it first\n`,
    );
  else if (isEmpty) call.terminal.tell(`${path} was not written: nothing could be read\n`);
  else if (call.json) call.terminal.write(snapshotText(now));
  else {
    write(path, snapshotText(now));
    call.terminal.write(`${path}: ${Object.keys(now.services).join(', ')}\n`);
  }
  return lost.length === 0 && missing.every(({ chosen }) => chosen) ? 'pass' : 'unknown';
}

async function compare(call: Call): Promise<Verdict> {
  const earlier = earlierOf(call);
  const { pinned } = existsSync(call.text('policy')) ? policyOf(call) : { pinned: [] };
  const world = await worldOf(call, SERVICES);
  const facts = await readPlatform(world);
  const now = snapshotOf(facts);
  const changes = compareSnapshots(earlier, now);
  const witnesses = changes.length === 0 ? NO_WITNESSES : await readTraces(world, facts, changes);
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
    whyNothing: (service) => whyNothing(facts, service),
  });
  // What fails is shown with what to do; of what only changed people want to know as well.
  if (!call.json) for (const text of changeLines(judged.checks)) call.terminal.write(`${text}\n`);
  return told(call, { ...judged, checks: changes.length === 0 ? [same] : judged.checks });
}

async function restorePlan(call: Call): Promise<Verdict> {
  const wanted = earlierOf(call);
  const facts = await readAll(call, SERVICES);
  const now = snapshotOf(facts);
  const steps = planRestore(wanted, now, placeOf(call));
  const notPlanned = partsNotPlanned(wanted, now);
  call.terminal.write(call.json ? `${JSON.stringify(steps, null, 2)}\n` : restoreText(steps, notPlanned));
  if (notPlanned.length > 0) for (const one of whatWasNotRead(facts)) call.terminal.tell(gapLine('not planned', one));
  return notPlanned.length === 0 ? 'pass' : 'unknown';
}

/** Throws InputError where there is nothing to ask. */
async function readAll(call: Call, sections: readonly string[]): Promise<Facts> {
  const world = await worldOf(call, sections);
  const unasked = Object.values(world.unasked ?? {});
  if (unasked.length === sections.length)
    throw new InputError([
      'there is nothing to ask: set the token and the name of at least one service (`lockstep help platform`)',
      ...unasked.filter(({ chosen }) => !chosen).map(({ because, remedy }) => `${because}. ${remedy}`),
    ]);
  return readPlatform(world);
}

/** `not contained: stripe.not-asked: Stripe: STRIPE_KEY is not set`, and what to do. */
function gapLine(word: string, { because, chosen, id, remedy, what }: NotVerified): string {
  return `${chosen ? 'left out' : word}: ${id}: ${what}: ${because}. ${remedy}\n`;
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
