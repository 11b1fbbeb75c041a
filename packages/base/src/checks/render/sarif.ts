import { createHash } from 'node:crypto';
import { fileUri } from '../../file-uri.ts';
import { plainLine } from '../../plain-line.ts';
import { acceptanceName } from '../accept-checks.ts';
import type { Check, Place } from '../check.ts';
import type { CheckJudgement, JudgedCheck } from '../judge-checks.ts';
import { jsonText } from './json-text.ts';

/** Of the results of a run GitHub shows 5,000 (docs, "SARIF support for code scanning"). */
const RESULTS = 5_000;

/**
 * What did not pass and has a place in a file, as SARIF 2.1.0. GitHub refuses a whole file for one result without a
 * place (github/codeql-action#1738), so those are counted and not among the results. Whoever reads nothing but this
 * must not take it for clean where the list is not: then the run says that it was not successful.
 */
export function checksSarif(judgement: CheckJudgement): string {
  const { list, checks, verdict } = judgement;
  const placed = checks.filter(({ check }) => check.verdict !== 'pass' && check.where !== undefined);
  const shown = placed.slice(0, RESULTS);
  const open = (some: readonly JudgedCheck[]) => some.filter(({ acceptedBy }) => acceptedBy === undefined);
  const failed = open(checks).filter(({ check }) => check.verdict === 'fail').length;
  const failedHere = open(shown).filter(({ check }) => check.verdict === 'fail').length;
  const isWhole = verdict !== 'unknown' && failed === failedHere;
  const leftOut = placed.length - shown.length;
  const run = {
    tool: {
      driver: {
        name: `lockstep/${plainLine(list.tool.name, 80)}`,
        version: plainLine(list.tool.version, 80),
        rules: rulesOf(shown),
      },
    },
    automationDetails: { id: `lockstep/${plainLine(list.tool.name, 80)}/` },
    invocations: [
      {
        executionSuccessful: isWhole,
        endTimeUtc: list.at,
        ...(isWhole ? {} : { toolExecutionNotifications: [notification(judgement, failed - failedHere)] }),
      },
    ],
    results: resultsOf(shown),
    ...(leftOut > 0 ? { properties: { leftOut } } : {}),
  };
  return jsonText({ version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] });
}

function notification({ message, verdict }: CheckJudgement, elsewhere: number): object {
  const rest = elsewhere > 0 ? `; ${elsewhere} that failed have no place here` : '';
  return { level: verdict === 'fail' ? 'error' : 'warning', message: { text: `${message}${rest}` } };
}

function rulesOf(checks: readonly JudgedCheck[]): readonly object[] {
  const byId = new Map<string, Check>();
  for (const { check } of checks) if (!byId.has(check.id)) byId.set(check.id, check);
  return [...byId.values()].map(({ id, title, remedy }) => ({
    id,
    shortDescription: { text: plainLine(title, 300) || id },
    help: { text: plainLine(remedy, 1_000) || plainLine(title, 300) || id },
  }));
}

function resultsOf(checks: readonly JudgedCheck[]): readonly object[] {
  const seen = new Map<string, number>();
  return checks.flatMap(({ check, acceptedBy }) => {
    if (check.where === undefined) return [];
    const print = fingerprint(check, check.where);
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    return {
      ruleId: check.id,
      // What is not known is no failure, and SARIF has the kind "open" for it, of which the level would be "none"
      // (3.27.9): readers leave those out, and it would look like a pass.
      level: check.verdict === 'fail' ? 'error' : 'warning',
      message: { text: words(check) },
      locations: [locationOf(check.where)],
      partialFingerprints: { 'lockstep/v1': `${print}:${nth}` },
      ...(acceptedBy === undefined
        ? {}
        : {
            suppressions: [
              {
                kind: 'external',
                status: 'accepted',
                justification: plainLine(`${acceptedBy.reason} (${acceptanceName(acceptedBy)})`, 1_000),
              },
            ],
          }),
    };
  });
}

function words({ title, verdict, what, measured, expected, remedy }: Check): string {
  const parts = [
    `${verdict === 'fail' ? '' : 'Not known: '}${title}${what === title ? '' : ` (${what})`}`,
    measured === '' ? '' : `Measured: ${measured}`,
    expected === '' ? '' : `Expected: ${expected}`,
    remedy,
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => plainLine(part, 1_000))
    .join('. ');
}

/** The same for the same thing in the same file, whatever was measured and wherever its line has moved to. */
function fingerprint({ id, what }: Check, { file }: Place): string {
  return createHash('sha256')
    .update(JSON.stringify([id, what, file]))
    .digest('hex')
    .slice(0, 24);
}

function locationOf({ file, line, column }: Place): object {
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return { physicalLocation: { artifactLocation: { uri: fileUri(file) }, ...region } };
}
