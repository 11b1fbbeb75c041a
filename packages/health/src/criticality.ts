import { fits } from '@lockstep/base';

/** Which checks of an answer may decide. Names with `*` for any run of characters. */
export interface Criticality {
  /** Where this names any check, all others are advisory. */
  readonly critical: readonly string[];
  readonly advisory: readonly string[];
}

/** A check that is named both ways is critical: the safe side. */
export function isCritical(name: string, criticality: Criticality): boolean {
  if (criticality.critical.length > 0) return criticality.critical.some((pattern) => fits(pattern, name));
  return !criticality.advisory.some((pattern) => fits(pattern, name));
}

/** The critical patterns that no check of the answer fits: asked for and absent. */
export function absentCritical(names: readonly string[], criticality: Criticality): readonly string[] {
  return criticality.critical.filter((pattern) => !names.some((name) => fits(pattern, name)));
}
