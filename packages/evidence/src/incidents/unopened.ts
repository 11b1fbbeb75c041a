import type { Check } from '@lockstep/base';
import type { Incident, IncidentFacts } from './incident.ts';

/** Incidents of the ledger for which no one has opened an issue yet: for whoever only looks. Pure. */
export function unopenedChecks(planned: readonly IncidentFacts[], seen: readonly Incident[]): readonly Check[] {
  const known = new Set(seen.map(({ key }) => key));
  return planned
    .filter(({ key }) => !known.has(key))
    .map(({ cause, key, subject }) => ({
      ...{ id: 'incident/opened', title: 'The incident has an issue', what: `${key} in ${subject}` },
      ...{ verdict: 'fail', reason: 'not-opened', measured: `none, of the cause ${cause}`, expected: 'an issue' },
      remedy: 'run the workflow of the action evidence, which opens it; its input incidents has to be true',
    }));
}
