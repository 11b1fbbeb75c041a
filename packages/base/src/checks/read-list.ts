import { InputError } from '../errors.ts';
import { Fields, isMap } from '../fields.ts';
import { type CheckAcceptance, readAcceptances } from './accept-checks.ts';
import { CHECKS_KIND, type Check, type CheckList, type NotVerified, type Place } from './check.ts';
import { CHECK_ID, CHECK_LIMITS, CHECK_REASON, isRepositoryPath } from './limits.ts';

/** More than these nobody mends at once. */
const PROBLEMS_TOLD = 50;
const VERDICTS = ['pass', 'fail', 'unknown'] as const;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/**
 * Reads a list of checks from the text of a file. What a `judgement` in it says is not believed: whoever wants the
 * verdict judges anew. Throws InputError with everything that is wrong with it.
 *
 * @param where how to name the file in a message
 */
export function readCheckList(text: string, where: string): CheckList {
  const given = parse(text, where);
  const fields = new Fields(given, where);
  const problems: string[] = [];
  const tool = new Fields(fields.map('tool') ?? {}, `${where}: "tool"`);
  const list = {
    kind: CHECKS_KIND,
    subject: textOf(fields, 'subject', CHECK_LIMITS.name, true),
    at: instantOf(fields),
    run: runOf(fields),
    tool: {
      name: textOf(tool, 'name', CHECK_LIMITS.name, true),
      version: textOf(tool, 'version', CHECK_LIMITS.name, true),
    },
    checks: entriesOf(fields, 'checks', CHECK_LIMITS.checks, problems).map((one) => checkOf(one, problems)),
    notVerified: entriesOf(fields, 'notVerified', CHECK_LIMITS.notVerified, problems).map((one) =>
      gapOf(one, problems),
    ),
    ...acceptOf(fields, where, problems),
  } as const;
  for (const name of ['kind', 'judgement']) fields.any(name);
  fields.refuseOthers();
  tool.refuseOthers();
  refuse([...fields.problems, ...tool.problems, ...problems]);
  return list;
}

function parse(text: string, where: string): Readonly<Record<string, unknown>> {
  if (text.length > CHECK_LIMITS.file)
    throw new InputError(`${where}: ${text.length} characters, at most ${CHECK_LIMITS.file} are read`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InputError(`${where}: not readable as JSON; pass the report of an audit as it is`, { cause });
  }
  if (!isMap(value) || value['kind'] !== CHECKS_KIND)
    throw new InputError(`${where}: no list of checks: expected a JSON object whose "kind" is "${CHECKS_KIND}"`);
  return value;
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const rest = problems.length - PROBLEMS_TOLD;
  throw new InputError(rest <= 0 ? problems : [...problems.slice(0, PROBLEMS_TOLD), `… and ${rest} more problems`]);
}

/** The maps of a list, each with the name of its place. */
function entriesOf(fields: Fields, name: string, most: number, problems: string[]): readonly Fields[] {
  const value = fields.any(name);
  if (!Array.isArray(value)) {
    fields.complain(name, 'required, expected a list');
    return [];
  }
  if (value.length > most) {
    fields.complain(name, `${value.length} entries, at most ${most} are read`);
    return [];
  }
  return value.map((entry: unknown, index) => {
    const where = `${name} ${index + 1}`;
    if (!isMap(entry)) problems.push(`${where}: expected a map`);
    return new Fields(isMap(entry) ? entry : {}, where);
  });
}

function checkOf(fields: Fields, problems: string[]): Check {
  const where = placeOf(fields);
  const check = {
    id: codeOf(fields, 'id', CHECK_ID),
    title: textOf(fields, 'title', CHECK_LIMITS.name, true),
    verdict: verdictOf(fields),
    reason: codeOf(fields, 'reason', CHECK_REASON),
    what: textOf(fields, 'what', CHECK_LIMITS.text, true),
    ...(where === undefined ? {} : { where }),
    measured: textOf(fields, 'measured', CHECK_LIMITS.text),
    expected: textOf(fields, 'expected', CHECK_LIMITS.text),
    remedy: textOf(fields, 'remedy', CHECK_LIMITS.text),
  };
  fields.refuseOthers();
  problems.push(...fields.problems);
  return check;
}

function gapOf(fields: Fields, problems: string[]): NotVerified {
  const gap = {
    id: codeOf(fields, 'id', CHECK_ID),
    what: textOf(fields, 'what', CHECK_LIMITS.text, true),
    because: textOf(fields, 'because', CHECK_LIMITS.text, true),
    remedy: textOf(fields, 'remedy', CHECK_LIMITS.text),
    // What does not say that it was left out on purpose counts.
    chosen: fields.flag('chosen', false),
  };
  fields.refuseOthers();
  problems.push(...fields.problems);
  return gap;
}

function acceptOf(fields: Fields, where: string, problems: string[]): { readonly accept?: readonly CheckAcceptance[] } {
  const read = readAcceptances(fields.any('accept'), `${where}: accept`);
  problems.push(...read.problems);
  return read.acceptances.length === 0 ? {} : { accept: read.acceptances };
}

function placeOf(fields: Fields): Place | undefined {
  const given = fields.map('where');
  if (given === undefined) return undefined;
  const place = new Fields(given, 'where');
  const file = textOf(place, 'file', CHECK_LIMITS.text, true);
  if (file !== '' && !isRepositoryPath(file)) place.complain('file', 'expected a path within the repository');
  const line = place.number('line', { min: 1, max: Number.MAX_SAFE_INTEGER });
  const column = place.number('column', { min: 1, max: Number.MAX_SAFE_INTEGER });
  place.refuseOthers();
  for (const problem of place.problems) fields.complain('where', problem);
  if (![line, column].every((one) => one === undefined || Number.isInteger(one)))
    fields.complain('where', 'a line and a column are whole numbers');
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

function verdictOf(fields: Fields): Check['verdict'] {
  const text = fields.text('verdict', { required: true, expected: 'pass, fail or unknown' });
  const verdict = VERDICTS.find((one) => one === text);
  if (text !== '' && verdict === undefined) fields.complain('verdict', `expected one of ${VERDICTS.join(', ')}`);
  return verdict ?? 'unknown';
}

function codeOf(fields: Fields, name: string, shape: RegExp): string {
  const code = textOf(fields, name, CHECK_LIMITS.code, true);
  if (code !== '' && !shape.test(code)) fields.complain(name, 'expected lower-case words with hyphens between them');
  return code;
}

function textOf(fields: Fields, name: string, most: number, required = false): string {
  const text = fields.text(name, { required });
  if (text.length > most && [...text].length > most) fields.complain(name, `longer than ${most} characters`);
  return text;
}

function instantOf(fields: Fields): string {
  const at = fields.text('at', { required: true, expected: 'a time like 2026-11-29T12:00:00Z' });
  if (at !== '' && (!INSTANT.test(at) || Number.isNaN(Date.parse(at))))
    fields.complain('at', 'expected a time like 2026-11-29T12:00:00Z');
  return at;
}

function runOf(fields: Fields): string | null {
  const run = textOf(fields, 'run', CHECK_LIMITS.text);
  if (run === '') return null;
  if (!/^https?:\/\//.test(run) || !URL.canParse(run)) fields.complain('run', 'expected the address of a run, or null');
  return run;
}
