import { describe } from '@lockstep/base';
import { assertLockHeld, empty, join, lockTimeout } from './envelope.ts';
import type { AloneSegment, Execution, ScriptContext } from './execution.ts';
import { attempted, clearLeftovers, isDoneAlready, requireValid } from './leftovers.ts';
import { bare, own, rolledBack, runPart } from './parts.ts';
import { type Retried, retryLocks } from './retry-locks.ts';

/**
 * Runs a statement that PostgreSQL refuses in a transaction, as often as its locks need it. What an attempt leaves is
 * looked for before the next one, and whether it took effect. `begunBefore`: an earlier run began it, and nobody saw its
 * end.
 */
export async function runAlone(context: ScriptContext, segment: AloneSegment, begunBefore: boolean): Promise<Retried> {
  const { engine, script, session } = context;
  let ours = begunBefore;
  const result = await retryLocks(engine, session, script.source.name, async () => {
    const before = ours ? await doneBefore(context, segment) : undefined;
    if (before !== undefined) return before;
    const cleared = await clearLeftovers(context, segment, { ours, patient: true });
    if (!cleared.ok) return cleared;
    ours = true;
    const execution = await send(context, segment, isPatient(segment));
    if (execution.ok) return requireValid(context, segment);
    return begunBefore && saysDone(segment, execution) ? ({ ok: true } as const) : execution;
  });
  if (!result.execution.ok && !session.lost) await clearUp(context, segment);
  return result;
}

/** An old transaction may hold these up for minutes; meanwhile they block nobody. */
function isPatient({ what }: AloneSegment): boolean {
  return what.does === 'create-index' || ('concurrent' in what && what.concurrent);
}

/** How an earlier attempt of ours ended, where it is done or must not be begun again; undefined where it must run. */
async function doneBefore({ session }: ScriptContext, segment: AloneSegment): Promise<Execution | undefined> {
  let isDone = false;
  const asked = await attempted(segment, async () => {
    isDone = await isDoneAlready(session, segment);
  });
  return isDone || !asked.ok ? asked : undefined;
}

/** Behind a failure nobody waits for long: what stays is dropped by whoever runs the statement again. */
async function clearUp(context: ScriptContext, segment: AloneSegment): Promise<void> {
  const cleared = await clearLeftovers(context, segment, { ours: true, patient: false });
  if (cleared.ok || cleared.error === undefined || context.session.lost) return;
  const { log } = context.engine;
  log.warning(`an invalid index stays until this migration is run again: ${describe(cleared.error)}`);
}

/** It ran before we were interrupted, and its error now is the proof. */
function saysDone({ what }: AloneSegment, execution: Execution): boolean {
  if (execution.ok || what.does !== 'once' || execution.error === undefined) return false;
  return 'server' in execution.error && execution.error.server.code === what.doneState;
}

/** Runs one statement outside of any transaction. `patient`: its wait for locks blocks nobody and needs no limit. */
async function send(context: ScriptContext, { piece }: AloneSegment, patient: boolean): Promise<Execution> {
  const { engine, session } = context;
  // Messages of their own: the server puts the statements of one into one transaction.
  const before = patient ? join(assertLockHeld(session), lockTimeout(engine, true)) : assertLockHeld(session);
  const prepared = await runPart(context, own(before));
  if (!prepared.ok) return prepared;
  const done = await runPart(context, bare({ ...piece, kind: 'sql', statements: 1 }));
  if (!done.ok || session.status() !== 'I') await rolledBack(session, done, empty);
  if (patient && !session.lost) await session.send(lockTimeout(engine, false).sql);
  return done;
}
