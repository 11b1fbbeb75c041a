import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { dataOf, type Scope } from '../expressions/expressions.ts';

export interface Strategy {
  readonly failFast: boolean;
  readonly maxParallel: number;
  /** One job for each; a job without a matrix has one, which is empty. */
  readonly combinations: readonly Combination[];
}

export type Combination = Readonly<Record<string, unknown>>;

/** The jobs that a `strategy` asks for (docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations). */
export function readStrategy(token: TemplateToken | undefined, scope: Scope): Strategy {
  const strategy = record(dataOf(token, scope));
  const matrix = record(strategy['matrix']);
  const { include, exclude, ...axes } = matrix;
  const combinations = 'matrix' in strategy ? expand(axes, list(include), list(exclude)) : [{}];
  return {
    failFast: strategy['fail-fast'] !== false,
    maxParallel: typeof strategy['max-parallel'] === 'number' ? strategy['max-parallel'] : Number.POSITIVE_INFINITY,
    combinations,
  };
}

/** ` (a, b)` behind a job's name, as the list of checks shows it. */
export function suffix(combination: Combination): string {
  const values = Object.values(combination).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
  return values.length === 0 ? '' : ` (${values.join(', ')})`;
}

function expand(axes: Combination, include: readonly Combination[], exclude: readonly Combination[]): Combination[] {
  let product: Combination[] = Object.keys(axes).length === 0 ? [] : [{}];
  for (const [axis, values] of Object.entries(axes))
    product = product.flatMap((combination) =>
      (Array.isArray(values) ? values : [values]).map((value: unknown) => ({ ...combination, [axis]: value })),
    );
  const kept = product.filter((combination) => !exclude.some((out) => matches(combination, out, Object.keys(out))));
  const extended = kept.map((combination) => ({ ...combination }));
  const added: Combination[] = [];
  for (const extra of include) {
    const shared = Object.keys(extra).filter((key) => key in axes);
    const fitting = kept.flatMap((combination, index) => (matches(combination, extra, shared) ? [index] : []));
    if (fitting.length === 0) added.push(extra);
    for (const index of fitting) Object.assign(extended[index] ?? {}, extra);
  }
  return [...extended, ...added];
}

function matches(combination: Combination, wanted: Combination, keys: readonly string[]): boolean {
  return keys.every((key) => JSON.stringify(combination[key]) === JSON.stringify(wanted[key]));
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function list(value: unknown): Combination[] {
  return Array.isArray(value) ? value.map(record) : [];
}
