import { ADVISORY_SEVERITIES, LEVELS } from './finding.ts';
import type { Gate } from './gate.ts';
import { kindOf, type ReportFormat } from './readers.ts';

export interface IdleField {
  readonly name: string;
  readonly why: string;
}

/** Reports that say what they looked at. */
const NAMES_ITS_PAGE: readonly string[] = ['lighthouse', 'autocannon', 'zap'] satisfies readonly ReportFormat[];

/** Fields that are given and would change nothing: whoever wrote them believes that they do. */
export function idleFields(gate: Gate, given: Readonly<Record<string, unknown>>): readonly IdleField[] {
  const { format } = gate;
  const kind = format === undefined ? undefined : kindOf(format);
  const hasFindings = format !== undefined || gate.uses !== undefined;
  const words: readonly string[] = kind === 'advisories' ? ADVISORY_SEVERITIES : LEVELS;
  const foreign: readonly string[] = kind === 'advisories' ? LEVELS : ADVISORY_SEVERITIES;
  const rules: readonly (readonly [names: readonly string[], isIdle: boolean, why: string])[] = [
    [['new-only', 'fail-on', 'max-warnings', 'accept'], !hasFindings, 'has no effect: an exit code has no findings'],
    [
      ['fail-on'],
      hasFindings && foreign.includes(String(given['fail-on'])),
      `expected one of ${words.join(', ')} here`,
    ],
    [['timeout', 'retry', 'env'], gate.run === undefined, 'has no effect without "run"'],
    [['shards'], gate.reports.length === 0 || kind === 'sizes', 'has no effect without a "report" of files'],
    [['max-age'], format === undefined, 'has no effect without a "report"'],
    [['allow'], format !== 'licenses', 'has no effect without "format: licenses"'],
    [['budgets'], kind !== 'measurements', 'has no effect without a "format" of measured values'],
    [
      ['url'],
      !NAMES_ITS_PAGE.includes(format ?? ''),
      `has no effect: reports of ${NAMES_ITS_PAGE.join(', ')} alone name a page`,
    ],
    [['tolerance'], gate.ratchet === undefined, 'has no effect without "ratchet"'],
    [['minimum'], kind === 'sizes', 'has no effect on sizes, which have a "maximum"'],
    [['maximum'], kind !== undefined && kind !== 'sizes', 'has no effect on coverage, which has a "minimum"'],
  ];
  return rules.flatMap(([names, isIdle, why]) =>
    names.flatMap((name) => (isIdle && given[name] !== undefined ? [{ name, why }] : [])),
  );
}
