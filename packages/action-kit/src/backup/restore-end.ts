import type { TablesRestored, WholeRestored } from '@lockstep/backup';
import { count, nameSome, type Verdict } from '@lockstep/base';

/** What restoring single tables ends with, whoever asked for it. Pure. */
export function tablesEnd(restored: TablesRestored, backup: string) {
  switch (restored.kind) {
    case 'restored': {
      const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
      const names = restored.tables.map(({ name }) => name);
      const message = `${count(rows, 'row')} of ${nameSome(names, 5)} are back, from ${backup}`;
      return { verdict: 'pass', reason: 'tables-restored', message } as const;
    }
    case 'not-in-backup':
      return failed('not-in-backup', `${backup} does not have ${nameSome(restored.tables, 10)}: nothing was restored`);
    case 'not-empty':
      return failed('target-not-empty', `${nameSome(restored.tables, 10)} have rows: nothing was restored`);
    case 'broken':
      return failed('backup-broken', `nothing was restored: ${backup}: ${restored.check.measured}`);
  }
}

/** Where a person did not type the name of the target. */
export function notConfirmedEnd(name: string, backup: string) {
  return failed('not-confirmed', `nothing was restored: type ${name} into confirm-target to restore ${backup} into it`);
}

/** What restoring all of a backup ends with that was refused. */
export function wholeRefusedEnd(restored: Exclude<WholeRestored, { readonly kind: 'restored' }>) {
  if (restored.kind === 'project-differs')
    return failed('project-differs', `nothing was restored: ${nameSome(restored.differences, 20)}`);
  const what = restored.tables === undefined ? 'tables of its own' : `rows in ${nameSome(restored.tables, 10)}`;
  return failed('target-not-empty', `the target database has ${what}: nothing was restored`);
}

type Whole = Extract<WholeRestored, { readonly kind: 'restored' }>;

/** The reason of what the checks of a whole restore came to. */
export function wholeReason(verdict: Verdict, { begun, rolledBack }: Pick<Whole, 'begun' | 'rolledBack'>) {
  if (verdict === 'pass') return 'restored';
  if (verdict === 'unknown') return 'restore-not-verified';
  if (rolledBack === true) return 'restore-rolled-back';
  return begun ? 'restore-differs' : 'backup-broken';
}

function failed<R extends string>(reason: R, message: string) {
  return { verdict: 'fail', reason, message } as const;
}
