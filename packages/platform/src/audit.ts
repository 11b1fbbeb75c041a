import type { Check, NotVerified } from '@lockstep/base';
import { whyNothing } from './access.ts';
import type { Facts } from './facts.ts';
import type { PolicyLine } from './policy/read-policy.ts';

export interface Audited {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

/** Judges each line of a policy by what was read. `file` is the policy's place in the repository, where it has one. */
export function auditPlatform(lines: readonly PolicyLine[], facts: Facts, file?: string): Audited {
  const checks: Check[] = [];
  const notVerified: NotVerified[] = [];
  for (const { at, demand, line } of lines) {
    const section = line.key.slice(0, line.key.indexOf('.'));
    const late = facts.unanswered?.[section];
    if (late !== undefined) {
      const remedy = 'Run the audit again.';
      notVerified.push({ id: line.key, what: line.title, because: late, remedy, chosen: false });
      continue;
    }
    for (const found of demand.judge(facts)) {
      if (found.kind === 'gap') {
        // One reason for all of them, where there is one.
        const { because, remedy } = whyNothing(facts, section) ?? found;
        const { what } = found;
        notVerified.push({ id: line.key, what, because, remedy, chosen: false });
        continue;
      }
      const { expected, measured, reason, remedy, verdict, what } = found;
      const where = file === undefined ? {} : { where: { file, line: at } };
      checks.push({ id: line.key, title: line.title, verdict, reason, what, ...where, measured, expected, remedy });
    }
  }
  return { checks, notVerified };
}
