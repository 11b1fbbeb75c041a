import type { MigrationReport, PlanReport } from '@lockstep/migrations';

/**
 * Bytes of the output `plan`. A runner hands outputs on as environment variables, and Linux takes none over 128 KiB;
 * the report file has no limit.
 */
const MOST = 48_000;
const FEW = 20;

/**
 * The plan as an output: without statements and findings, and where that is still too much, without more and more of
 * what can be left out. Counts are always of all of it.
 */
export function compactPlan(report: PlanReport): object {
  const { migrations } = report;
  const counts = {
    apply: migrations.filter((each) => each.does === 'apply').length,
    hold: migrations.filter((each) => each.does === 'hold').length,
    contract: migrations.filter((each) => each.phase === 'contract').length,
    withoutDown: migrations.filter((each) => each.down === null).length,
    findings: migrations.reduce((sum, each) => sum + each.findings.length, 0),
    withoutFile: report.withoutFile.length,
    refusals: report.refusals.length,
    notes: report.notes.length,
  };
  const plan = (list: readonly object[], keep: number) => ({
    ...report,
    refusals: report.refusals.slice(0, keep).map((each) => ({ ...each, message: cut(each.message) })),
    withoutFile: report.withoutFile.slice(0, keep),
    notes: report.notes.slice(0, keep).map(cut),
    counts,
    migrations: list,
    moreMigrations: migrations.length - list.length,
  });
  const whole = plan(migrations.map(full), Number.POSITIVE_INFINITY);
  if (bytes(whole) <= MOST) return whole;
  const terse = plan(migrations.map(short), FEW);
  if (bytes(terse) <= MOST) return terse;
  const room = MOST - bytes(plan([], FEW)) - 100;
  const each = migrations.map(short);
  let used = 0;
  const end = each.findIndex((one) => {
    used += bytes(one) + 1;
    return used > room;
  });
  return plan(each.slice(0, Math.max(0, end)), FEW);
}

function full({ findings, moreStatements, statements, ...each }: MigrationReport): object {
  return { ...each, statements: statements.length + moreStatements, findings: findings.length };
}

function short({ does, down, file, phase, version }: MigrationReport): object {
  return { version, file: cut(file), does, phase, down: down !== null };
}

function cut(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
