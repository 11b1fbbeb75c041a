import type { Check, NotVerified } from '@lockstep/base';
import { isSafe, type Operation } from './contract.ts';
import type { NotCalled } from './plan/plan.ts';

/** How much of a contract was really judged. */
export interface Coverage {
  /** Operations of the contract. */
  readonly all: number;
  /** Those that count: the safe ones, or all of them where all methods may be called. */
  readonly counted: number;
  /** Of the counted: the status of the right request was judged for certain. */
  readonly judged: number;
  /** Of the counted: called, without an answer that says anything for certain. */
  readonly undecided: number;
  /** `judged` of `counted`; 0 where nothing counts. */
  readonly share: number;
}

/** Whether the checks of an operation say for certain what it does. A call without evidence judged nothing. */
export function isJudged(operation: Operation, checks: readonly Check[]): boolean {
  const own = checks.filter(({ what }) => what === operation.name);
  const certain = (id: string) => own.some((check) => check.id === id && check.verdict !== 'unknown');
  return certain('operation/status') || own.some(({ id, verdict }) => id === 'operation/mounted' && verdict === 'fail');
}

export function coverageOf(
  operations: readonly Operation[],
  {
    checks,
    called,
    methods,
  }: { readonly checks: readonly Check[]; readonly called: readonly Operation[]; readonly methods: 'safe' | 'all' },
): Coverage {
  const counted = operations.filter((one) => methods === 'all' || isSafe(one));
  const judged = counted.filter((one) => isJudged(one, checks));
  return {
    all: operations.length,
    counted: counted.length,
    judged: judged.length,
    undecided: counted.filter((one) => called.includes(one) && !judged.includes(one)).length,
    share: counted.length === 0 ? 0 : judged.length / counted.length,
  };
}

/** Whether enough was judged. A tool that skips and stays green is worse than none. */
export function coverageCheck({ judged, undecided, counted, share, all }: Coverage, minimum: number): Check {
  const enough = counted > 0 && share >= minimum;
  const facts = {
    id: 'coverage/operations',
    title: 'Enough operations were really judged',
    what: 'all operations',
    measured: `${judged} of ${counted} judged (the contract has ${all})`,
    expected: `at least ${Math.ceil(minimum * counted)} of ${counted}`,
  };
  if (counted === 0)
    return {
      ...facts,
      verdict: 'unknown',
      reason: 'nothing-to-call',
      remedy:
        'the contract has no operation that may be called: set "methods: all" against a backend whose data may be thrown away',
    };
  // What was asked and did not answer for certain has an unknown of its own: it may still turn out well.
  if (!enough && (judged + undecided) / counted >= minimum)
    return {
      ...facts,
      verdict: 'unknown',
      reason: 'answers-undecided',
      remedy: 'follow the remedies of the unknown checks',
    };
  return enough
    ? { ...facts, verdict: 'pass', reason: 'covered', remedy: '' }
    : {
        ...facts,
        verdict: 'fail',
        reason: 'coverage-too-low',
        remedy: 'give examples for what was not called, or lower "coverage-minimum"',
      };
}

/** Every operation that was not called, with its reason. */
export function gapsOf(notCalled: readonly NotCalled[]): readonly NotVerified[] {
  return notCalled.map(({ operation, because, remedy, chosen }) => ({
    id: 'operation/called',
    what: operation.name,
    because,
    remedy,
    chosen,
  }));
}
