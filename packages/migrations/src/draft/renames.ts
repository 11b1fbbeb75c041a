import { identifier, type Session } from '@lockstep/postgres';
import type { Item, State } from './item.ts';
import { GROUPS, type Group, type Name, readNames, rename } from './names.ts';
import { planDrop } from './plan.ts';
import { runAll } from './run-all.ts';
import { readState } from './state.ts';

/** How it was. */
export interface Before {
  readonly state: State;
  readonly names: ReadonlyMap<string, Name>;
}

interface Both {
  readonly before: Before;
  readonly after: Before;
}

interface Renamed {
  readonly now: Name;
  readonly was: Name;
}

/** Names first: what has its old name is the same thing again. */
export async function renameAll(session: Session, { after, before }: Both, done: string[]): Promise<void> {
  const groups = new Set(renamed(after.names, before).map(({ now }) => now.group));
  for (const group of GROUPS.filter((each) => groups.has(each))) {
    const all = renamed(await readNames(session, [group]), before);
    let left = await renameFree(session, all, done);
    left = await makeRoom(session, left, { before, done });
    await renameCircles(session, left, { before, done, group });
  }
}

function renamed(names: ReadonlyMap<string, Name>, before: Before): readonly Renamed[] {
  return [...names.values()].flatMap((now) => {
    const was = before.names.get(now.address);
    return was !== undefined && (was.name !== now.name || was.schema !== now.schema) ? [{ now, was }] : [];
  });
}

/** Those whose name is free, until no more are: one may have the name that another had. The others are left. */
async function renameFree(session: Session, all: readonly Renamed[], done: string[]): Promise<readonly Renamed[]> {
  const left: Renamed[] = [];
  for (const each of all) {
    const statements = rename(each.now, each.was);
    if (await runAll(session, statements)) done.push(...statements);
    else left.push(each);
  }
  return left.length === 0 || left.length === all.length ? left : renameFree(session, left, done);
}

/** Something new has the name: it is dropped first. */
async function makeRoom(
  session: Session,
  all: readonly Renamed[],
  { before, done }: { readonly before: Before; readonly done: string[] },
): Promise<readonly Renamed[]> {
  const left: Renamed[] = [];
  for (const each of all) {
    const statements = rename(each.now, each.was);
    const current = await readState(session);
    const inTheWay = [...current.items.values()].filter((item) => isInTheWay(item, each.was, before.state));
    const ids = inTheWay.map(({ id }) => id);
    const drops = planDrop(current, ids).flatMap((step) => step.statements);
    if (ids.length > 0 && (await runAll(session, [...drops, ...statements]))) done.push(...drops, ...statements);
    else left.push(each);
  }
  return left.length === 0 || left.length === all.length ? left : renameFree(session, left, done);
}

/** No object of anybody's is called so. */
const BETWEEN = 'lockstep_name_between';
const POINT = 'lockstep_circle';

/** Two that have each other's name, or more in a circle: one of them has another name in between. */
async function renameCircles(
  session: Session,
  left: readonly Renamed[],
  { before, done, group }: { readonly before: Before; readonly done: string[]; readonly group: Group },
): Promise<void> {
  const [first, ...others] = left;
  if (first === undefined || others.length === 0) return;
  const said: string[] = [];
  await session.rows(`savepoint ${identifier(POINT)}`);
  const { now } = first;
  const aside = rename(now, { ...now, name: BETWEEN, quoted: identifier(BETWEEN) });
  let next: readonly Renamed[] = others;
  let isBack = false;
  if (await runAll(session, aside)) {
    said.push(...aside);
    next = await renameFree(session, others, said);
    const again = renamed(await readNames(session, [group]), before).find((each) => each.now.address === now.address);
    isBack = again !== undefined && (await renameFree(session, [again], said)).length === 0;
  }
  if (isBack) done.push(...said);
  else await session.rows(`rollback to savepoint ${identifier(POINT)}`);
  await session.rows(`release savepoint ${identifier(POINT)}`);
  await renameCircles(session, isBack ? next : others, { before, done, group });
}

function isInTheWay(item: Item, was: Name, before: State): boolean {
  if (item.address === '' || [...before.items.values()].some(({ address }) => address === item.address)) return false;
  const plain = item.name.replaceAll('"', '').replace(/\(.*$/, '');
  return was.schema === '' ? plain.split(/[. ]/).includes(was.name) : plain === `${was.schema}.${was.name}`;
}
