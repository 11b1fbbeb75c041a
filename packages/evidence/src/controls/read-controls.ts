import { describe, Fields, InputError, isMap, yamlReason } from '@lockstep/base';
import { parseDocument } from 'yaml';
import { EVENTS } from '../trail/record.ts';
import type { Control, ControlException, ControlMap, EvidenceSource } from './control.ts';

const ID = /^[a-z0-9]+(?:[.-][a-z0-9]+){0,30}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const KINDS = ['checks', 'record', 'workflow', 'document', 'attestation'] as const;
const YEAR_MS = 365 * 86_400_000;

/**
 * Reads `.lockstep/controls.yml`. Throws InputError with everything that is wrong with it.
 *
 * @param name how to name the file in a message
 */
export function readControls(text: string, name: string): ControlMap {
  // 'error' and not 'silent': a second document would be left out without a word.
  const document = parseDocument(text, { logLevel: 'error', prettyErrors: false });
  if (document.errors.length > 0)
    throw new InputError(
      document.errors.map(({ message }) => `${name}: not readable as YAML: ${message.split('\n')[0]}`),
    );
  const data = dataOf(document, name);
  if (!isMap(data)) throw new InputError(`${name}: expected a map with controls`);
  const top = new Fields(data, name);
  const problems: string[] = [];
  if (top.number('version') !== 1) problems.push(`${name}: "version": expected 1`);
  const controls = itemsOf(top, 'controls', problems, name).map((given, nth) =>
    controlOf(given, `${name}: controls[${nth}]`, problems),
  );
  const exceptions = itemsOf(top, 'exceptions', problems, name).map((given, nth) =>
    exceptionOf(given, `${name}: exceptions[${nth}]`, problems),
  );
  top.refuseOthers();
  if (controls.length === 0) problems.push(`${name}: "controls": expected at least one`);
  problems.push(...twice(controls, name), ...strangers(exceptions, controls, name));
  const all = [...top.problems, ...problems];
  if (all.length > 0) throw new InputError(all);
  return { controls, exceptions };
}

/** An alias of nothing, or of far too much, is found only here. */
function dataOf(document: ReturnType<typeof parseDocument>, name: string): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new InputError(`${name}: not readable as YAML: ${yamlReason(describe(error))}; check its aliases (*name)`);
  }
}

function itemsOf(fields: Fields, member: string, problems: string[], name: string): readonly Record<string, unknown>[] {
  const value = fields.any(member) ?? [];
  if (Array.isArray(value) && value.every(isMap)) return value;
  problems.push(`${name}: "${member}": expected a list of maps`);
  return [];
}

function controlOf(given: Readonly<Record<string, unknown>>, where: string, problems: string[]): Control {
  const fields = new Fields(given, where);
  const id = fields.text('id', { required: true });
  if (id !== '' && !ID.test(id)) fields.complain('id', 'expected small letters and digits, with . or - between them');
  const framework = fields.text('framework', { required: true });
  const title = fields.text('title', { required: true });
  const notCollected = fields.text('not-collected');
  const evidence = itemsOf(fields, 'evidence', problems, where).map((one, nth) =>
    sourceOf(one, `${where}: evidence[${nth}]`, problems),
  );
  if ((notCollected === '') === (evidence.length === 0))
    fields.complain('evidence', 'expected evidence, or "not-collected" with the reason why there is none');
  fields.refuseOthers();
  problems.push(...fields.problems);
  return { id, framework, title, evidence, notCollected };
}

function sourceOf(given: Readonly<Record<string, unknown>>, where: string, problems: string[]): EvidenceSource {
  const fields = new Fields(given, where);
  const [kind = 'document', more] = KINDS.filter((one) => Object.hasOwn(given, one));
  if (more !== undefined || !Object.hasOwn(given, kind)) problems.push(`${where}: expected one of ${KINDS.join(', ')}`);
  const named = fields.text(kind, { required: true });
  const source = read(kind, named, fields);
  fields.refuseOthers();
  problems.push(...fields.problems);
  return source;
}

function read(kind: (typeof KINDS)[number], named: string, fields: Fields): EvidenceSource {
  if (kind === 'attestation') {
    const until = dayOf(fields);
    return { kind, file: named, until };
  }
  const maxAgeMs = fields.duration('max-age', YEAR_MS);
  if (kind === 'document') return { kind, file: named, maxAgeMs };
  if (kind === 'workflow') return { kind, workflow: named, maxAgeMs };
  if (kind === 'checks') return { kind, tool: named, ids: fields.list('ids', { required: true }), maxAgeMs };
  const event = EVENTS.find((one) => one === named);
  if (event === undefined && named !== '') fields.complain('record', `expected one of ${EVENTS.join(', ')}`);
  return { kind, event: event ?? 'audit', subject: fields.text('subject') || '*', maxAgeMs };
}

function exceptionOf(given: Readonly<Record<string, unknown>>, where: string, problems: string[]): ControlException {
  const fields = new Fields(given, where);
  const control = fields.text('control', { required: true });
  const reason = fields.text('reason', { required: true });
  const owner = fields.number('owner', { min: 1 }) ?? 0;
  if (owner === 0) fields.complain('owner', 'required, expected the numeric id of a person');
  const until = dayOf(fields);
  fields.refuseOthers();
  problems.push(...fields.problems);
  return { control, reason, owner, until };
}

function dayOf(fields: Fields): string {
  const until = fields.text('until', { required: true });
  const isDay = DAY.test(until) && !Number.isNaN(Date.parse(until)) && new Date(until).toISOString().startsWith(until);
  if (until !== '' && !isDay) fields.complain('until', 'expected a day like 2027-03-31');
  return until;
}

function twice(controls: readonly Control[], name: string): readonly string[] {
  const ids = controls.map(({ id }) => id).filter((id) => id !== '');
  const more = ids.filter((id, nth) => ids.indexOf(id) !== nth);
  return [...new Set(more)].map((id) => `${name}: "controls": ${id} is there twice`);
}

function strangers(
  exceptions: readonly ControlException[],
  controls: readonly Control[],
  name: string,
): readonly string[] {
  const ids = new Set(controls.map(({ id }) => id));
  return exceptions
    .filter(({ control }) => control !== '' && !ids.has(control))
    .map(({ control }) => `${name}: "exceptions": there is no control ${control}`);
}
