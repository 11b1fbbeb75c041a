import { type RunSummary, type SummaryStep, showRunSummary } from '@lockstep/action-kit/run-summary';
import { type Outcome, reasonLink } from '@lockstep/action-shell';
import { inlineText, nameSome, type Verdict } from '@lockstep/base';
import type { UndoEnd } from '@lockstep/vercel';
import type { Reason } from './reasons.ts';
import type { DataEnd } from './restore-data.ts';
import type { SchemaEnd } from './schema.ts';

/** The longest message that is shown whole; what is cut is in the log. */
const LONGEST_MESSAGE = 1_000;

export function trafficStep({ message, verdict }: UndoEnd, ms: number): SummaryStep {
  return { name: 'Traffic', verdict, result: inlineText(message, LONGEST_MESSAGE), ms };
}

const SCHEMA_VERDICTS: Readonly<Record<SchemaEnd['kind'], Verdict>> = {
  down: 'pass',
  kept: 'pass',
  shared: 'unknown',
  failed: 'fail',
  unknown: 'unknown',
};

export function schemaStep(name: string, { kind, left, message, reverted }: SchemaEnd, ms?: number): SummaryStep {
  const parts = [
    ...(reverted.length === 0 ? [] : [`rolled back: ${nameSome(reverted, 10)}`]),
    ...(left.length === 0 ? [] : [`remaining: ${nameSome(left, 10)}`]),
    ...(kind === 'down' && reverted.length > 0 ? [] : [message]),
  ];
  const verdict = kind === 'down' && reverted.length === 0 && left.length === 0 ? undefined : SCHEMA_VERDICTS[kind];
  return { name, verdict, result: inlineText(parts.filter((part) => part !== '').join('; '), LONGEST_MESSAGE), ms };
}

export function dataStep({ kind, message }: DataEnd, ms: number): SummaryStep {
  const verdict = { whole: 'pass', partial: 'fail', unknown: 'unknown' } as const;
  return { name: 'Data from the archive', verdict: verdict[kind], result: inlineText(message, LONGEST_MESSAGE), ms };
}

/** What the run page says of how a rollback ended. */
export interface RollbackSummary extends Pick<RunSummary, 'verdict' | 'title' | 'steps'> {
  readonly reason: Outcome<Reason>['reason'];
  readonly message: string;
  /** The command that resolves it, where it did not finish. */
  readonly hint?: string | undefined;
  /** In Markdown; undefined where nothing was planned. */
  readonly plan?: string | undefined;
}

export function showSummary({ hint, message, plan, reason, steps, title, verdict }: RollbackSummary): string {
  const link = `[\`${reason}\`](${reasonLink(reason, process.env)})`;
  const next =
    verdict === 'pass' ? [] : [hint === undefined ? `What to do: ${link}.` : `What to do: ${hint} (${link}).`];
  const details = plan === undefined ? [] : [{ title: 'The plan', markdown: plan }];
  return showRunSummary({ verdict, title, lead: [inlineText(message, LONGEST_MESSAGE), ...next], steps, details });
}
