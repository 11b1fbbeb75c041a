import type { Check } from '@lockstep/base';
import { type Contract, type MediaRule, type Operation, ruleFor, type Security } from '../contract.ts';
import { type DifferenceKind, differences } from './differences.ts';

export type BreakKind =
  | 'operation-removed'
  | 'status-removed'
  | 'type-removed'
  | 'stricter-auth'
  | 'parameter-required'
  | `answer-${DifferenceKind}`
  | `request-${DifferenceKind}`;

interface Break {
  readonly kind: BreakKind;
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

const TITLE = 'Callers of the live contract keep working';

/**
 * The contract of this release next to that of the live one: each change that breaks a caller of today is a check of its
 * own, by its kind, so that one can be accepted with a reason and the next is still seen.
 */
export function compatibility(live: Contract, next: Contract): readonly Check[] {
  const now = new Map(next.operations.map((operation) => [shapeName(operation), operation]));
  const checks = live.operations.flatMap((before) => {
    const after = now.get(shapeName(before));
    const breaks = after === undefined ? [removed] : breaksOf({ live, before, next, after });
    return breaks.map((one) => checkOf(one, before, after));
  });
  if (checks.length > 0) return checks;
  return [
    {
      id: 'compatibility/kept',
      title: TITLE,
      verdict: 'pass',
      reason: 'compatible',
      what: 'all operations of the live contract',
      measured: `${live.operations.length} operations compared`,
      expected: 'no breaking change',
      remedy: '',
    },
  ];
}

const removed: Break = { kind: 'operation-removed', place: '', before: 'documented', after: 'not there' };

function checkOf({ kind, place, before, after }: Break, old: Operation, now: Operation | undefined): Check {
  const where = now?.where;
  return {
    id: `compatibility/${kind}`,
    title: TITLE,
    verdict: 'fail',
    reason: kind,
    what: place === '' ? old.name : `${old.name} ${place}`,
    ...(where === undefined ? {} : { where }),
    measured: after,
    expected: before,
    remedy:
      'keep the old form until no caller uses it, add the new one next to it, or accept this with a reason and an end',
  };
}

/** A method and a path without the names of its parameters: renaming one breaks no caller. */
function shapeName({ method, path }: Operation): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, '{}')}`;
}

interface Pair {
  readonly live: Contract;
  readonly before: Operation;
  readonly next: Contract;
  readonly after: Operation;
}

function breaksOf(pair: Pair): readonly Break[] {
  const { before, after } = pair;
  return [
    ...authBreaks(before, after),
    ...parameterBreaks(before, after),
    ...answerBreaks(pair),
    ...requestBreaks(pair),
  ];
}

const STRICTNESS: Readonly<Record<Security, number>> = { none: 0, unstated: 0, optional: 1, required: 2 };

function authBreaks(before: Operation, after: Operation): readonly Break[] {
  const [was, is] = [before.security, after.security];
  if (is !== 'required') return [];
  if (was === 'required') return credentialBreaks(before, after);
  if (STRICTNESS[is] <= STRICTNESS[was]) return [];
  return [{ kind: 'stricter-auth', place: '', before: `credentials ${was}`, after: `credentials ${is}` }];
}

/** Who had enough before must have enough now, whichever of the ways they chose. */
function credentialBreaks(
  { credentials: before = [] }: Operation,
  { credentials: after = [] }: Operation,
): readonly Break[] {
  if (after.length === 0) return [];
  const lost = before.filter((had) => !after.some((needed) => needed.every((one) => had.includes(one))));
  return lost.map((had) => ({
    kind: 'stricter-auth',
    place: '',
    before: had.join(' and '),
    after: after.map((needed) => needed.join(' and ')).join(', or '),
  }));
}

function parameterBreaks(before: Operation, after: Operation): readonly Break[] {
  return after.parameters
    .filter(({ required, in: place }) => required && place !== 'path')
    .filter((one) => !before.parameters.some((old) => old.name === one.name && old.in === one.in && old.required))
    .map((one) => ({
      kind: 'parameter-required' as const,
      place: `${one.in} ${one.name}`,
      before: 'not required',
      after: 'required',
    }));
}

function answerBreaks({ live, before, next, after }: Pair): readonly Break[] {
  return before.responses
    .filter(({ status }) => /^2/.test(status))
    .flatMap((rule): readonly Break[] => {
      const now = ruleFor(after, Number(rule.status.replace(/XX/i, '00')));
      if (now === undefined)
        return [{ kind: 'status-removed', place: `HTTP ${rule.status}`, before: 'documented', after: 'not there' }];
      return mediaBreaks(rule.content ?? [], now.content ?? [], (old, one) =>
        differences({ document: live.document, pointer: old }, { document: next.document, pointer: one }, 'answer').map(
          (difference): Break => ({ ...difference, kind: `answer-${difference.kind}` }),
        ),
      );
    });
}

function requestBreaks({ live, before, next, after }: Pair): readonly Break[] {
  return mediaBreaks(before.request, after.request, (old, one) =>
    differences({ document: live.document, pointer: old }, { document: next.document, pointer: one }, 'request').map(
      (difference): Break => ({ ...difference, kind: `request-${difference.kind}` }),
    ),
  );
}

function mediaBreaks(
  before: readonly MediaRule[],
  after: readonly MediaRule[],
  compare: (old: string, now: string) => readonly Break[],
): readonly Break[] {
  return before.flatMap(({ type, schema }): readonly Break[] => {
    const now = after.find((one) => one.type === type);
    if (now === undefined) return [{ kind: 'type-removed', place: type, before: 'documented', after: 'not there' }];
    return schema === undefined || now.schema === undefined ? [] : compare(schema, now.schema);
  });
}
