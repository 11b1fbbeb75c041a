import type { ControlReport } from '../control.ts';

/**
 * The predicate of a Simple Verification Result (https://github.com/in-toto/attestation, spec/predicates/svr.md): its
 * properties are the controls with current evidence, and nothing is said of others.
 */
export function controlsPredicate(report: ControlReport): string {
  const properties = report.rows
    .filter(({ state }) => state === 'current')
    .map(({ control }) => `EVIDENCE_CURRENT:${control.id}`);
  const predicate = { verifier: { id: 'https://lockstep-ci.dev/evidence' }, timeCreated: report.at, properties };
  return `${JSON.stringify(predicate, null, 2)}\n`;
}
