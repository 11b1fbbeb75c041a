import type { CheckJudgement } from '../judge-checks.ts';
import { jsonText } from './json-text.ts';

/** With the reason of whoever shows it, where that has one of its own. */
export type ToldJudgement = Omit<CheckJudgement, 'reason'> & { readonly reason: string };

/**
 * The list itself, which `readCheckList` reads, with what it was judged to. All of it: a list is cut when it is made,
 * never when it is written.
 */
export function checksJson(judgement: ToldJudgement): string {
  const { list, verdict, reason, blocks, message, counts, notes } = judgement;
  return jsonText({ ...list, judgement: { verdict, reason, blocks, message, counts, notes } });
}
