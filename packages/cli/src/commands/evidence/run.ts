import { basename } from 'node:path';
import { readAnchored } from '@lockstep/action-kit/evidence/found-trail';
import {
  checksJson,
  checksText,
  count,
  InputError,
  judgeChecks,
  makeCheckList,
  parseDuration,
  systemClock,
  type Verdict,
} from '@lockstep/base';
import {
  anchorAgainst,
  anchorLine,
  appendEntry,
  digestOf,
  headOf,
  judgeTrail,
  keepAnchor,
  type TrailEntry,
  type TrailEvent,
  trailChecks,
} from '@lockstep/evidence';
import type { Call } from '../../command.ts';
import { OwnWords } from '../../own-words.ts';
import { bytesOf, givenAnchors, placesOf } from './places.ts';

const COMMANDS = {
  record,
  verify,
  collect: async (call: Call) => (await import('./collect.ts')).collect(call),
  report: async (call: Call) => (await import('./report.ts')).report(call),
};
const NAMES = Object.keys(COMMANDS).join(', ');

const OPTIONS = ['to', 'anchor-to', 'anchor', 'max-unanchored', 'subject', 'controls-file', 'evidence-path'];

/** What the inputs of the action `evidence` are called here. */
const WORDS = new OwnWords({
  ...Object.fromEntries(OPTIONS.map((name) => [name, `--${name}`])),
  'report-files': '--report-file',
  'trusted-branches': '--trusted-branch',
  'github-token': 'GITHUB_TOKEN',
  's3-region': 'AWS_REGION',
  's3-endpoint': 'AWS_ENDPOINT_URL_S3',
  's3-access-key-id': 'AWS_ACCESS_KEY_ID',
  's3-secret-access-key': 'AWS_SECRET_ACCESS_KEY',
});

export async function runEvidence(call: Call): Promise<Verdict> {
  const command = Object.entries(COMMANDS).find(([name]) => name === call.text('COMMAND'))?.[1];
  if (command === undefined) throw new InputError(`COMMAND: expected one of ${NAMES}, got "${call.text('COMMAND')}"`);
  return await WORDS.wait(() => command(call));
}

async function record(call: Call): Promise<Verdict> {
  const { signal, terminal } = call;
  const entry = entryOf(call);
  const { anchors, trail } = await placesOf(call);
  const against = anchors === undefined ? undefined : await anchorAgainst(trail, anchors, { signal });
  if (against !== undefined) {
    const told = `${trail.name}: ${against.source} knows another record ${against.number}; nothing was appended; run verify`;
    terminal.write(`${call.json ? JSON.stringify({ verdict: 'fail', against: against.source }, null, 2) : told}\n`);
    return 'fail';
  }
  const { differs, isAgain, number, digest } = await appendEntry(trail, entry, { clock: systemClock, signal });
  const head = (await headOf(trail, { signal })) ?? { number, digest };
  const kept = anchors === undefined ? undefined : await keepAnchor(anchors, head, { signal });
  const isLocked = kept === undefined || kept.lockedUntilMs !== undefined;
  const verdict = isLocked && !differs ? 'pass' : 'unknown';
  const anchor = anchorLine(head);
  const answer = {
    verdict,
    number,
    isAgain,
    differs,
    records: head.number,
    digest: head.digest,
    anchor,
    anchorAt: kept?.key,
  };
  const lock = isLocked ? '' : `\nits anchor is in ${anchors?.name}, which shows no lock`;
  const again = differs
    ? ', which is there and says something else: give another --id'
    : isAgain
      ? ', recorded before'
      : '';
  const words = `record ${number} of ${trail.name}: ${entry.id}${again}\n${anchor}${lock}`;
  terminal.write(`${call.json ? JSON.stringify(answer, null, 2) : words}\n`);
  return verdict;
}

function entryOf(call: Call): TrailEntry {
  const problems = ['event', 'subject'].flatMap((name) =>
    call.text(name) === '' ? [`--${name}: required for record`] : [],
  );
  const files = call.texts('file').flatMap((path): [string, string][] => {
    const bytes = bytesOf('file', path, problems);
    return bytes === undefined ? [] : [[basename(path), digestOf(bytes)]];
  });
  const actor = call.text('actor-id');
  if (!/^([1-9]\d{0,14})?$/.test(actor))
    problems.push(`--actor-id: expected the numeric id of a person, got "${actor}"`);
  if (problems.length > 0) throw new InputError(problems);
  const event = call.text('event');
  const code = call.text('code') || event;
  const happenedAt = call.text('happened-at') || new Date().toISOString();
  return {
    id: call.text('id') || [event, call.text('subject'), code, happenedAt.replace(/\.\d+Z$/, 'Z')].join('/'),
    event: event as TrailEvent,
    subject: call.text('subject'),
    verdict: call.text('result') as Verdict,
    reason: code,
    actor: actor === '' ? null : Number(actor),
    run: null,
    happenedAt,
    files: Object.fromEntries(files),
  };
}

async function verify(call: Call): Promise<Verdict> {
  const { json, signal, terminal } = call;
  const maxUnanchoredMs = parseDuration(call.text('max-unanchored'));
  const given = givenAnchors(call);
  if (maxUnanchoredMs === undefined)
    throw new InputError(`--max-unanchored: expected a duration like 35d, got "${call.text('max-unanchored')}"`);
  const places = await placesOf(call);
  const { name, ...facts } = await readAnchored(places, given, { clock: systemClock, signal });
  const report = judgeTrail(facts);
  const { checks, notVerified } = trailChecks(facts, report, { name, maxUnanchoredMs });
  const list = makeCheckList({
    ...{ subject: name, nowMs: facts.nowMs, run: null, tool: { name: 'evidence', version: 'cli' } },
    ...{ checks: WORDS.checks(checks), notVerified: WORDS.gaps(notVerified) },
  });
  const judgement = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, facts.nowMs);
  const answer = json ? checksJson(judgement) : checksText(judgement, terminal.paint);
  terminal.tell(`${count(facts.objects.length, 'record')}, proven up to record ${report.anchored}\n`);
  terminal.write(answer.endsWith('\n') ? answer : `${answer}\n`);
  return judgement.verdict;
}
