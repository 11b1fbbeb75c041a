import type { SummaryStep } from '@lockstep/action-kit/run-summary';
import type { Shell } from '@lockstep/action-shell';
import type { Verdict } from '@lockstep/base';
import type { ContractData } from '@lockstep/migrations';
import type { RollbackTools } from './end.ts';
import type { Inputs } from './inputs.ts';
import type { RollbackPlan } from './plan.ts';
import type { Reason } from './reasons.ts';
import { both, type DataEnd, restoreData } from './restore-data.ts';
import { rollBackSchema, type SchemaEnd, type SchemaPlan, type SchemaRange } from './schema.ts';
import { dataStep, schemaStep } from './summary.ts';

/** What became of the contract migrations, and of what they had deleted. */
export interface Undone {
  readonly schema: SchemaEnd;
  readonly data: DataEnd | undefined;
  readonly first: readonly SummaryStep[];
  /** Why the traffic may not move. */
  readonly blocked: { readonly verdict: Verdict; readonly reason: Reason; readonly message: string } | undefined;
}

/**
 * The contract migrations, newest first: each is rolled back, and what it had deleted is restored before the next one: an
 * older down migration may write the same rows anew. What an earlier run left to be restored comes first.
 */
export async function undoContracts(
  tools: RollbackTools,
  plan: RollbackPlan,
  values: Inputs,
  shell: Shell,
): Promise<Undone> {
  const { restore, schema } = plan;
  const contracts = schema?.contracts ?? 0;
  const first: SummaryStep[] = [];
  let done: SchemaEnd = NO_MIGRATIONS;
  let data: DataEnd | undefined;
  const bring = async (list: readonly ContractData[]): Promise<Undone['blocked']> => {
    if (restore === undefined || tools.engine === undefined || list.length === 0) return undefined;
    const since = shell.clock.now();
    const end = await restoreData(tools.engine, list, values['archive-triggers'] === 'off');
    data = both(data, end);
    first.push(dataStep(end, shell.clock.now() - since));
    const verdict = end.kind === 'partial' ? 'fail' : 'unknown';
    return end.kind === 'whole' ? undefined : { verdict, reason: 'contract-data-not-restored', message: end.message };
  };
  let blocked = await bring(restore?.pending.toReversed() ?? []);
  // Without anything to restore in between, they go as one.
  const step = restore === undefined ? contracts : 1;
  for (let from = 0; blocked === undefined && from < contracts; from += step) {
    const started = shell.clock.now();
    const range = { from, upTo: from + step };
    const part = await rollBackPart(tools, schema, range, contractValues(plan, values));
    first.push(
      schemaStep(step === 1 ? nameStep(schema, from) : 'Contract migrations', part, shell.clock.now() - started),
    );
    done = joined(done, part);
    if (part.kind === 'down') {
      const version = schema?.chosen[from]?.version;
      blocked = await bring(restore?.applied.filter((each) => each.version === version) ?? []);
    } else blocked = { verdict: 'fail', reason: 'contract-not-undone', message: part.message };
  }
  return { schema: done, data, first, blocked };
}

const NO_MIGRATIONS: SchemaEnd = { kind: 'down', reverted: [], left: [], message: '' };

function nameStep(schema: SchemaPlan | undefined, nth: number): string {
  const version = schema?.chosen[nth]?.version ?? '';
  return (schema?.contracts ?? 0) > 1 ? `Contract migration ${version}` : 'Contract migration';
}

function joined(before: SchemaEnd, { archivedRows = 0, reverted, ...now }: SchemaEnd): SchemaEnd {
  const rows = (before.archivedRows ?? 0) + archivedRows;
  return { ...now, archivedRows: rows, reverted: [...before.reverted, ...reverted] };
}

/** Past a contract, nothing is lost on the way back either: to keep the migration is no choice there. */
function contractValues({ restore }: RollbackPlan, values: Inputs) {
  return restore !== undefined && values['on-data-loss'] === 'keep'
    ? { ...values, 'on-data-loss': 'archive' as const }
    : values;
}

export function rollBackPart(
  { engine }: RollbackTools,
  schema: SchemaPlan | undefined,
  range: SchemaRange,
  values: Inputs,
): Promise<SchemaEnd> | SchemaEnd {
  if (engine === undefined || schema === undefined) return { kind: 'down', reverted: [], left: [], message: '' };
  return rollBackSchema(engine, schema, range, values);
}
