import { type Check, count, formatDuration } from '@lockstep/base';
import { type ClockState, clocksOf } from './clocks.ts';
import { DECISIONS, type Incident, nameOf } from './incident.ts';
import { type PostmortemPolicy, postmortemChecks } from './postmortem-check.ts';
import { timesOf } from './times.ts';

export interface IncidentPolicy extends PostmortemPolicy {
  /** Whether the ledger has ever had a release of this environment and service. */
  readonly hasReleases: boolean;
  readonly acknowledgeWithinMs: number;
}

/**
 * What has to happen with incidents, as checks. There are always two: that they were looked at, and that closed ones have a
 * postmortem. Where there is neither an incident nor a release ever, the look may have gone to the wrong place. Pure.
 */
export function incidentChecks(
  incidents: readonly Incident[],
  policy: IncidentPolicy,
  nowMs: number,
): readonly Check[] {
  const hasSeen = policy.hasReleases || incidents.length > 0;
  return [
    known(incidents, policy),
    ...incidents.flatMap((incident) => [
      acknowledged(incident, policy, nowMs),
      ...clocks(incident, nowMs),
      ...unclear(incident),
      ...(incident.closedMs === null ? [] : [closed(incident)]),
    ]),
    ...postmortemChecks(incidents, policy, { hasSeen, nowMs }),
  ];
}

function known(incidents: readonly Incident[], { hasReleases }: IncidentPolicy): Check {
  const open = incidents.filter(({ closedMs }) => closedMs === null).length;
  const base = {
    ...{ id: 'incident/known', title: 'Incidents are known', what: 'ledger and issues' },
    expected: 'incidents, or releases without one',
  };
  return hasReleases || incidents.length > 0
    ? {
        ...{ ...base, verdict: 'pass', reason: 'read', remedy: '' },
        measured: `${count(incidents.length, 'incident')}, ${open} open`,
      }
    : {
        ...{ ...base, verdict: 'unknown', reason: 'nothing-seen', measured: 'no incident, and no release ever' },
        remedy: 'check environment, service and ledger-creator; before the first release, leave this step out',
      };
}

function acknowledged(incident: Incident, { acknowledgeWithinMs }: IncidentPolicy, nowMs: number): Check {
  const { acknowledgeMs } = timesOf(incident);
  const soFarMs = acknowledgeMs ?? (incident.closedMs ?? nowMs) - incident.openedMs;
  const isLate = soFarMs > acknowledgeWithinMs;
  const isOver = acknowledgeMs !== null || incident.closedMs !== null || isLate;
  const measured = acknowledgeMs === null ? `by no one for ${formatDuration(soFarMs)}` : formatDuration(acknowledgeMs);
  return {
    ...{ id: 'incident/acknowledged', title: 'A person acknowledged the incident in time', what: nameOf(incident) },
    verdict: isLate || (isOver && acknowledgeMs === null) ? 'fail' : 'pass',
    reason: acknowledgeMs === null ? (isOver ? 'not-acknowledged' : 'awaited') : isLate ? 'late' : 'acknowledged',
    measured,
    expected: `within ${formatDuration(acknowledgeWithinMs)}`,
    remedy: isLate ? 'write a comment, and check why alerts did not reach anyone: run the drill of notify' : '',
  };
}

const VERDICTS: Readonly<Record<ClockState, Check['verdict']>> = {
  'not-needed': 'pass',
  done: 'pass',
  late: 'fail',
  undated: 'unknown',
  running: 'pass',
  undecided: 'unknown',
  overdue: 'fail',
};

const DECIDE = 'decide whether personal data is affected, notify, and add the labels to the issue';
const CLOCK_REMEDIES: Readonly<Record<ClockState, string>> = {
  'not-needed': '',
  done: '',
  late: 'the label came after that time: where they were notified before, write into the postmortem when and how; GDPR 33(1) asks for the reasons of a delay',
  undated: 'the issue does not show when the label came: write into the postmortem when they were notified',
  running: '',
  undecided: DECIDE,
  overdue: DECIDE,
};

function clocks(incident: Incident, nowMs: number): readonly Check[] {
  return clocksOf(incident, nowMs).map(({ dueMs, id, state, title }) => ({
    ...{ id: `incident/${id}`, title, what: nameOf(incident), verdict: VERDICTS[state], reason: `clock-${state}` },
    measured: state,
    expected: `until ${new Date(dueMs).toISOString().slice(0, 16)}Z, where personal data is affected`,
    remedy: CLOCK_REMEDIES[state],
  }));
}

function closed(incident: Incident): Check {
  const isPerson = incident.closedBy !== null;
  return {
    ...{ id: 'incident/closed-by-person', title: 'A person closed the incident', what: nameOf(incident) },
    verdict: isPerson ? 'pass' : 'fail',
    reason: isPerson ? 'closed' : 'closed-by-machine',
    measured: isPerson ? `by the person ${incident.closedBy}` : 'by no person',
    expected: 'by a person',
    remedy: isPerson ? '' : 'open the issue again, and close it when it is over',
  };
}

/** What people may have meant otherwise: nothing is said where all is clear. */
function unclear(incident: Incident): readonly Check[] {
  const { copies, unclearLabels } = incident;
  const of = { what: nameOf(incident), verdict: 'unknown' as const };
  const labels: Check = {
    ...{ ...of, id: 'incident/labels', title: 'Labels of the incident are clear', reason: 'labels-unclear' },
    ...{ measured: unclearLabels.join(', '), expected: Object.values(DECISIONS).join(', ') },
    remedy: 'remove those that are wrong, and add the one that is meant',
  };
  const twice: Check = {
    ...{ ...of, id: 'incident/one-issue', title: 'The incident has one issue', reason: 'copied' },
    ...{ measured: `also ${copies.map((number) => `#${number}`).join(', ')}`, expected: 'one issue' },
    remedy:
      'close the other one as a duplicate; where it is about something else, remove its line that begins with <!--',
  };
  return [...(unclearLabels.length > 0 ? [labels] : []), ...(copies.length > 0 ? [twice] : [])];
}
