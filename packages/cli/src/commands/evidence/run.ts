import { entryOf } from '@lockstep/action-kit/evidence/entry';
import { readAnchored } from '@lockstep/action-kit/evidence/found-trail';
import { headFacts, recordEntries } from '@lockstep/action-kit/evidence/record';
import { count, InputError, parseDuration, type Verdict } from '@lockstep/base';
import { judgeTrail, type TrailEntry, trailChecks } from '@lockstep/evidence';
import type { Call } from '../../command.ts';
import { tellChecks } from '../../tell-checks.ts';
import { tellEnd } from '../../tell-end.ts';
import type { EvidenceCommand } from './commands.ts';
import { clockOfTrail } from './given.ts';
import { givenAnchors, placesOf } from './places.ts';
import { WORDS } from './words.ts';

const COMMANDS: Readonly<Record<EvidenceCommand, (call: Call) => Promise<Verdict>>> = {
  record,
  verify,
  collect: async (call: Call) => (await import('./collect.ts')).collect(call),
  report: async (call: Call) => (await import('./report.ts')).report(call),
  documents: async (call: Call) => (await import('./documents.ts')).documents(call),
  status: async (call: Call) => (await import('./status.ts')).status(call),
  incident: async (call: Call) => (await import('./incident.ts')).incident(call),
  'error-budget': async (call: Call) => (await import('./error-budget.ts')).errorBudget(call),
};

export async function runEvidence(call: Call): Promise<Verdict> {
  return await WORDS.wait(() => COMMANDS[call.text('COMMAND') as EvidenceCommand](call));
}

async function record(call: Call): Promise<Verdict> {
  const { signal } = call;
  const clock = await clockOfTrail(call);
  const entry = entryFor(call, clock.now());
  const recorded = await recordEntries(await placesOf(call, clock), [entry], { clock, signal });
  const { appended: [own] = [], end, head, kept, message } = recorded;
  const facts = head === undefined ? undefined : headFacts(head);
  return tellEnd(
    call,
    'evidence',
    { ...end, message },
    {
      data: { number: own?.number, isAgain: own?.isAgain, differs: own?.differs, ...facts, anchorAt: kept?.key },
      text: facts === undefined ? '' : `record ${own?.number}: ${entry.id}\n${facts.anchor}\n`,
    },
  );
}

function entryFor(call: Call, nowMs: number): TrailEntry {
  const values = {
    ...{ event: call.text('event'), subject: call.text('subject'), files: call.texts('file') },
    ...{ 'event-code': call.text('code'), 'event-id': call.text('id'), 'happened-at': call.text('happened-at') },
    ...{ 'event-result': call.text('result') as Verdict, 'actor-id': call.text('actor-id') },
  };
  return entryOf(values, { run: null, nowMs, workspace: process.cwd() });
}

async function verify(call: Call): Promise<Verdict> {
  const { signal, terminal } = call;
  const maxUnanchoredMs = parseDuration(call.text('max-unanchored'));
  const given = givenAnchors(call);
  if (maxUnanchoredMs === undefined)
    throw new InputError(`--max-unanchored: expected a duration like 35d, got "${call.text('max-unanchored')}"`);
  const clock = await clockOfTrail(call);
  const { name, ...facts } = await readAnchored(await placesOf(call, clock), given, { clock, signal });
  const report = judgeTrail(facts);
  const { checks, notVerified } = trailChecks(facts, report, { name, maxUnanchoredMs });
  terminal.tell(`${count(facts.objects.length, 'record')}, proven up to record ${report.anchored}\n`);
  const found = { checks: WORDS.checks(checks), notVerified: WORDS.gaps(notVerified) };
  return tellChecks(call, { subject: name, tool: 'evidence', nowMs: facts.nowMs, ...found });
}
