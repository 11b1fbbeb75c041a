import { Fields, InputError, isMap, type LineOf, readYaml } from '@lockstep/base';
import { LineCounter, parseDocument } from 'yaml';
import type { Control, ControlException, ControlMap } from './control.ts';
import { dayOf, type Place, shown, sourceOf } from './read-source.ts';

const ID = /^[a-z0-9]+(?:[.-][a-z0-9]+){0,30}$/;
const DAY_MS = 86_400_000;
/** What lasts longer is no exception. */
const LONGEST_MS = 731 * DAY_MS;

/**
 * Reads `.lockstep/controls.yml`. Throws InputError with everything that is wrong with it.
 *
 * @param name how to name the file in a message
 * @param nowMs exceptions end within two years of it
 */
export function readControls(text: string, name: string, nowMs: number): ControlMap {
  const { data, lineOf } = readYaml({ LineCounter, parseDocument }, text, name);
  if (!isMap(data))
    throw new InputError(
      `${name}: expected a map with version and controls, got ${data === null ? 'an empty file' : 'something else'}; "lockstep init --documents" writes one to begin with`,
    );
  const problems: string[] = [];
  const top: Place = { where: name, path: [], lineOf, problems };
  const fields = fieldsOf(data, top);
  if (data['version'] !== 1) fields.complain('version', 'expected 1, without quotes');
  fields.any('version');
  const controls = itemsOf(fields, 'controls', top).map(({ given, place }) => controlOf(given, place));
  const exceptions = itemsOf(fields, 'exceptions', top).map(({ given, place }) => exceptionOf(given, place, nowMs));
  fields.refuseOthers();
  if (isNone(data['controls']) && fields.problems.length === 0)
    fields.complain('controls', 'expected at least one; "lockstep init --documents" writes one to begin with');
  problems.unshift(...fields.problems);
  const ids = new Set(controls.map(({ id }) => id));
  problems.push(
    ...twice(
      controls.map(({ id }) => id),
      { ...top, path: ['controls'] },
      'has an id that is there already: each control has one of its own',
    ),
    ...twice(
      exceptions.map(({ control }) => control),
      { ...top, path: ['exceptions'] },
      'is a second exception of one control: keep one of them',
    ),
    ...strangers(exceptions, ids, top),
  );
  if (problems.length > 0) throw new InputError(problems);
  return { controls, exceptions };
}

function fieldsOf(given: Readonly<Record<string, unknown>>, { lineOf, path, where }: Place): Fields {
  return new Fields(given, where, (field) => lineOf([...path, field]), { hasSecrets: false });
}

interface Item {
  readonly given: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

function itemsOf(fields: Fields, member: string, { lineOf, path, problems, where }: Place): readonly Item[] {
  const value = fields.any(member) ?? [];
  if (!Array.isArray(value)) {
    fields.complain(member, 'expected a list: each item begins with "- "');
    return [];
  }
  return value.flatMap((given: unknown, nth): Item[] => {
    const place = { where: `${where}: ${member}[${nth}]`, path: [...path, member, nth], lineOf, problems };
    if (isMap(given)) return [{ given, place }];
    problems.push(`${place.where}${onLine(place)}: expected a map, such as "- id: …"`);
    return [];
  });
}

function controlOf(given: Readonly<Record<string, unknown>>, place: Place): Control {
  const fields = fieldsOf(given, place);
  const id = fields.text('id', { required: true });
  if (typeof given['id'] === 'number') fields.complain('id', `put it into quotes: YAML reads the number ${id}`);
  else if (id !== '' && !ID.test(id))
    fields.complain(
      'id',
      `expected small letters and digits, with . or - between them, got ${JSON.stringify(id.slice(0, 60))}`,
    );
  const framework = fields.text('framework', { required: true });
  const title = fields.text('title', { required: true });
  const notCollected = fields.text('not-collected');
  const items = itemsOf(fields, 'evidence', place);
  const evidence = items.map((one) => sourceOf(one.given, fieldsOf(one.given, one.place), one.place));
  if (new Set(evidence.map((one) => JSON.stringify(one))).size < evidence.length)
    fields.complain('evidence', 'the same evidence is there twice: remove one of them');
  if (notCollected !== '' && items.length > 0)
    fields.complain('not-collected', 'expected either evidence, or the reason why there is none: remove one of them');
  else if (notCollected === '' && isNone(given['evidence']))
    fields.complain('evidence', 'expected evidence, or "not-collected" with the reason why there is none');
  fields.refuseOthers();
  place.problems.push(...fields.problems);
  return { id, framework, title, evidence, notCollected };
}

function exceptionOf(given: Readonly<Record<string, unknown>>, place: Place, nowMs: number): ControlException {
  const fields = fieldsOf(given, place);
  const control = fields.text('control', { required: true });
  const reason = fields.text('reason', { required: true });
  const owner = given['owner'];
  if (!isPerson(owner))
    fields.complain(
      'owner',
      `${owner === undefined || owner === null ? 'required' : 'wrong'}, expected the numeric id of a person, as \`gh api users/NAME --jq .id\` prints it`,
    );
  fields.any('owner');
  const until = dayOf(fields);
  if (Date.parse(until) > nowMs + LONGEST_MS)
    fields.complain(
      'until',
      `expected a day within two years, got ${until}; what lasts longer is no exception: write "not-collected" with the reason`,
    );
  fields.refuseOthers();
  place.problems.push(...fields.problems);
  return { control, reason, owner: isPerson(owner) ? owner : 0, until, line: place.lineOf(place.path) ?? 0 };
}

function isNone(value: unknown): boolean {
  return (value ?? '') === '' || (Array.isArray(value) && value.length === 0);
}

function isPerson(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function twice(names: readonly string[], { lineOf, path, where }: Place, what: string): readonly string[] {
  const first = new Map<string, number>();
  return names.flatMap((one, nth) => {
    const before = first.get(one);
    if (one === '' || before === undefined) {
      first.set(one, nth);
      return [];
    }
    const lines = [before, nth].map((at) => lineOf([...path, at]));
    return [`${where}: ${path.join('.')}[${nth}] (line ${lines[1]}): ${shown(one)} of line ${lines[0]}: ${what}`];
  });
}

function strangers(
  exceptions: readonly ControlException[],
  ids: ReadonlySet<string>,
  { where }: Place,
): readonly string[] {
  return exceptions.flatMap(({ control, line }) =>
    control === '' || ids.has(control)
      ? []
      : [`${where}: exceptions (line ${line}): there is no control ${shown(control)}; it is the "id" of one above`],
  );
}

function onLine({ lineOf, path }: { readonly lineOf: LineOf; readonly path: Place['path'] }): string {
  const line = lineOf(path);
  return line === undefined ? '' : ` (line ${line})`;
}
