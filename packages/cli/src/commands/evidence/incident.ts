import { incidentProblems } from '@lockstep/action-kit/evidence/incident-problems';
import { InputError, readTogether, type Verdict } from '@lockstep/base';
import type { Call } from '../../command.ts';
import { logOf } from '../../log.ts';
import { answered, connected, durationOf } from './given.ts';

/**
 * Shows incidents, and changes nothing: a comment that is written with a person's token would be the acknowledgement of that
 * person.
 */
export async function incident(call: Call): Promise<Verdict> {
  const { signal, terminal } = call;
  const { values, world } = await readTogether({ values: () => valuesOf(call), world: () => connected(call) });
  const { seenIncidents } = await import('@lockstep/action-kit/evidence/incidents');
  const tools = { ...world, log: logOf(terminal), signal, workspace: process.cwd(), run: null };
  const { checks, notVerified, nowMs, subject } = await seenIncidents(values, tools);
  return answered(call, { subject: `incidents in ${subject}`, nowMs, checks, notVerified }, 'incidents');
}

function valuesOf(call: Call) {
  const problems: string[] = [];
  const values = {
    ...{ environment: call.text('environment'), service: call.text('service') },
    'ledger-creator': call.text('ledger-creator'),
    'acknowledge-within': durationOf(call, 'acknowledge-within', problems),
    'postmortem-within': durationOf(call, 'postmortem-within', problems),
    postmortems: call.text('postmortems'),
  };
  const all = problems.length > 0 ? problems : incidentProblems(values);
  if (all.length > 0) throw new InputError(all);
  return values;
}
