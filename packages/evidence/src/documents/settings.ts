import { Fields, InputError, isMap } from '@lockstep/base';
import { parseDocument } from 'yaml';
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

/**
 * Reads `.lockstep/documents.yml`. Throws InputError with everything that is wrong with it.
 *
 * @param name how to name the file in a message
 */
export function readDocumentList(text: string, name: string): DocumentList {
  const parsed = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  if (parsed.errors.length > 0)
    throw new InputError(
      parsed.errors.map(({ message }) => `${name}: not readable as YAML: ${message.split('\n')[0]}`),
    );
  const data: unknown = parsed.toJS();
  if (!isMap(data)) throw new InputError(`${name}: expected a map with documents`);
  const top = new Fields(data, name);
  if (top.number('version') !== 1) top.complain('version', 'expected 1');
  const within = optionalDuration(top, 'reviewed-within');
  const given = top.map('documents') ?? {};
  if (Object.keys(given).length === 0) top.complain('documents', `expected a map of kinds: ${KINDS.join(', ')}`);
  top.refuseOthers();
  const problems: string[] = [...top.problems];
  const documents: DocumentSettings[] = [];
  const leftOut: LeftOut[] = [];
  for (const [key, value] of Object.entries(given)) {
    const kind = KINDS.find((one) => one === key);
    if (kind === undefined) {
      problems.push(`${name}: documents: there is no kind "${key}"; expected one of ${KINDS.join(', ')}`);
      continue;
    }
    const fields = new Fields(isMap(value) ? value : { file: value }, `${name}: documents: ${kind}`);
    const because = fields.text('not-needed');
    if (because === '') documents.push(settingsOf(kind, fields, within));
    else leftOut.push({ kind, because });
    fields.refuseOthers();
    problems.push(...fields.problems);
  }
  if (problems.length > 0) throw new InputError(problems);
  return { documents, leftOut };
}

function settingsOf(kind: KindName, fields: Fields, within: number | undefined): DocumentSettings {
  const file = fields.text('file', { required: true, expected: 'a path within the repository, or "not-needed"' });
  if (file !== '' && !isPath(file)) fields.complain('file', 'expected a path within the repository');
  return {
    kind,
    file,
    reviewedWithinMs: optionalDuration(fields, 'reviewed-within') ?? within,
    drilledWithinMs: fields.duration('drilled-within', QUARTER_MS),
    roles: kind === 'contacts' ? fields.list('roles') : [],
    failsFrom: kind === 'pentest' ? fields.oneOf('fails-from', [...SEVERITIES, 'none'], 'high') : 'none',
  };
}

function optionalDuration(fields: Fields, name: string): number | undefined {
  const ms = fields.duration(name, 0);
  return ms === 0 ? undefined : ms;
}

function isPath(file: string): boolean {
  const isFar = file.startsWith('/') || file.includes('\\') || file.includes(':');
  return !isFar && !file.split('/').some((part) => part === '' || part === '.' || part === '..');
}
