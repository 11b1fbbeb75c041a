import type { Created, Manifest } from '@lockstep/backup';
import { count, nameSome } from '@lockstep/base';

/** What making a backup ends with, whoever asked for it. Pure. */
export function createEnd(created: Created, place: string) {
  switch (created.kind) {
    case 'backed-up':
      return backedUp(created.manifest, place);
    case 'rows-hidden':
      return refused('rows-hidden', `row-level security hides rows of ${nameSome(created.tables, 10)} from this role`);
    case 'not-readable':
      return refused('not-readable', `this role may not read ${nameSome(created.tables, 10)}`);
    case 'large-objects':
      return refused('large-objects', `${count(created.count, 'large object')}: they would not be contained`);
    case 'nothing-to-back-up':
      return refused('nothing-to-back-up', 'the database has no table of its own');
    case 'lock-timeout':
      return none('lock-timeout', created.why);
    case 'gave-way':
      return none(created.to === 'time' ? 'took-too-long' : 'gave-way', created.why);
    case 'id-taken':
      return none('id-taken', `${created.id} is stored already`);
  }
}

/** What is stored of a backup, in bytes. */
export function storedBytes({ contents, objects }: Manifest): number {
  return objects.reduce((sum, object) => sum + object.bytes, contents.bytes);
}

/** How long it took. */
export function secondsOf({ finishedAt, takenAt }: Manifest): number {
  return (Date.parse(finishedAt) - Date.parse(takenAt)) / 1_000;
}

function backedUp(manifest: Manifest, place: string) {
  const { id, tier, totals } = manifest;
  const what = `${count(totals.tables, 'table')}, ${count(totals.rows, 'row')}`;
  const size = `${(storedBytes(manifest) / 1e6).toFixed(1)} MB in ${secondsOf(manifest).toFixed(1)} s`;
  return { verdict: 'pass', reason: 'backed-up', message: `${tier}/${id} in ${place}: ${what}, ${size}` } as const;
}

function refused<R extends string>(reason: R, why: string) {
  return { verdict: 'fail', reason, message: `no backup was made: ${why}` } as const;
}

function none<R extends string>(reason: R, why: string) {
  return { verdict: 'unknown', reason, message: `no backup: ${why}` } as const;
}
