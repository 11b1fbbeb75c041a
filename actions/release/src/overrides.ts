import type { GateOverride } from '@lockstep/github';

const FORM = /^([a-z][a-z0-9-]{0,40}): (\S.{8,198}\S)$/;

/** Every line of the input `overrides` that is none. */
export function overrideProblems(lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => !FORM.test(line))
    .map(
      (line) =>
        `input "overrides": expected GATE: REASON, as the output "overridden" of a gate has it, with a reason of 10 to 200 characters, got "${line.slice(0, 80)}"`,
    );
}

/** As the ledger keeps them. */
export function overridesIn(lines: readonly string[]): readonly GateOverride[] {
  return lines.flatMap((line) => {
    const [, gate, reason] = FORM.exec(line) ?? [];
    return gate === undefined || reason === undefined ? [] : [{ gate, reason }];
  });
}
