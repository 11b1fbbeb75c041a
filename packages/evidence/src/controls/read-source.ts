import { type Fields, isDay, type LineOf, parseDuration } from '@lockstep/base';
import { isPath } from '../is-path.ts';
import { REPORT_ARTIFACTS } from '../sources/report-artifacts.ts';
import { EVENTS } from '../trail/record.ts';
import type { EvidenceSource } from './control.ts';

/** Where in the file something is, and what is wrong with it. */
export interface Place {
  readonly where: string;
  readonly path: readonly (string | number)[];
  readonly lineOf: LineOf;
  readonly problems: string[];
}

const KINDS = ['checks', 'record', 'workflow', 'document', 'attestation'] as const;
type Kind = (typeof KINDS)[number];
const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;
/** The longest that a law asks papers to be kept is less: what is older than this proves nothing of now. */
const OLDEST_MS = 10 * YEAR_MS;
const TOOL = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const WORKFLOW = /^[\w.-]+\.ya?ml$/;
/** Whose reports are found by themselves. Others come in with `report-files`. */
const TOOLS: readonly string[] = [...new Set([...REPORT_ARTIFACTS.map(({ tool }) => tool), 'evidence'])];

export function sourceOf(given: Readonly<Record<string, unknown>>, fields: Fields, place: Place): EvidenceSource {
  const [kind = 'document', more] = KINDS.filter((one) => Object.hasOwn(given, one));
  const line = place.lineOf(place.path);
  const isOne = more === undefined && Object.hasOwn(given, kind);
  if (!isOne)
    place.problems.push(
      `${place.where}${line === undefined ? '' : ` (line ${line})`}: expected one of ${KINDS.join(', ')}, got ${Object.keys(given).join(', ').slice(0, 80) || 'nothing'}`,
    );
  if (more === undefined && !isOne) return { kind: 'document', file: '', maxAgeMs: YEAR_MS };
  const source = read(kind, fields.text(kind, { required: true }), fields);
  if (isOne) fields.refuseOthers();
  place.problems.push(...fields.problems);
  return source;
}

function read(kind: Kind, named: string, fields: Fields): EvidenceSource {
  if (kind === 'attestation') return { kind, file: pathOf(kind, named, fields), until: dayOf(fields) };
  const maxAgeMs = ageOf(fields);
  if (kind === 'document') return { kind, file: pathOf(kind, named, fields), maxAgeMs };
  if (kind === 'workflow') {
    if (named !== '' && !WORKFLOW.test(named))
      fields.complain(
        kind,
        `expected the name of its file without folders, such as lockstep-audit.yml, got ${shown(named)}`,
      );
    return { kind, workflow: named, maxAgeMs };
  }
  if (kind === 'checks') {
    const meant = TOOLS.find((one) => bare(one) === bare(named) && one !== named);
    if (meant !== undefined) fields.complain(kind, `it is called ${meant}, got ${shown(named)}`);
    else if (named !== '' && !TOOL.test(named))
      fields.complain(
        kind,
        `expected the name of a tool: ${TOOLS.join(', ')}, or one of your own; got ${shown(named)}`,
      );
    return { kind, tool: named, ids: fields.list('ids', { required: true }), maxAgeMs };
  }
  const event = EVENTS.find((one) => one === named);
  if (event === undefined && named !== '')
    fields.complain(kind, `expected one of ${EVENTS.join(', ')}, got ${shown(named)}`);
  return { kind, event: event ?? 'audit', subject: fields.text('subject') || '*', maxAgeMs };
}

/** A slip of the unit would make everything too old, or nothing ever. */
function ageOf(fields: Fields): number {
  const text = fields.text('max-age');
  const ms = text === '' ? YEAR_MS : parseDuration(text);
  if (ms !== undefined && ms >= HOUR_MS && ms <= OLDEST_MS) return ms;
  fields.complain('max-age', `expected an age from 1h up to 3650d, such as 35d, got ${shown(text)}; m is minutes`);
  return YEAR_MS;
}

function pathOf(kind: Kind, file: string, fields: Fields): string {
  if (file !== '' && !isPath(file))
    fields.complain(kind, `expected a path within the repository, with / and without .., got ${shown(file)}`);
  return file;
}

export function dayOf(fields: Fields): string {
  const until = fields.text('until', { required: true, expected: 'a day like 2027-03-31' });
  if (until !== '' && !isDay(until)) fields.complain('until', `expected a day like 2027-03-31, got ${shown(until)}`);
  return until;
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/s$/, '');
}

/** In one line, and not too long. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
