import type { Session } from '@lockstep/postgres';
import { faithful } from './faithful.ts';
import type { State } from './item.ts';
import { planRound, type Step } from './plan.ts';
import { type Before, renameAll } from './renames.ts';
import { runAll } from './run-all.ts';
import { readState } from './state.ts';

const ROUNDS = 8;

/**
 * Statements that make the schema what it was, found by running them: within the session's transaction, which is rolled
 * back by the caller. What the server refuses is left out, and tried in another way in the next round.
 */
export async function undo(session: Session, before: Before, after: Before): Promise<readonly string[]> {
  const done: string[] = [];
  await renameAll(session, { before, after }, done);
  let from = done.length === 0 ? after.state : await readState(session);
  const room = dropsOfIdentities(from, before.state);
  if (room.length > 0 && (await runAll(session, room))) {
    done.push(...room);
    from = await readState(session);
  }
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

/** A sequence that an identity brought has the name of one that was there before: that of the serial that it replaced. */
function dropsOfIdentities(now: State, before: State): readonly string[] {
  return [...now.items.values()].flatMap(({ facts, id, kind }) => {
    const isNew = kind.name === 'column' && facts['identity'] !== '' && before.items.get(id)?.facts['identity'] === '';
    return isNew && before.items.has(`sequence ${facts['sequence'].name}`)
      ? [`alter table ${facts['table']} alter column ${facts['column']} drop identity`]
      : [];
  });
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
