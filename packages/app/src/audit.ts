import type { Check } from '@lockstep/base';
import type { AppFacts } from './app-facts.ts';
import { checkOf } from './checks/check.ts';
import { appChecks } from './checks.ts';

/** Looks at the sources of an app, and at what its last build wrote. Runs nothing. */
export function auditApp(facts: AppFacts): readonly Check[] {
  return appChecks.flatMap((check) => check.look(facts).map((finding) => checkOf(check, finding, facts.sources)));
}
