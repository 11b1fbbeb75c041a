import { InputError } from '@lockstep/base';
import type { Layout } from '@lockstep/migrations';

/** What a folder of migrations shows of its own style. */
export interface FolderNames {
  /** Of the files in it. */
  readonly names: readonly string[];
  readonly layout: Layout;
}

export interface NextFile {
  readonly up: string;
  /** The same file where the layout has both halves in one. */
  readonly down: string;
  readonly version: string;
  /** The name as files have it. */
  readonly name: string;
}

const NUMBERED = /^(\d+)[_.-]/;
const FLYWAY = /^[VU](\d+)(?:[._]\d+)*__/;

/** The files of the next migration, in the folder's own style. Pure. Throws InputError where the name cannot be one. */
export function nextFiles({ layout, names }: FolderNames, name: string, nowMs: number): NextFile {
  const word = slug(name);
  const version = nextVersion(versionsIn(names, layout), layout, nowMs);
  switch (layout) {
    case 'flyway':
      return { version, name: word, up: `V${version}__${word}.sql`, down: `U${version}__${word}.sql` };
    case 'folders':
      return { version, name: word, up: `${version}_${word}/migration.sql`, down: `${version}_${word}/down.sql` };
    case 'drizzle':
      throw new InputError('a folder of Drizzle has a journal: write the migration with drizzle-kit generate');
    case 'pairs':
      return { version, name: word, up: `${version}_${word}.up.sql`, down: `${version}_${word}.down.sql` };
    default:
      return { version, name: word, up: `${version}_${word}.sql`, down: `${version}_${word}.sql` };
  }
}

/** The versions that files have by their names. Pure. */
export function versionsIn(names: readonly string[], layout: Layout): readonly string[] {
  const pattern = layout === 'flyway' ? FLYWAY : NUMBERED;
  return names.flatMap((each) => pattern.exec(each)?.[1] ?? []);
}

/** `Add users' mail!` is `add_users_mail`. */
function slug(name: string): string {
  const word = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (word === '') throw new InputError(`NAME: expected letters from a to z or digits, got "${name}"`);
  if (word.length > 120) throw new InputError('NAME: expected at most 120 letters');
  if (/(^|_)(up|down|undo|rollback|revert)$/.test(word))
    throw new InputError(`NAME: "${name}" ends like the name of a half of a migration; choose another`);
  return word;
}

function nextVersion(versions: readonly string[], layout: Layout, nowMs: number): string {
  const newest = versions.reduce((most, each) => (BigInt(each) > most ? BigInt(each) : most), 0n);
  const last = versions.findLast((each) => BigInt(each) === newest);
  if (last === undefined) return layout === 'flyway' ? '1' : timestamp(nowMs);
  const now = clockVersion(last, nowMs);
  // A file from the future, or a folder that counts.
  const next = now !== undefined && BigInt(now) > newest ? BigInt(now) : newest + 1n;
  return String(next).padStart(last.startsWith('0') || now !== undefined ? last.length : 0, '0');
}

/** The time as this version writes it; undefined where it is a number that counts. */
function clockVersion(last: string, nowMs: number): string | undefined {
  if (/^(19|20)\d{12}$/.test(last)) return timestamp(nowMs);
  if (/^(19|20)\d{10}$/.test(last)) return timestamp(nowMs).slice(0, 12);
  if (/^(19|20)\d{6}$/.test(last)) return timestamp(nowMs).slice(0, 8);
  if (/^1\d{12}$/.test(last)) return String(nowMs);
  if (/^1\d{9}$/.test(last)) return String(Math.floor(nowMs / 1_000));
  return undefined;
}

function timestamp(nowMs: number): string {
  return new Date(nowMs).toISOString().replace(/\D/g, '').slice(0, 14);
}
