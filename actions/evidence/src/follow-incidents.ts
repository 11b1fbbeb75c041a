import { join } from 'node:path';
import { reportChecks } from '@lockstep/action-kit/audit';
import { markdownIn } from '@lockstep/action-kit/evidence/markdown-in';
import { githubClient } from '@lockstep/action-kit/github';
import { readPastReleases } from '@lockstep/action-kit/past-releases';
import { servicesOf } from '@lockstep/action-kit/services-of';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { nameSome } from '@lockstep/base';
import type { ReleaseFacts, TrailEntry } from '@lockstep/evidence';
import {
  factsComment,
  INCIDENT_LABEL,
  type Incident,
  type IncidentFacts,
  type IncidentIssues,
  type IncidentPolicy,
  incidentChecks,
  keepRecords,
  openIncidents,
  planIncidents,
  postmortemOf,
  postmortemsIn,
  readIncidents,
  timelineOf,
  timesOf,
  writeFacts,
} from '@lockstep/evidence/incidents';
import { type LedgerSource, openLabelledIssues, readHistory, servicesIn } from '@lockstep/github';
import { writeFiles } from './collect/write-files.ts';
import { inServerTime } from './in-server-time.ts';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { toolOf } from './tool.ts';
import { trailOf } from './trail.ts';

/** Of the ledger, this is looked at; an incident that was opened is followed for as long as its issue is there. */
const LEDGER_MS = 31 * 86_400_000;
const MOST_RELEASES = 200;

/** Opens what is missing, writes what is known into the issues and the trail, and reports what has to happen. */
export async function runIncidents(values: Inputs, given: Shell): Promise<Outcome<Reason>> {
  const shell = await inServerTime(values, given);
  const { clock, env, log, signal } = shell;
  const github = githubClient(values, shell);
  const { trail } = await trailOf(values, shell);
  const nowMs = clock.now();
  const { environment } = values;
  const ledger = { github, creator: values['ledger-creator'] };
  const window = { fromMs: nowMs - LEDGER_MS, toMs: nowMs };
  const services = await servicesOf(github, { ...ledger, environment, service: values.service, fromMs: window.fromMs });
  const releases: ReleaseFacts[] = [];
  const planned: IncidentFacts[] = [];
  for (const service of services) {
    const options = { ...{ environment, service, window }, creator: ledger.creator, most: MOST_RELEASES };
    const past = await readPastReleases(github, options);
    releases.push(...past.releases);
    planned.push(...planIncidents(subjectOf(environment, service), past.releases));
  }
  const hasReleases = releases.length > 0 || (await hasEverReleased(ledger, values));
  const subject = subjectOf(environment, services.length === 1 ? (services[0] ?? '') : '');
  const issues: IncidentIssues = openLabelledIssues(github, INCIDENT_LABEL);
  if (values['dry-run']) {
    const keys = nameSome(
      planned.map(({ key }) => key),
      10,
    );
    return {
      verdict: 'pass',
      reason: 'dry-run',
      message: `the ledger has ${planned.length} incidents: ${keys || 'none'}`,
    };
  }
  const opened = await openIncidents(planned, issues);
  for (const key of opened.opened) log.info(`opened an issue for ${key}`);
  const isOurs = (one: string) =>
    one === subject || (values.service === '' && `${one}/`.startsWith(`${subjectOf(environment, '')}/`));
  const incidents = await readIncidents(opened.issues, planned, { issues, subject, isOurs });
  const run = env.runId === 0 ? null : { id: env.runId, attempt: env.runAttempt };
  const { checks: recorded, records } = await keepRecords(incidents, trail, { clock, signal, run });
  const stories = storiesOf(incidents, releases, { records, nowMs });
  for (const { incident, text } of stories) await writeFacts(incident.number, text, issues);
  const { section: _, ...outcome } = reportChecks(
    shell,
    {
      ...{
        subject: `incidents in ${subject}`,
        nowMs,
        run: env.runId === 0 ? null : env.runUrl,
        tool: toolOf('incidents'),
      },
      checks: [
        ...incidentChecks(incidents, policyOf(values, hasReleases, env.workspace), nowMs),
        ...recorded,
      ],
    },
    values,
  );
  const folder = String(outcome.outputs?.['report-directory'] ?? '');
  keep(folder, stories);
  const open = incidents.filter(({ closedMs }) => closedMs === null).length;
  return {
    ...outcome,
    outputs: {
      ...outcome.outputs,
      opened: opened.opened.length,
      open,
      'incidents-path': join(folder, 'incidents.json'),
    },
  };
}

/** `production/web`, as the first line of an issue has it. */
function subjectOf(environment: string, service: string): string {
  return [environment, service]
    .filter((part) => part !== '')
    .map(encodeURIComponent)
    .join('/');
}

/** A misspelled environment or service looks like one in which nothing went wrong. */
async function hasEverReleased(ledger: LedgerSource, { environment, service }: Inputs): Promise<boolean> {
  if (service === '') return (await servicesIn(ledger, environment, { fromMs: 0 })).length > 0;
  return (await readHistory(ledger, { environment, service }, { fromMs: 0, most: 1 })).releases.length > 0;
}

function policyOf(values: Inputs, hasReleases: boolean, workspace: string): IncidentPolicy {
  const texts = markdownIn(values.postmortems, workspace);
  return {
    ...{ acknowledgeWithinMs: values['acknowledge-within'], hasReleases },
    ...{ postmortemWithinMs: values['postmortem-within'], postmortems: texts && postmortemsIn(texts) },
  };
}

interface Story {
  readonly incident: Incident;
  /** The comment with what is known. */
  readonly text: string;
  readonly postmortem: string;
}

function storiesOf(
  incidents: readonly Incident[],
  releases: readonly ReleaseFacts[],
  { nowMs, records }: { readonly records: readonly TrailEntry[]; readonly nowMs: number },
): readonly Story[] {
  return incidents.map((incident) => {
    const release = releases.find(({ id }) => id === incident.release);
    const timeline = timelineOf(incident, release, records);
    return { incident, text: factsComment(incident, timeline, nowMs), postmortem: postmortemOf(incident, timeline) };
  });
}

/** For reports and the status page, and a draft of each postmortem. */
function keep(folder: string, stories: readonly Story[]): void {
  const incidents = stories.map(({ incident }) => ({ ...incident, times: timesOf(incident) }));
  const all = { kind: 'lockstep-incidents/1', incidents };
  const drafts = stories.map(({ incident, postmortem }) => [`postmortem-${incident.number}.md`, postmortem]);
  writeFiles(folder, { 'incidents.json': `${JSON.stringify(all, null, 2)}\n`, ...Object.fromEntries(drafts) });
}
