import { Fields, InputError, isMap, parseDuration, readYaml } from '@lockstep/base';
import { LineCounter, parseDocument } from 'yaml';
import { isPath } from '../is-path.ts';
import { DAY_MS, KINDS, type KindName } from './names.ts';

/** From which severity on an open finding of a penetration test fails its document. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface DocumentSettings {
  readonly kind: KindName;
  readonly file: string;
  /** Undefined: as its kind has it. */
  readonly reviewedWithinMs: number | undefined;
  /** How old a drill may be whose numbers it is compared with. */
  readonly drilledWithinMs: number;
  /** Of contacts: roles that it has to have. */
  readonly roles: readonly string[];
  /** Of a penetration test; `none` never fails. */
  readonly failsFrom: Severity | 'none';
}

/** Why a team does without a kind. */
export interface LeftOut {
  readonly kind: KindName;
  readonly because: string;
}

export interface DocumentList {
  readonly documents: readonly DocumentSettings[];
  readonly leftOut: readonly LeftOut[];
}

const QUARTER_MS = 92 * DAY_MS;
const MOST_MS = 3650 * DAY_MS;

/**
 * Reads `.lockstep/documents.yml`. Throws InputError with everything that is wrong with it.
 *
 * @param name how to name the file in a message
 */
export function readDocumentList(text: string, name: string): DocumentList {
  const { data, lineOf } = readYaml({ LineCounter, parseDocument }, text, name);
  if (!isMap(data))
    throw new InputError(
      `${name}: expected a map with version and documents, got ${data === null ? 'an empty file' : 'something else'}; "lockstep init --documents" writes one to begin with`,
    );
  const top = new Fields(data, name, (field) => lineOf([field]), { hasSecrets: false });
  if (data['version'] !== 1) top.complain('version', 'expected 1, without quotes');
  top.any('version');
  const within = ageOf(top, 'reviewed-within');
  const given = top.map('documents') ?? {};
  if (Object.keys(given).length === 0 && top.problems.length === 0)
    top.complain('documents', `expected a map of kinds: ${KINDS.join(', ')}`);
  top.refuseOthers();
  const problems: string[] = [...top.problems];
  const documents: DocumentSettings[] = [];
  const leftOut: LeftOut[] = [];
  for (const [key, value] of Object.entries(given)) {
    const kind = KINDS.find((one) => one === key);
    if (kind === undefined) {
      const line = lineOf(['documents', key]);
      problems.push(
        `${name}: documents (line ${line}): there is no kind "${key}"; expected one of ${KINDS.join(', ')}`,
      );
      continue;
    }
    const at = (field: string) => lineOf(['documents', kind, field]);
    const where = `${name}: documents: ${kind}`;
    const fields = new Fields(isMap(value) ? value : { file: value }, where, at, { hasSecrets: false });
    const because = fields.text('not-needed');
    if (because === '') documents.push(settingsOf(kind, fields, within));
    else leftOut.push({ kind, because });
    if (because !== '' && isMap(value) && Object.hasOwn(value, 'file'))
      fields.complain('not-needed', 'expected either a file, or the reason why there is none: remove one of them');
    fields.any('file');
    fields.refuseOthers();
    problems.push(...fields.problems);
  }
  if (problems.length > 0) throw new InputError(problems);
  return { documents, leftOut };
}

function settingsOf(kind: KindName, fields: Fields, within: number | undefined): DocumentSettings {
  const file = fields.text('file', { required: true, expected: 'a path within the repository, or "not-needed"' });
  if (file !== '' && !isPath(file))
    fields.complain(
      'file',
      `expected a path within the repository, with / and without .., got ${JSON.stringify(file.slice(0, 60))}`,
    );
  return {
    kind,
    file,
    reviewedWithinMs: ageOf(fields, 'reviewed-within') ?? within,
    drilledWithinMs: ageOf(fields, 'drilled-within') ?? QUARTER_MS,
    roles: kind === 'contacts' ? fields.list('roles') : [],
    failsFrom: kind === 'pentest' ? fields.oneOf('fails-from', [...SEVERITIES, 'none'], 'high') : 'none',
  };
}

/** Undefined where it does not say. Reviews and drills are not of minutes: that would be a slip of the unit. */
function ageOf(fields: Fields, name: string): number | undefined {
  const text = fields.text(name);
  if (text === '') return undefined;
  const ms = parseDuration(text);
  if (ms !== undefined && ms >= DAY_MS && ms <= MOST_MS) return ms;
  fields.complain(
    name,
    `expected an age from 1d up to 3650d, such as 92d, got ${JSON.stringify(text.slice(0, 60))}; m is minutes`,
  );
  return undefined;
}
