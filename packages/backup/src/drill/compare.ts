import { type Check, count, type NotVerified } from '@lockstep/base';
import { compareSchemas, type Difference, type Schema } from '@lockstep/postgres';
import type { Contents, TableRecord } from '../manifest/manifest.ts';
import { withoutRefusedLabels } from '../restore/labels.ts';
import type { Restored } from '../restore/restore.ts';
import type { RowDigest } from '../rows/row-hash.ts';
import type { SequenceValue } from '../source/inventory.ts';

export interface Found {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

/** What a restore left out for want of an extension, by name; and what its server has. */
type Lacking = Pick<Restored, 'missingExtensions' | 'refused' | 'refusedLabels' | 'withoutRows' | 'tablespaces'>;

const SCHEMA = { id: 'schema-equal', title: 'Every object is as it was' } as const;
const ROWS = { id: 'rows-equal', title: 'Every table has the rows that it had' } as const;
const SEQUENCES = { id: 'sequences-equal', title: 'Every sequence goes on where it was' } as const;

/** What differs between the schema that was backed up and the one that was restored. */
export function compareSchema(
  contents: Contents,
  restored: Schema,
  rolesBefore: ReadonlySet<string>,
  lacking: Lacking,
): Found {
  const hasLabels = lacking.refusedLabels.length > 0;
  const labelled = hasLabels ? withoutRefusedLabels(contents.schema, restored) : contents.schema;
  const { schema, moved } = withoutLackingTablespaces(labelled, lacking.tablespaces);
  const differences = compareSchemas(schema, restored);
  const checks: Check[] = [];
  const notVerified: NotVerified[] = [...moved];
  const gap = (what: string, because: string, remedy: string, chosen: boolean) =>
    notVerified.push({ id: SCHEMA.id, what, because, remedy, chosen });
  for (const difference of differences) {
    const { object, kind } = difference;
    const role = /^role (.*)$/.exec(object)?.[1];
    if (role !== undefined && !contents.roles.map(quoted).includes(role)) continue;
    if (role !== undefined && [...rolesBefore].map(quoted).includes(role)) {
      gap(object, 'the scratch server had a role of this name, which is left as it is', '', true);
    } else if (object.startsWith('subscription ')) gap(object, 'subscriptions are not contained', '', true);
    else if (isOfLeftTable(difference, contents)) gap(object, 'the table is not contained', '', true);
    else if (kind === 'changed' && object.startsWith('extension ')) {
      checks.push({ ...schemaCheck(difference), verdict: 'unknown', reason: 'extension-version' });
    } else if (lacking.missingExtensions.length > 0 && (kind === 'missing' || wasRefused(object, lacking))) {
      const missing = lacking.missingExtensions.join(', ');
      gap(
        object,
        `the server does not have, or does not take, the extension ${missing}`,
        'use a server that has it',
        false,
      );
    } else checks.push(schemaCheck(difference));
  }
  if (!checks.some(({ verdict }) => verdict === 'fail')) {
    checks.push(schemaEqual(contents));
  }
  return { checks, notVerified };
}

/** The schema as a server has it that lacks a tablespace: only the place on its disks is another one. */
export function withoutLackingTablespaces(schema: Contents['schema'], there: ReadonlySet<string>) {
  const moved: NotVerified[] = [];
  const adapted = schema.map(([object, lines]) => {
    // The facts of the relation itself; columns and definitions come after them.
    const [, before, name, after] =
      /^(owner .*?) tablespace (.*?)((?: replica-identity| partition-by| partition| of-type).*)?$/.exec(
        lines[0] ?? '',
      ) ?? [];
    if (name === undefined || there.has(name)) return [object, lines] as const;
    const because = `the server does not have its tablespace ${name}: it is in the default one`;
    moved.push({ id: SCHEMA.id, what: object, because, remedy: '', chosen: true });
    return [object, [`${before}${after ?? ''}`, ...lines.slice(1)]] as const;
  });
  return { schema: new Map(adapted), moved };
}

/** A table that is not contained, and what hangs on it. */
export function isOfLeftTable({ object, lines }: Difference, { withoutTables }: Contents): boolean {
  const isIndex = object.startsWith('index ');
  return withoutTables.some(
    (table) =>
      object === `table ${table}` ||
      object.endsWith(` on ${table}`) ||
      (isIndex && lines.some((line) => line.includes(` ON ${table} USING `))),
  );
}

export function schemaEqual({ schema }: Contents): Check {
  return {
    ...SCHEMA,
    verdict: 'pass',
    reason: 'schema-equal',
    what: count(schema.length, 'object'),
    measured: 'the same definitions',
    expected: 'the same definitions',
    remedy: '',
  };
}

/** Whether a statement about this very object was refused: `sequence owned by public.s` is about `sequence public.s`. */
function wasRefused(object: string, { refused }: Lacking): boolean {
  const name = object.replace(/^\S+ /, '').replaceAll('"', '');
  return refused.some((refusal) => refusal.object.endsWith(` ${name}`));
}

function quoted(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

export function schemaCheck({ object, kind, lines }: Difference): Check {
  return {
    ...SCHEMA,
    verdict: 'fail',
    reason: 'schema-differs',
    what: object,
    measured: `${kind}: ${lines.slice(0, 4).join('; ')}`,
    expected: 'as in the backup',
    remedy: 'do not rely on this backup; make another one and drill it',
  };
}

/** `there` are the rows that were read back, by table. */
export function compareRows(contents: Contents, there: ReadonlyMap<string, RowDigest>, lacking: Lacking): Found {
  const notVerified: NotVerified[] = [];
  const checks: Check[] = [];
  for (const table of contents.tables) {
    const found = there.get(table.name);
    if (found === undefined && lacking.withoutRows.includes(table.name)) {
      notVerified.push({
        id: ROWS.id,
        what: table.name,
        because: `it needs an extension that the server does not have, or does not take: ${lacking.missingExtensions.join(', ')}`,
        remedy: 'use a server that has it',
        chosen: false,
      });
    } else if (found === undefined || found.hash !== table.hash || found.rows !== table.rows)
      checks.push(rowsCheck(table, found));
  }
  if (checks.length === 0) {
    const rows = [...there.values()].reduce((sum, digest) => sum + digest.rows, 0);
    checks.push({
      ...ROWS,
      verdict: 'pass',
      reason: 'rows-equal',
      what: count(there.size, 'table'),
      measured: `${rows} rows with the same hashes`,
      expected: 'the rows of the manifest',
      remedy: '',
    });
  }
  return { checks, notVerified };
}

function rowsCheck(table: TableRecord, found: RowDigest | undefined): Check {
  return {
    ...ROWS,
    verdict: 'fail',
    reason: 'rows-differ',
    what: table.name,
    measured: found === undefined ? 'the table is not there' : `${found.rows} rows, hash ${found.hash}`,
    expected: `${table.rows} rows, hash ${table.hash}`,
    remedy: 'do not rely on this backup; make another one and drill it',
  };
}

export function compareSequences(contents: Contents, there: readonly SequenceValue[]): readonly Check[] {
  const byName = new Map(there.map((each) => [each.name, each]));
  const checks = contents.sequences.flatMap((expected): Check[] => {
    const found = byName.get(expected.name);
    if (found?.lastValue === expected.lastValue && found.isCalled === expected.isCalled) return [];
    return [
      {
        ...SEQUENCES,
        verdict: 'fail',
        reason: 'sequence-differs',
        what: expected.name,
        measured: found === undefined ? 'it is not there' : words(found),
        expected: words(expected),
        remedy: 'the next insert could take a number that is in use: do not rely on this backup',
      },
    ];
  });
  if (checks.length > 0) return checks;
  const what = count(contents.sequences.length, 'sequence');
  const same = { measured: 'the same values', expected: 'the same values', remedy: '' };
  return [{ ...SEQUENCES, verdict: 'pass', reason: 'sequences-equal', what, ...same }];
}

function words({ lastValue, isCalled }: SequenceValue): string {
  return isCalled ? `${lastValue}, used` : `${lastValue}, next to be used`;
}
