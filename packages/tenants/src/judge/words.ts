import type { Verb } from '../probe/closed.ts';
import type { CellKind } from '../probe/probe-table.ts';

/** What is checked, by the verb. */
export const TITLES: Readonly<Record<Verb, string>> = {
  read: 'No one reads rows of another tenant',
  change: 'No one changes rows of another tenant',
  delete: 'No one deletes rows of another tenant',
  plant: 'No one inserts rows into another tenant',
  move: 'No one moves a row into another tenant',
};

export const LEAKS: Readonly<Record<Verb, string>> = {
  read: "another tenant's row was returned",
  change: "another tenant's row was changed",
  delete: "another tenant's row was deleted",
  plant: 'a row was inserted into another tenant',
  move: 'an own row was moved into another tenant',
};

export const MEASURED: Readonly<Record<Exclude<CellKind, 'leak'>, string>> = {
  apart: 'possible with own rows, impossible with those of the other tenant',
  closed: '',
  refused: "impossible with the other tenant's rows, and not allowed with own rows either",
  'control-failed': 'the identity does not reach its own row either, so the attempt proves nothing',
  'stopped-by-database': 'the database stopped the statement for another reason than a policy',
  'no-row': 'there is no row of the other tenant to try it with',
};

export const UNKNOWN_REMEDY: Readonly<Record<Exclude<CellKind, 'leak' | 'apart' | 'closed' | 'refused'>, string>> = {
  'control-failed':
    'Correct `identities` (the claims or settings that the policies read) until the identity sees its own rows, or revoke the privilege if no one should use the table.',
  'stopped-by-database':
    'Give the table a row in `fixtures` that its constraints and triggers accept, or correct the trigger that fails.',
  'no-row': 'Give the table a row in `fixtures`.',
};
