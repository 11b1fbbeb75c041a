import { identifier, literal, type Session } from '@lockstep/postgres';
import type { RoleFacts, Table } from '../catalog/types.ts';
import type { Actor } from './actor.ts';
import { type Answer, attemptAll } from './attempt.ts';
import { closedBy, type Verb } from './closed.ts';
import { type Probe, planTable, type Subject } from './plan-table.ts';

export type CellKind =
  | 'leak'
  /** Own rows could be reached, the other's could not. */
  | 'apart'
  /** By its privileges and policies the role reaches no row at all. */
  | 'closed'
  /** It reaches no row of the other's, and may not do this with its own either. */
  | 'refused'
  | 'control-failed'
  | 'stopped-by-database'
  | 'no-row';

/** Who can do what to which rows. */
export interface Cell {
  readonly verb: Verb;
  readonly actor: string;
  readonly role: string;
  readonly table: Table;
  /** Of objects of Storage, in which bucket. */
  readonly bucket?: string;
  readonly kind: CellKind;
  /** What showed it: the statement without its values, or the server's words. */
  readonly evidence: string;
}

const DENIED = '42501';
const RAISED = 'P0001';
const FOREIGN_KEY = '23503';
/** A policy reads a setting that is not there, or casts an empty one: who belongs to no tenant is refused that way too. */
const NO_TENANT = ['42704', '22P02'];

export interface Probing {
  readonly session: Session;
  readonly actor: Actor;
  readonly role: RoleFacts;
  /** Whether the session may switch triggers off by a setting. */
  readonly superuser: boolean;
  /** All tables: some refer to the one that is probed. */
  readonly tables: readonly Table[];
}

/** Tries all that somebody could do to rows that are not theirs. */
export async function probeTable(probing: Probing, subject: Subject, verbs: readonly Verb[]): Promise<readonly Cell[]> {
  const { actor, role, session } = probing;
  const { foreign, rights, table } = subject;
  const open = verbs.filter((verb) => closedBy(table, role, rights, verb) === undefined);
  // Also where everyone may read it: whoever sees their own row and may not write it is refused.
  const reads =
    verbs.includes('read') || closedBy(table, role, rights, 'read') !== undefined ? [] : (['read'] as const);
  const probes = planTable(subject, [...open, ...reads]);
  const answers = await attemptAll(
    session,
    actor,
    probes.map(({ attempt }) => attempt),
  );
  const tried = probes.map((probe, at) => ({ probe, answer: answers[at] as Answer }));
  const read = decide('read', tried, { isStranger: subject.own.length === 0, mayRead: false });
  const cells: Cell[] = [];
  for (const verb of verbs) {
    const cell = (kind: CellKind, evidence: string): Cell => ({
      verb,
      actor: actor.name,
      role: role.name,
      table,
      kind,
      evidence,
    });
    const closed = closedBy(table, role, rights, verb);
    if (closed !== undefined) cells.push(cell('closed', closed));
    else if (foreign.length === 0) cells.push(cell('no-row', ''));
    else {
      const facts = { isStranger: subject.own.length === 0, mayRead: read.control };
      const first = decide(verb, tried, facts);
      const found =
        first.kind === 'stopped-by-database' ? await againstOneRow(probing, subject, { verb, first }) : first;
      if (tried.some(({ probe }) => probe.verb === verb)) cells.push(cell(found.kind, found.evidence));
    }
  }
  return cells;
}

interface Tried {
  readonly probe: Probe;
  readonly answer: Answer;
}

interface Decision {
  readonly kind: CellKind;
  readonly evidence: string;
  readonly control: boolean;
}

/** What the tries of one verb say together. */
export function decide(
  verb: Verb,
  all: readonly Tried[],
  { isStranger, mayRead }: { readonly isStranger: boolean; readonly mayRead: boolean },
): Decision {
  const tried = all.filter(({ probe }) => probe.verb === verb);
  const signs = tried.map(({ answer, probe }) => ({ probe, answer, ...probe.read(answer) }));
  const control = signs.some((sign) => sign.control);
  const leak = signs.find((sign) => sign.leak);
  if (leak !== undefined) return { kind: 'leak', evidence: leak.probe.shown, control };
  const stopped = undecided(verb, tried, isStranger);
  if (stopped !== undefined) return { kind: 'stopped-by-database', evidence: stopped.message, control };
  if (control) return { kind: 'apart', evidence: '', control };
  if (isStranger || (mayRead && verb !== 'read')) return { kind: 'refused', evidence: '', control };
  const words = tried.find(({ answer }) => answer.code !== '')?.answer.message ?? 'it reached no row of its own';
  return { kind: 'control-failed', evidence: words, control };
}

/** A try that ended for another reason than a policy, so that what the policy says is not known. */
function undecided(verb: Verb, tried: readonly Tried[], isStranger: boolean): Answer | undefined {
  const aimed = tried.filter(({ probe }) => probe.isControl !== true);
  const isGuard = (code: string) =>
    (code === RAISED && (verb === 'move' || verb === 'plant')) || (isStranger && NO_TENANT.includes(code));
  const stopped = aimed.filter(({ answer: { code }, probe }) => {
    if (code === '' || code === DENIED || isGuard(code)) return false;
    return !(probe.mixed === true && code === FOREIGN_KEY);
  });
  // One way to move a row that constraints refuse says nothing, as long as another one was refused by the policy.
  if (
    verb === 'move' &&
    stopped.length < aimed.length &&
    aimed.some(({ answer }) => answer.code === DENIED || isGuard(answer.code))
  )
    return undefined;
  return stopped[0]?.answer;
}

interface Stopped {
  readonly verb: Verb;
  readonly first: Decision;
}

/**
 * Once more where there is one row, the other's: then what stops the statement is about that row. Own rows, of which a
 * trigger or a reference may have stopped it, are out of the way.
 */
async function againstOneRow(probing: Probing, subject: Subject, { first, verb }: Stopped): Promise<Decision> {
  const [target] = subject.foreign;
  if ((verb !== 'change' && verb !== 'delete') || target === undefined) return first;
  const alone: Subject = { ...subject, own: [], foreign: [target] };
  const probes = planTable(alone, [verb]).filter(({ isControl }) => isControl !== true);
  const before = leaveOne(probing, subject.table, target);
  const answers = await attemptAll(
    probing.session,
    probing.actor,
    probes.map(({ attempt }) => ({ ...attempt, before })),
  );
  const tried = probes.map((probe, at) => ({ probe, answer: answers[at] as Answer }));
  const { control } = first;
  for (const { answer, probe } of tried) {
    if (probe.read(answer).leak || (verb === 'delete' && answer.code === FOREIGN_KEY))
      return { kind: 'leak', evidence: probe.shown, control };
  }
  const odd = tried.find(({ answer: { code } }) => code !== '' && code !== DENIED && code !== RAISED);
  if (odd !== undefined) return { kind: 'stopped-by-database', evidence: odd.answer.message, control };
  return { kind: control ? 'apart' : 'refused', evidence: '', control };
}

function leaveOne({ superuser, tables }: Probing, table: Table, key: string): string {
  const rest = `delete from ${table.sql} where tableoid::text || ctid::text <> ${literal(key)}`;
  if (superuser)
    return `set local session_replication_role = replica; ${rest}; set local session_replication_role = origin`;
  const referring = tables.flatMap((one) =>
    one.foreignKeys
      .filter(({ target }) => target === table.oid && one.parent === null)
      .map(({ name }) => `alter table ${one.sql} drop constraint ${identifier(name)}`),
  );
  const triggers = (state: string) => `alter table ${table.sql} ${state} trigger user`;
  return [...referring, triggers('disable'), rest, triggers('enable')].join('; ');
}
