import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { at, describe, InputError, isMap, RemoteError } from '@lockstep/base';
import {
  type ControlReport,
  controlsOf,
  drillsOf,
  environmentOf,
  gatherDrills,
  type ReleaseLine,
  readMeasured,
  releaseFacts,
  releasesOf,
  type ShownLine,
  type StatusFacts,
  statusIncidents,
} from '@lockstep/evidence';
import {
  type GitHub,
  type LedgerHistory,
  type LedgerKey,
  type LedgerSource,
  openLedger,
  readHistory,
  servicesIn,
  showKey,
} from '@lockstep/github';
import { type AvailabilityInputs, type BudgetTools, measureBudget } from '../availability.ts';
import { artifactPlace } from './artifact-place.ts';
import { type TrustValues, trustedBranches } from './trusted-branches.ts';

export interface StatusValues extends AvailabilityInputs, TrustValues {
  readonly environment: string;
  readonly service: string;
  readonly 'ledger-creator': string;
  readonly 'status-title': string;
  readonly 'status-lines': readonly string[];
  readonly 'incidents-report': string;
  readonly 'controls-report': string;
}

export interface StatusTools extends BudgetTools {
  readonly github: GitHub;
}

/** Records of this time are read, and so many of a line at most. */
const LOOK_BACK_MS = 180 * 86_400_000;
const MOST_RELEASES = 30;
/** Where none of those is live, older ones are read: of a quiet service first, then behind those that failed. */
const FURTHER = [
  { fromMs: 0, most: MOST_RELEASES },
  { fromMs: 0, most: 120 },
] as const;

export interface CollectedFacts {
  readonly facts: StatusFacts;
  /** What could not be read, a line each: the page says that it is not there. */
  readonly gaps: readonly string[];
}

/** `production/web` and the like. */
export function linesOf(values: StatusValues): readonly LedgerKey[] {
  const given = values['status-lines'];
  if (given.length === 0) return [{ environment: values.environment, service: values.service }];
  return given.map((line) => {
    const [environment = '', ...service] = line.split('/');
    return { environment, service: service.join('/') };
  });
}

/** Reads what there is. What cannot be read is missing on the page, and said. Throws InputError, and the signal's reason. */
export async function collectFacts(values: StatusValues, tools: StatusTools): Promise<CollectedFacts> {
  const { github } = tools;
  const gaps: string[] = [];
  const part = async <T>(name: string, read: () => Promise<T>): Promise<T | null> => {
    try {
      return await read();
    } catch (error) {
      if (tools.signal.aborted || !(error instanceof RemoteError)) throw error;
      gaps.push(`${name}: ${describe(error)}`);
      return null;
    }
  };
  const keys = linesOf(values);
  let shown: readonly ShownLine[] | undefined;
  const nowMs = tools.clock.now();
  const lines = await part('releases', async () => {
    const line = await onlyLine(github, values, nowMs);
    if (line === 'several')
      gaps.push(`releases: ${values.environment} has several services; name those that may be shown in status-lines`);
    const named = typeof line === 'object' ? [line] : keys;
    if (line !== 'several') shown = shownLines(named, keys);
    const read = await Promise.all(named.map((key) => readLine(github, values, key, { nowMs, gaps })));
    // Under the name that was given: no one said that the other one is for the public.
    return read.map((each, nth) => ({ ...each, ...keys[nth] }));
  });
  const incidents = incidentsFor(values, tools, { shown: shown ?? namedLines(values, keys), gaps });
  const drills = await part('drills', () => readDrills(github, values, gaps));
  const [first] = keys;
  const report = values['availability-source'] === '' ? undefined : await measureBudget(values, tools);
  if (report?.availability.kind === 'not-measured') gaps.push(`availability: ${report.availability.what}`);
  return {
    gaps,
    facts: {
      title: values['status-title'],
      at: nowMs,
      environments: lines?.map(environmentOf) ?? null,
      releases: lines === null ? null : releasesOf(lines),
      incidents,
      availability: report === undefined || first === undefined ? null : [{ ...first, report }],
      drills,
      controls: values['controls-report'] === '' ? null : readControls(values['controls-report'], tools),
    },
  };
}

/**
 * The service of the environment, where no one named one and it has but one; undefined where it is not asked for. Which of
 * several may be shown, people decide.
 */
async function onlyLine(
  github: GitHub,
  values: StatusValues,
  nowMs: number,
): Promise<LedgerKey | 'several' | undefined> {
  const { environment, service } = values;
  if (values['status-lines'].length > 0 || service !== '') return undefined;
  const source = { github, creator: values['ledger-creator'] };
  const lately = await servicesIn(source, environment, { fromMs: nowMs - LOOK_BACK_MS });
  // One that was quiet for longer is the only one all the same.
  const services = lately.length > 0 ? lately : await servicesIn(source, environment, { fromMs: 0 });
  const [only = '', ...others] = services;
  return others.length > 0 ? 'several' : { environment, service: only };
}

async function readLine(github: GitHub, values: StatusValues, key: LedgerKey, at: LookBack): Promise<ReleaseLine> {
  const source = { github, creator: values['ledger-creator'] };
  const spans = [{ fromMs: at.nowMs - LOOK_BACK_MS, most: MOST_RELEASES }, ...FURTHER];
  let line: ReleaseLine = { ...key, releases: [], commitOf: () => null };
  for (const span of spans) {
    const history = await readHistory(source, key, span);
    line = await lineOf(source, key, history);
    if (environmentOf(line).release !== null || (span.fromMs === 0 && history.isWhole)) return line;
  }
  const most = spans.at(-1)?.most;
  at.gaps.push(
    `releases: what is live in ${showKey(key)} is not known: of its ledger only the newest ${most} were read, and users have none of them`,
  );
  return line;
}

interface LookBack {
  readonly nowMs: number;
  readonly gaps: string[];
}

async function lineOf(source: LedgerSource, key: LedgerKey, history: LedgerHistory): Promise<ReleaseLine> {
  const ledger = openLedger(source);
  const ended = new Set<string>();
  for (const release of history.releases)
    if (release.state === 'begun' && (await ledger.runState(release)).kind === 'ended') ended.add(release.id);
  const aside = { commits: [], startedAt: null, approvedAt: null };
  return {
    ...key,
    releases: releaseFacts(history, (id) => ({ ...aside, hasEnded: ended.has(id) })),
    commitOf: (id) => history.releases.find((release) => release.id === id)?.candidate.commit ?? null,
  };
}

/** What cannot be read goes to `gaps`: an older drill is no substitute for it. Null where nothing is left. */
async function readDrills(github: GitHub, values: StatusValues, gaps: string[]): Promise<StatusFacts['drills']> {
  const { found, notes } = await gatherDrills(artifactPlace(github), await trustedBranches(values, github));
  gaps.push(...notes.map((note) => `drills: ${note}`));
  return found.length === 0 && notes.length > 0 ? null : drillsOf(readMeasured(found));
}

/** None where it is no JSON. */
function jsonIn(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

/** The report of `collect`, of which the page has the counts. */
function readControls(path: string, tools: StatusTools): StatusFacts['controls'] {
  const rows = listIn({ input: 'controls-report', path, kind: 'lockstep-controls/1', field: 'rows' }, tools);
  return controlsOf({ rows: rows as unknown as ControlReport['rows'] });
}

/** Lines of the ledger, each under the name that was given. */
function shownLines(named: readonly LedgerKey[], keys: readonly LedgerKey[]): readonly ShownLine[] {
  return named.flatMap((of, nth) => (keys[nth] === undefined ? [] : { of, as: keys[nth] }));
}

/** Undefined where no one named the service: then only the ledger knows it. */
function namedLines(values: StatusValues, keys: readonly LedgerKey[]): readonly ShownLine[] | undefined {
  return values.service === '' && values['status-lines'].length === 0 ? undefined : shownLines(keys, keys);
}

interface IncidentPart {
  /** Undefined where it is not known which they are. */
  readonly shown: readonly ShownLine[] | undefined;
  readonly gaps: string[];
}

/** Of the report of `incident`, those of the lines that are shown. None is not the same as not known whose they are. */
function incidentsFor(
  values: StatusValues,
  tools: StatusTools,
  { gaps, shown }: IncidentPart,
): StatusFacts['incidents'] {
  const path = values['incidents-report'];
  if (path === '') return null;
  const list = listIn({ input: 'incidents-report', path, kind: 'lockstep-incidents/1', field: 'incidents' }, tools);
  const found = statusIncidents(list as unknown as Parameters<typeof statusIncidents>[0], shown ?? []);
  if (shown !== undefined || found.length === list.length) return found;
  gaps.push('incidents: of services that no one named; name those that may be shown in status-lines');
  return null;
}

interface Listed {
  readonly input: string;
  readonly path: string;
  readonly kind: string;
  readonly field: string;
}

function listIn({ field, input, kind, path }: Listed, { env }: StatusTools): readonly object[] {
  let text = '';
  try {
    text = readFileSync(resolve(env.workspace, path), 'utf8');
  } catch (cause) {
    throw new InputError(`input "${input}": ${path} cannot be read`, { cause });
  }
  const [report] = jsonIn(text);
  const list = at(report, field);
  if (at(report, 'kind') !== kind || !Array.isArray(list) || !list.every(isMap))
    throw new InputError(`input "${input}": ${path} is no report of the kind ${kind}`);
  return list;
}
