import type { Policy } from './policy.ts';

export interface CspFinding {
  /** `SCRIPT_UNSAFE_INLINE in script-src`. */
  readonly name: string;
  /** Of csp_evaluator, from 10 (high) to 100. */
  readonly severity: number;
}

/**
 * Weaknesses that every policy of a page has: what one of them forbids, another cannot allow. Undefined where the
 * evaluator cannot read one: it throws on a source that looks like an address and is none.
 */
export async function weaknesses(policies: readonly Policy[]): Promise<readonly CspFinding[] | undefined> {
  // Only whoever has a policy to judge waits for it to load.
  const { CspEvaluator } = await import('csp_evaluator/dist/evaluator.js');
  const { CspParser } = await import('csp_evaluator/dist/parser.js');
  const { Type } = await import('csp_evaluator/dist/finding.js');
  const all = policies.map(({ text }) => {
    try {
      return new CspEvaluator(new CspParser(text).csp).evaluate();
    } catch {
      return undefined;
    }
  });
  if (all.includes(undefined)) return undefined;
  const each = all.map((findings = []) => {
    return new Map(
      findings.map(({ type, directive, severity }) => {
        const name = `${Type[type] ?? type} in ${directive}`;
        return [name, { name, severity: Number(severity) }] as const;
      }),
    );
  });
  const [first, ...others] = each;
  return [...(first?.values() ?? [])]
    .filter(({ name }) => others.every((one) => one.has(name)))
    .toSorted((a, b) => a.severity - b.severity);
}
