import { count, nameSome } from '@lockstep/base';
import type { readAdoptPlan, readRepairPlan, readStatus } from '@lockstep/migrations';
import { end } from './end.ts';
import { noteWords } from './words.ts';

type Read<F extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>;

export function statusEnd({ notes, versions }: Read<typeof readStatus>) {
  const inState = (state: State) => versions.filter((each) => each.state === state).length;
  const odd = ODD.map(([state, words]) => ({ found: inState(state), words })).filter(({ found }) => found > 0);
  const others = odd.map(({ found, words }) => `, ${found} ${words}`).join('');
  const message = `${count(versions.length, 'migration')}, ${inState('pending')} pending${others}${noteWords(notes)}`;
  return end({ verdict: 'pass', reason: 'status', message });
}

type State = Read<typeof readStatus>['versions'][number]['state'];

/** What a person has to look at; whether it refuses a migration, a plan decides. */
const ODD: readonly (readonly [State, string])[] = [
  ['checksum-mismatch', 'edited since applied'],
  ['no-file', 'applied without a file here'],
  ['partial', 'stopped in the middle'],
  ['down-incomplete', 'stopped while its down migration ran'],
];

const UNAPPLIED: readonly string[] = ['pending', 'partial'];

/** The newest version that is applied; '' where none is. */
export function newestApplied({ versions }: Read<typeof readStatus>): string {
  return versions.findLast((each) => !UNAPPLIED.includes(each.state))?.version ?? '';
}

export function adoptEnd({ adopted, lacking, notes }: Read<typeof readAdoptPlan>, dryRun: boolean) {
  const left = lacking.length === 0 ? '' : `; never applied and still pending: ${nameSome(lacking, 3)}`;
  const done = `${dryRun ? 'would record' : 'recorded'} ${count(adopted.length, 'migration')} as applied`;
  const message = `${done}; nothing was run${left}${noteWords(notes)}`;
  return end({ verdict: 'pass', reason: dryRun ? 'dry-run' : 'adopted', message });
}

export function repairEnd(done: Read<typeof readRepairPlan>, does: 'accept' | 'drop', dryRun: boolean) {
  const what = does === 'drop' ? `drops the record of ${done.version}` : `accepts ${done.file} as it is now`;
  const message = `${dryRun ? 'dry run: ' : ''}${what}; nothing was run`;
  return end({ verdict: 'pass', reason: dryRun ? 'dry-run' : 'repaired', message });
}
