import { count, InputError, nameSome } from '@lockstep/base';
import type { Folder } from '../files/folder.ts';
import { compareVersions, type Migration, VERSION, versionKey } from '../files/migration.ts';
import type { HistoryRecord } from '../history/record.ts';
import { settle } from '../history/settle.ts';
import { numberRows } from './same-number.ts';
import type { ImportTool, TheirRow } from './tool.ts';

export type ImportRefusalReason = 'import-differs' | 'import-incomplete' | 'import-unrelated';

/** Why nothing is taken over. */
export interface ImportRefusal {
  readonly reason: ImportRefusalReason;
  /** One line: which migration, and what to do. */
  readonly message: string;
  readonly file?: string;
}

/** A version that is recorded. */
export interface Taken {
  readonly version: string;
  readonly name: string;
  /** Undefined: its tool applied it, and there is no file of it any more. It is recorded without a down migration. */
  readonly migration: Migration | undefined;
  /** `side`: it is in Supabase's table, and its down migration is stored now. */
  readonly records: 'both' | 'side';
  /**
   * - `same`: the file is what was applied, by what the tool keeps of it
   * - `accepted`: it is not, and the caller says that it may count as that
   * - `unknown`: the tool keeps nothing of it, or nothing that could be compared
   */
  readonly text: 'same' | 'accepted' | 'unknown';
}

export interface ImportPlan {
  /** In order. */
  readonly take: readonly Taken[];
  /** How many of its versions are recorded already. */
  readonly already: number;
  /** Files that it never applied: they stay pending. */
  readonly pending: readonly string[];
  readonly refusals: readonly ImportRefusal[];
  /** What people should know, and what stops nothing. */
  readonly notes: readonly string[];
}

export interface ImportQuestion {
  readonly tool: ImportTool;
  /** `schema.table`. */
  readonly table: string;
  readonly rows: readonly TheirRow[];
  readonly folder: Folder;
  readonly history: readonly HistoryRecord[];
  /** The bytes of the file of a migration. */
  readonly bytesOf: (migration: Migration) => Buffer;
  /** Why edited files may count as what was applied; '' where nobody says so. */
  readonly because: string;
}

/** Decides what is taken over. Knows nothing but its arguments. */
export function planImport(question: ImportQuestion): ImportPlan {
  const { folder: found, history, table, tool } = question;
  const { folder, notes, problems } = settle(found, history, '-1');
  if (problems.length > 0) throw new InputError(problems.map(({ file, message }) => `${file}: ${message}`));
  const { order } = folder;
  const knowsNames = folder.layout === 'folders' && tool.hasName !== undefined;
  const all = { migrations: folder.migrations, rows: question.rows };
  const { migrations, rows } = knowsNames ? numberRows(all, history, order) : all;
  const known = new Map(history.map((record) => [versionKey(record.version), record]));
  const last = lastOf(rows, tool);
  const matched = migrations.map((migration) => ({ migration, row: rowFor(migration, last, question) }));
  const failed = [...last.values()].filter(({ state }) => state === 'failed');
  const done = matched.filter(({ row }) => row !== undefined && row.state !== 'failed');
  const incomplete = failed.map(
    (row): ImportRefusal => ({
      reason: 'import-incomplete',
      message: `${tool.title} (${table}): ${row.label}: ${tool.onFailed.replaceAll('LABEL', row.label)}`,
      ...fileOf(matched, row),
    }),
  );
  const halfOurs = migrations.flatMap(({ file, version }): ImportRefusal[] => {
    const state = known.get(versionKey(version))?.side?.state ?? 'applied';
    if (state === 'applied') return [];
    return [
      { reason: 'import-incomplete', message: `${file}: incomplete (${state}); finish it with "up" or "down"`, file },
    ];
  });
  // What we have recorded ourselves is compared with our own record from then on: see `status`.
  const isOurs = ({ migration }: Matched) => known.get(versionKey(migration.version))?.side !== undefined;
  const taken = done.filter((each) => !isOurs(each)).map((each) => ({ ...each, ...compare(each, question) }));
  const differs = taken.flatMap(({ differs: how, migration: { file } }): ImportRefusal[] =>
    how === undefined ? [] : [{ reason: 'import-differs', message: how, file }],
  );
  const isNone = done.length + failed.length === 0 && last.size > 0 && migrations.length > 0;
  const unrelated: ImportRefusal[] = isNone
    ? [
        {
          reason: 'import-unrelated',
          message: `${tool.title} (${table}): none of ${count(last.size, 'migration')} of it is a file of this folder; name the folder that it migrates from, or its table`,
        },
      ]
    : [];
  const take = taken.map(({ migration, text }): Taken => {
    const { name, version } = migration;
    const records = known.get(versionKey(version))?.applied === true ? 'side' : 'both';
    return { version, name, migration, records, text };
  });
  const files = new Set(migrations.map(({ version }) => versionKey(version)));
  // A row that stands for those before it has its own version all the same.
  const isOf = (row: TheirRow, { migration: { version }, row: found }: Matched) =>
    found === row && (row.version === undefined || versionKey(version) === versionKey(row.version));
  const gone = [...last.values()].filter(
    (row) =>
      row.state === 'applied' &&
      !done.some((each) => isOf(row, each)) &&
      !(row.version !== undefined && files.has(versionKey(row.version))),
  );
  const recordable = gone.filter(({ version }) => version !== undefined && VERSION.test(version));
  const isKnown = ({ version = '' }: TheirRow) => known.has(versionKey(version));
  const missing = recordable
    .filter((row) => !isKnown(row))
    .map(({ label, name, version = '' }): Taken => {
      return { version, name: name ?? label, migration: undefined, records: 'both', text: 'unknown' };
    });
  const nameless = gone.filter((row) => !recordable.includes(row)).map(({ label }) => label);
  const refusals = [...incomplete, ...halfOurs, ...unrelated, ...differs];
  return {
    take: refusals.length > 0 ? [] : [...take, ...missing].sort((a, b) => compareVersions(a.version, b.version, order)),
    already: done.length - take.length,
    pending: matched.filter(({ row }) => row === undefined).map(({ migration: { file } }) => file),
    refusals,
    notes: [...goneNotes({ missing, nameless, recorded: recordable.filter(isKnown) }), ...notes],
  };
}

/** The last word of its history on each migration. */
function lastOf(rows: readonly TheirRow[], tool: ImportTool): ReadonlyMap<string, TheirRow> {
  const last = new Map<string, TheirRow>();
  for (const row of rows) {
    const key =
      row.version === undefined ? row.label : tool.hasName === undefined ? versionKey(row.version) : row.label;
    if (row.state === 'undone') last.delete(key);
    else last.set(key, row);
  }
  return last;
}

/** What its history says of a file; undefined where it never applied it. */
function rowFor(
  migration: Migration,
  last: ReadonlyMap<string, TheirRow>,
  { tool }: ImportQuestion,
): TheirRow | undefined {
  const rows = [...last.values()];
  if (tool.isAbout !== undefined) return rows.find((row) => tool.isAbout?.(row, migration) === true);
  const key = versionKey(migration.version);
  const same = rows.filter(({ version }) => version !== undefined && versionKey(version) === key);
  const exact = same.find((row) => tool.hasName?.(row, migration) !== false) ?? same[0];
  if (exact !== undefined) return exact;
  return rows.find(
    ({ state, version }) =>
      version !== undefined &&
      (tool.names === 'up-to' || state === 'baseline') &&
      compareVersions(migration.version, version) < 0,
  );
}

interface Matched {
  readonly migration: Migration;
  readonly row: TheirRow | undefined;
}

/** Whether a file is what was applied, as far as its tool can tell; `differs`: in one line, how it is not. */
function compare(
  { migration, row }: Matched,
  { because, bytesOf, tool }: ImportQuestion,
): { readonly text: Taken['text']; readonly differs: string | undefined } {
  const isItself = row?.version === undefined || versionKey(row.version) === versionKey(migration.version);
  if (row === undefined || !isItself) return { text: 'unknown', differs: undefined };
  const isSame =
    row.checksum === undefined ? undefined : tool.isSame?.(row.checksum, { bytes: bytesOf(migration), migration });
  const isOther = tool.hasName?.(row, migration) === false;
  if (!isOther && isSame !== false) return { text: isSame === true ? 'same' : 'unknown', differs: undefined };
  const how = isOther
    ? `${tool.title} applied ${row.label}, which has this version and another name`
    : `edited since ${tool.title} applied it`;
  if (because !== '') return { text: 'accepted', differs: undefined };
  const todo = 'restore it as it was applied, or let it count as that with a reason (`because`)';
  return { text: 'unknown', differs: `${migration.file}: ${how}; ${todo}` };
}

function fileOf(matched: readonly Matched[], row: TheirRow): { readonly file?: string } {
  const isIt = ({ version }: Migration) => row.version === undefined || versionKey(version) === versionKey(row.version);
  const file = matched.find((each) => each.row === row && isIt(each.migration))?.migration.file;
  return file === undefined ? {} : { file };
}

interface Gone {
  readonly missing: readonly Taken[];
  readonly nameless: readonly string[];
  readonly recorded: readonly TheirRow[];
}

function goneNotes({ missing, nameless, recorded }: Gone): string[] {
  const note = (names: readonly string[], rest: string) =>
    names.length === 0 ? [] : [`${nameSome(names, 3)}: applied, and no SQL file of it is here${rest}`];
  const called = ({ name = '', version = '' }: Pick<TheirRow, 'name' | 'version'>) =>
    name === version || name === '' ? version : `${version} ${name}`;
  return [
    ...note(missing.map(called), ': recorded without a down migration'),
    ...note(recorded.map(called), ''),
    ...note(nameless, ': not recorded, for it has no number'),
  ];
}
