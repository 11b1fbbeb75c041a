import type { Check, Clock, Logger, NotVerified } from '@lockstep/base';
import type { ReleaseFacts, TrailEntry, TrailStore } from '@lockstep/evidence';
import {
  factsComment,
  INCIDENT_LABEL,
  type Incident,
  type IncidentFacts,
  type IncidentPolicy,
  type IncidentReading,
  incidentChecks,
  keepRecords,
  openIncidents,
  planIncidents,
  postmortemOf,
  postmortemsIn,
  readIncidents,
  subjectOf,
  timelineOf,
  timesOf,
  unopenedChecks,
  writeFacts,
} from '@lockstep/evidence/incidents';
import { type GitHub, type LedgerSource, openLabelledIssues, readHistory, servicesIn } from '@lockstep/github';
import { readPastReleases } from '../past-releases.ts';
import { readServices, servicesOf } from '../services-of.ts';
import { markdownIn } from './markdown-in.ts';

export interface IncidentValues {
  readonly environment: string;
  readonly service: string;
  readonly 'ledger-creator': string;
  /** In ms. */
  readonly 'acknowledge-within': number;
  /** In ms. */
  readonly 'postmortem-within': number;
  /** Folder of the repository with the postmortems. */
  readonly postmortems: string;
}

export interface IncidentTools {
  /** GitHub's, where that of the machine is wrong. */
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** The folder of the repository. */
  readonly workspace: string;
  readonly github: GitHub;
  readonly run: TrailEntry['run'];
}

export interface FollowedIncidents {
  readonly subject: string;
  readonly nowMs: number;
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
  /** By their names in the report directory: all incidents as JSON, and a draft of each postmortem. */
  readonly files: Readonly<Record<string, string>>;
  readonly opened: number;
  readonly open: number;
}

/** Of the ledger, this is looked at; an incident that was opened is followed for as long as its issue is there. Of all services
 * together so many releases are read: GitHub gives a job 1,000 requests an hour. */
const LEDGER_MS = 31 * 86_400_000;
const MOST_RELEASES = 200;

/** What the ledger says, and the issues that there are of it. */
export interface LedgerIncidents extends IncidentReading {
  readonly nowMs: number;
  readonly planned: readonly IncidentFacts[];
  readonly releases: readonly ReleaseFacts[];
  readonly hasReleases: boolean;
  /** Releases that were not looked at. */
  readonly notVerified: readonly NotVerified[];
}

/** Reads the incidents of the ledger; without a service, those of all of the environment. Throws RemoteError. */
export async function ledgerIncidents(
  values: IncidentValues,
  { clock, github }: IncidentTools,
): Promise<LedgerIncidents> {
  const nowMs = clock.now();
  const { environment } = values;
  const ledger = { github, creator: values['ledger-creator'] };
  const window = { fromMs: nowMs - LEDGER_MS, toMs: nowMs };
  const services = await servicesOf(github, { ...ledger, environment, service: values.service, fromMs: window.fromMs });
  const lines = await readServices(services, MOST_RELEASES, async (service, most) => {
    const options = { ...{ environment, service, window }, creator: ledger.creator, most, isLedgerOnly: true };
    const past = await readPastReleases(github, options);
    return {
      found: { ...past, planned: planIncidents(subjectOf({ environment, service }), past.releases) },
      records: past.records,
    };
  });
  const releases = lines.flatMap((line) => line.releases);
  // What was asked for, and not what is there just now: the next month another service may be released.
  const subject = subjectOf({ environment, service: values.service });
  return {
    ...{ subject, nowMs, releases, planned: lines.flatMap(({ planned }) => planned) },
    notVerified: lines.flatMap(({ gaps }) => gaps).map(unreadOf),
    hasReleases: releases.length > 0 || (await hasEverReleased(ledger, values)),
    issues: openLabelledIssues(github, INCIDENT_LABEL),
    isOurs: (one) => one === subject || (values.service === '' && `${one}/`.startsWith(`${subject}/`)),
  };
}

function unreadOf(gap: string): NotVerified {
  const remedy = 'follow incidents by a job for each service, with the input service';
  return { id: 'incident/known', what: 'older releases of the last 31 days', because: gap, remedy, chosen: false };
}

/** A misspelled environment or service looks like one in which nothing went wrong. */
async function hasEverReleased(ledger: LedgerSource, { environment, service }: IncidentValues): Promise<boolean> {
  if (service === '') return (await servicesIn(ledger, environment, { fromMs: 0 })).length > 0;
  return (await readHistory(ledger, { environment, service }, { fromMs: 0, most: 1 })).releases.length > 0;
}

/** Opens what is missing, writes what is known into the issues and the trail, and says what has to happen. */
export async function followIncidents(
  values: IncidentValues,
  tools: IncidentTools,
  trail: TrailStore,
): Promise<FollowedIncidents> {
  const { log } = tools;
  const ledger = await ledgerIncidents(values, tools);
  const { issues, notVerified, nowMs, planned, releases, subject } = ledger;
  const opened = await openIncidents(planned, issues);
  for (const key of opened.opened) log.info(`opened an issue for ${key}`);
  const incidents = await readIncidents(opened.issues, planned, ledger);
  const { checks, records } = await keepRecords(incidents, trail, tools);
  const stories = storiesOf(incidents, releases, { records, nowMs });
  for (const { incident, text } of stories) await writeFacts(incident.number, text, issues);
  return {
    ...{ subject, nowMs, notVerified, files: filesOf(stories), opened: opened.opened.length, open: openOf(incidents) },
    checks: [...incidentChecks(incidents, policyOf(values, ledger, tools.workspace), nowMs), ...checks],
  };
}

/** The same, for whoever only looks: nothing is opened, written or recorded. */
export async function seenIncidents(
  values: IncidentValues,
  tools: IncidentTools,
): Promise<Pick<FollowedIncidents, 'subject' | 'nowMs' | 'checks' | 'notVerified'>> {
  const ledger = await ledgerIncidents(values, tools);
  const { issues, notVerified, nowMs, planned, subject } = ledger;
  const { issues: all } = await openIncidents([], issues);
  const incidents = await readIncidents(all, planned, ledger);
  const judged = incidentChecks(incidents, policyOf(values, ledger, tools.workspace), nowMs);
  return { subject, nowMs, notVerified, checks: [...judged, ...unopenedChecks(planned, incidents)] };
}

function openOf(incidents: readonly Incident[]): number {
  return incidents.filter(({ closedMs }) => closedMs === null).length;
}

function policyOf(values: IncidentValues, { hasReleases }: LedgerIncidents, workspace: string): IncidentPolicy {
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
function filesOf(stories: readonly Story[]): Readonly<Record<string, string>> {
  const incidents = stories.map(({ incident }) => ({ ...incident, times: timesOf(incident) }));
  const all = { kind: 'lockstep-incidents/1', incidents };
  const drafts = stories.map(({ incident, postmortem }) => [`postmortem-${incident.number}.md`, postmortem]);
  return { 'incidents.json': `${JSON.stringify(all, null, 2)}\n`, ...Object.fromEntries(drafts) };
}
