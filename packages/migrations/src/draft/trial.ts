import { identifier, type Session } from '@lockstep/postgres';
import { faithful } from './faithful.ts';
import type { Item, State } from './item.ts';
import { GROUPS, type Name, readNames, rename } from './names.ts';
import { planDrop, planRound, type Step } from './plan.ts';
import { readState } from './state.ts';

/** How it was. */
export interface Before {
  readonly state: State;
  readonly names: ReadonlyMap<string, Name>;
}

const ROUNDS = 8;

/**
 * Statements that make the schema what it was, found by running them: within the session's transaction, which is rolled
 * back by the caller. What the server refuses is left out, and tried in another way in the next round.
 */
export async function undo(session: Session, before: Before, after: Before): Promise<readonly string[]> {
  const done: string[] = [];
  await renameAll(session, { before, after }, done);
  let from = done.length === 0 ? after.state : await readState(session);
  const refused = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const steps = planRound({ from, to: before.state }, refused);
    let moved = false;
    for (const step of steps) moved = (await take(session, step, { done, refused })) || moved;
    if (!moved) break;
    from = await readState(session);
  }
  return done;
}

interface Taken {
  readonly done: string[];
  readonly refused: Set<string>;
}

/** All statements of a step, or none; whether it changed anything that was not tried yet. */
async function take(
  session: Session,
  { does, id, statements: given }: Step,
  { done, refused }: Taken,
): Promise<boolean> {
  // The body of a routine is text.
  const statements = id.startsWith('routine ') ? given : given.map(faithful);
  // What did not help before does not help again; what was dropped in between is created again.
  if ((does === 'change' || does === 'set') && statements.every((each) => done.includes(each))) return false;
  const isNew = !refused.has(id);
  if (await runAll(session, statements)) {
    done.push(...statements);
    return true;
  }
  refused.add(id);
  return isNew;
}

const POINT = 'lockstep_draft';

async function runAll(session: Session, statements: readonly string[]): Promise<boolean> {
  await session.rows(`savepoint ${identifier(POINT)}`);
  const result = await session.send(statements.map((each) => `${each};`).join('\n'));
  if (!result.ok) await session.rows(`rollback to savepoint ${identifier(POINT)}`);
  await session.rows(`release savepoint ${identifier(POINT)}`);
  return result.ok;
}

interface Both {
  readonly before: Before;
  readonly after: Before;
}

/** Names first: what has its old name is the same thing again. */
async function renameAll(session: Session, { after, before }: Both, done: string[]): Promise<void> {
  const isRenamed = (now: Name) => {
    const was = before.names.get(now.address);
    return was !== undefined && (was.name !== now.name || was.schema !== now.schema);
  };
  const groups = new Set([...after.names.values()].filter(isRenamed).map(({ group }) => group));
  for (const group of GROUPS.filter((each) => groups.has(each))) {
    for (const now of (await readNames(session, [group])).values()) {
      const was = before.names.get(now.address);
      if (was === undefined || !isRenamed(now)) continue;
      const statements = rename(now, was);
      if (await runAll(session, statements)) {
        done.push(...statements);
        continue;
      }
      // Something new has the name.
      const current = await readState(session);
      const inTheWay = [...current.items.values()].filter((item) => isInTheWay(item, was, before.state));
      const ids = inTheWay.map(({ id }) => id);
      const drops = planDrop(current, ids).flatMap((step) => step.statements);
      if (ids.length > 0 && (await runAll(session, [...drops, ...statements]))) done.push(...drops, ...statements);
    }
  }
}

function isInTheWay(item: Item, was: Name, before: State): boolean {
  if (item.address === '' || [...before.items.values()].some(({ address }) => address === item.address)) return false;
  const plain = item.name.replaceAll('"', '').replace(/\(.*$/, '');
  return was.schema === '' ? plain.split(/[. ]/).includes(was.name) : plain === `${was.schema}.${was.name}`;
}
