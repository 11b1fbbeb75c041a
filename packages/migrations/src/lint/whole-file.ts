import { predict } from '../data-loss/predict.ts';
import type { Migration } from '../files/migration.ts';
import type { Parse } from '../parse/parser.ts';
import type { Statement } from '../parse/statements.ts';
import type { Script } from '../sql/inspect.ts';
import { cutSegments } from '../sql/segments.ts';
import type { Finding } from './rule.ts';

/** Rules about a file as a whole: allowed wherever in it. */
export const OF_FILES = ['not-atomic', 'no-down-migration', 'no-archive-unused'];

export function wholeFile(migration: Migration, parse: Parse): Finding[] {
  const about = (rule: string, severity: Finding['severity']) => {
    const allowed = migration.up.allowances.find((each) => each.rule === rule)?.reason;
    const { file, up } = migration;
    const common = { rule, file, line: up.source.firstLine, statement: '', allowed };
    return { ...common, severity: allowed === undefined ? severity : ('note' as const) };
  };
  const findings: Finding[] = [];
  if (cutSegments(migration.up.pieces).length > 1) {
    findings.push({
      ...about('not-atomic', 'note'),
      message: 'cannot run in one transaction: if it fails, its first part stays applied until the next run continues',
      todo: 'put what cannot run in a transaction into a separate file',
    });
  }
  const missing = missingDown(migration);
  if (missing !== undefined) {
    findings.push({
      ...about('no-down-migration', missing),
      message: 'has no down migration: a release that fails leaves it applied',
      todo: 'write one; it may be only a comment if there is nothing to reverse',
    });
  }
  for (const script of [migration.up, migration.down]) {
    for (const what of script?.directives.unfinished ?? []) {
      findings.push({
        ...about('unfinished', 'error'),
        file: script?.source.name ?? migration.file,
        allowed: undefined,
        severity: 'error',
        message: `a draft that is not finished: ${what || 'a line says so'}`,
        todo: 'write what is missing, or accept it in a comment of your own, and delete the line',
      });
    }
    if (script === undefined || !isIdle(script, parse)) continue;
    findings.push({
      ...about('no-archive-unused', 'warning'),
      file: script.source.name,
      line: script.source.firstLine,
      message: 'says "no-archive because …", and deletes nothing: what is added later would be deleted without a copy',
      todo: 'remove the line',
    });
  }
  return findings;
}

/** Whether a script wants no archive, and its statements show that there is nothing to archive. */
function isIdle(script: Script, parse: Parse): boolean {
  if (script.directives.noArchive === undefined) return false;
  const { deletes, opaque } = predict(script, parse);
  return deletes.length === 0 && !opaque;
}

/** How much it matters that a file has no down migration; undefined where it has one. */
export function missingDown({ down, up }: Migration): 'warning' | 'note' | undefined {
  if (down !== undefined) return undefined;
  const isAllowed = up.allowances.some(({ rule }) => rule === 'no-down-migration');
  return isAllowed || up.directives.phase === 'contract' ? 'note' : 'warning';
}

interface Found {
  readonly findings: readonly Finding[];
  /** All ids. */
  readonly rules: readonly string[];
}

/** An allowance that allows nothing hides the next mistake. */
export function unusedAllowances(
  migration: Migration,
  statements: readonly Statement[],
  { findings, rules }: Found,
): Finding[] {
  return migration.up.allowances.flatMap(({ at, rule }) => {
    const statement = statements.find((each) => each.at === at);
    const line = statement?.line ?? migration.up.source.firstLine;
    const ofFile = OF_FILES.includes(rule);
    const known = ofFile || rules.includes(rule);
    const used = findings.some(
      (each) => each.rule === rule && (ofFile || each.line === line) && each.allowed !== undefined,
    );
    if (used) return [];
    const message = known ? `allows ${rule}, which finds nothing here` : `allows ${rule}, which is no rule`;
    return [
      {
        rule: 'unused-allowance',
        severity: 'warning' as const,
        file: migration.file,
        line,
        statement: statement?.shown ?? '',
        message,
        todo: known ? 'remove it' : `the rules are ${[...rules, ...OF_FILES].join(', ')}`,
        allowed: undefined,
      },
    ];
  });
}
