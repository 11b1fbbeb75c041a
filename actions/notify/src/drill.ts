import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { InputError, nameSome, redactText } from '@lockstep/base';
import {
  acknowledgedAfter,
  answerText,
  type DrillReport,
  drillChecks,
  plainText,
  type ReleaseMessage,
  runDrill,
  type Target,
} from '@lockstep/notify';
import { compose, headOf } from './compose.ts';
import type { Inputs } from './inputs.ts';
import { recall } from './memory.ts';
import type { Reason } from './reasons.ts';

/** For whoever compares what documents promise with what was measured: numbers as numbers, and no one's id. */
interface AlertDrillRecord {
  readonly kind: 'lockstep-alert-drill/1';
  readonly verdict: Outcome<Reason>['verdict'];
  readonly at: string;
  readonly acknowledgedMs: number | null;
  readonly withinMs: number;
  readonly run: string | null;
}

/** Sends a marked test through every target, and waits until a person acknowledged it. It is about no release. */
export async function drill(values: Inputs, shell: Shell, targets: readonly Target[]): Promise<Outcome<Reason>> {
  const { problems } = readAccept(values.accept);
  if (problems.length > 0) throw new InputError(problems);
  const message = messageOf(values, shell);
  const names = nameSome(
    targets.map(({ name }) => name),
    10,
  );
  if (values['dry-run']) {
    shell.log.foreign(plainText(message));
    return {
      verdict: 'pass',
      reason: 'dry-run',
      message: `would send a drill to ${names}`,
      outputs: { delivery: [] },
    };
  }
  const options = { awaited: values.acknowledge, withinMs: values['acknowledge-within'] };
  const world = { fetch, clock: shell.clock, signal: shell.signal, timeoutMs: values.timeout };
  const reports = await shell.log.group(`Alert drill: ${names}`, () => runDrill(targets, message, options, world));
  for (const report of reports) shell.log.info(lineOf(report));
  const { checks, gaps } = drillChecks(reports, options);
  const outcome = reportChecks(
    shell,
    {
      subject: [message.environment, message.service].filter((part) => part !== '').join('/') || message.repository,
      nowMs: shell.clock.now(),
      run: shell.env.runId === 0 ? null : shell.env.runUrl,
      tool: { name: 'alert-drill', version: process.env['GITHUB_ACTION_REF'] || 'main' },
      checks,
      notVerified: gaps,
    },
    values,
  );
  const { section: _, ...rest } = outcome;
  const record: AlertDrillRecord = {
    kind: 'lockstep-alert-drill/1',
    verdict: rest.verdict,
    at: new Date(shell.clock.now()).toISOString(),
    acknowledgedMs: acknowledgedAfter(reports, options.awaited),
    withinMs: options.withinMs,
    run: shell.env.runId === 0 ? null : shell.env.runUrl,
  };
  const folder = String(rest.outputs?.['report-directory'] ?? '');
  if (folder !== '') writeFileSync(join(folder, 'drill.json'), redactText(`${JSON.stringify(record, null, 2)}\n`));
  return { ...rest, outputs: { ...rest.outputs, result: rest.message, delivery: reports.map(shownOf) } };
}

function messageOf(values: Inputs, shell: Shell): ReleaseMessage {
  const head = headOf({ ...values, key: '' }, shell, undefined);
  const key = `alert-drill/${head.key}`;
  const end = { state: 'drill', undone: [], failure: '', next: '' } as const;
  const summary = values.summary || 'A test of this alert, started by a workflow.';
  return compose({ ...values, summary }, shell, { head: { ...head, key }, memory: recall([], key), end });
}

function lineOf({ answered, delivery, detail, target }: DrillReport): string {
  const answer = answered.kind === 'yes' ? `, acknowledged ${answerText(answered)}` : '';
  return `${target}: ${delivery}: ${detail}${answer}`;
}

function shownOf({ answered, delivery, detail, target, type }: DrillReport): object {
  if (answered.kind !== 'yes') return { target, type, delivery, detail, acknowledged: answered.kind };
  const { acknowledgement, afterMs } = answered;
  const { by, how } = acknowledgement;
  return { target, type, delivery, detail, acknowledged: 'yes', by, how, seconds: Math.round(afterMs / 1_000) };
}
