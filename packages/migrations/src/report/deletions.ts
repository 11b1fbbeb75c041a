import { basename } from 'node:path';
import { nameSome } from '@lockstep/base';
import { rowsWords } from './migration-table.ts';
import type { MigrationReport } from './plan-report.ts';

const NAMED = 8;

/**
 * What a mistake in the contract migrations of a plan would cost, in one line: what they delete for good, with the rows
 * that lose something; '' where they delete nothing.
 */
export function describeDeletions({ migrations }: { readonly migrations: readonly MigrationReport[] }): string {
  const contract = migrations.filter(
    ({ archive, does, phase }) =>
      does === 'apply' && phase === 'contract' && (archive === null || archive.does === 'delete'),
  );
  const known = contract.flatMap(({ losses }) => losses).filter(({ rows }) => rows?.count !== 0 || rows.more);
  const unseen = contract.filter(({ opaque }) => opaque).map(({ file }) => basename(file));
  const parts = [
    ...(known.length === 0
      ? []
      : [
          nameSome(
            known.map((each) => `${each.what} (${rowsWords(each)})`),
            NAMED,
          ),
        ]),
    ...(unseen.length === 0 ? [] : [`what shows only when ${nameSome(unseen, NAMED)} runs`]),
  ];
  return parts.join(', and ');
}
