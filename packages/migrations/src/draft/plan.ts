import type { Item, State, States } from './item.ts';
import { KINDS } from './kinds.ts';

/** What is done to one item: all of its statements, or none. */
export interface Step {
  readonly does: 'drop' | 'change' | 'create' | 'set';
  readonly id: string;
  readonly statements: readonly string[];
}

/**
 * Steps that make `from` more like `to`: objects first, and their settings once no object differs. `refused`: what could
 * not be changed in its place, so it is dropped and created. Pure.
 */
export function planRound(states: States, refused: ReadonlySet<string>): readonly Step[] {
  const objects = planObjects(states, refused);
  return objects.length > 0 ? objects : planSettings(states);
}

/** Steps that drop some items, with all that needs them. */
export function planDrop(from: State, ids: readonly string[]): readonly Step[] {
  const plan = new Plan({ from, to: { items: new Map(), edges: [] } }, new Set());
  for (const id of ids) plan.drops.add(id);
  plan.close();
  return plan.steps();
}

function planSettings(states: States): readonly Step[] {
  const { from, to } = states;
  const ids = [...new Set([...from.items.keys(), ...to.items.keys()])];
  const found = ids.flatMap((id): Step[] => {
    const [now, before] = [from.items.get(id), to.items.get(id)];
    const kind = (now ?? before)?.kind;
    if (kind === undefined || isObject(kind) || isSame(now, before)) return [];
    const statements = kind.change?.(now, before, states) ?? [];
    return statements.length === 0 ? [] : [{ does: 'set', id, statements }];
  });
  return found.sort((one, other) => rank(one.id, states) - rank(other.id, states));
}

function planObjects(states: States, refused: ReadonlySet<string>): readonly Step[] {
  const { from, to } = states;
  const plan = new Plan(states, refused);
  const old = new Set([...to.items.values()].map(({ address }) => address));
  for (const item of from.items.values())
    if (isObject(item.kind) && !to.items.has(item.id) && !isOld(item, old, to)) plan.drops.add(item.id);
  for (const item of to.items.values()) {
    if (!isObject(item.kind)) continue;
    const now = from.items.get(item.id);
    if (now === undefined) plan.creates.add(item.id);
    else if (!isSame(now, item)) plan.alter(now, item);
  }
  plan.close();
  return plan.steps();
}

function isObject(kind: Item['kind']): boolean {
  return kind.drop !== undefined;
}

/** Where a column is in its table cannot be changed, and a type that was made again has another number. */
function isSame(one: Item | undefined, other: Item | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const text = ({ facts: { position: _, typeId: __, ...facts } }: Item) => JSON.stringify(facts);
  return text(one) === text(other);
}

/**
 * A table or a column that was there before, under another name or as part of another table: with it would go what is in
 * it.
 */
function isOld({ address, kind, parent }: Item, old: ReadonlySet<string>, to: State): boolean {
  if (kind.name !== 'table' && kind.name !== 'column') return false;
  return old.has(address) || (to.items.get(parent)?.facts['parents'] ?? null) !== null;
}

/** A table, and a column whose values no expression makes. */
function holdsRows({ facts: is, kind }: Item, { facts: was }: Item): boolean {
  return kind.name === 'table' || (kind.name === 'column' && is['generated'] === '' && was['generated'] === '');
}

function rank(id: string, { from, to }: States): number {
  const kind = (from.items.get(id) ?? to.items.get(id))?.kind;
  return kind === undefined ? 0 : KINDS.indexOf(kind);
}

class Plan {
  readonly drops = new Set<string>();
  readonly creates = new Set<string>();
  readonly #changes = new Map<string, readonly string[]>();
  /** Gone with what they are part of. */
  readonly #implied = new Set<string>();
  /** What changes, and what needs it has to be out of the way. */
  readonly #blocked = new Set<string>();
  readonly #states: States;
  readonly #refused: ReadonlySet<string>;

  constructor(states: States, refused: ReadonlySet<string>) {
    this.#states = states;
    this.#refused = refused;
  }

  alter(now: Item, before: Item): void {
    const changes = this.#refused.has(now.id) ? undefined : now.kind.change?.(now, before, this.#states);
    if (changes === undefined) {
      if (holdsRows(now, before)) return;
      this.drops.add(now.id);
      this.creates.add(now.id);
      return;
    }
    if (changes.length === 0) return;
    this.#changes.set(now.id, changes);
    if (now.kind.blocks?.(now, before) === true) this.#blocked.add(now.id);
  }

  /** What needs what is dropped goes before, and is created again where it was there. */
  close(): void {
    const { from, to } = this.#states;
    const needing = byNeeded(from);
    const queue = [...this.drops, ...this.#blocked];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const { dependent, isPart } of needing.get(id) ?? []) {
        const isGoing = this.drops.has(id);
        const isColumn = from.items.get(dependent)?.kind.name === 'column';
        if (this.drops.has(dependent)) {
          if (isPart && isGoing) this.#imply(dependent);
          continue;
        }
        if (isPart && !isGoing) continue;
        if (isColumn && !isPart) {
          // The column moves to another type with it; what needs the column does not.
          if (!isGoing && !this.#blocked.has(dependent)) {
            this.#blocked.add(dependent);
            queue.push(dependent);
          }
          continue;
        }
        // Never with its rows: what cannot be restored without is left to a person.
        if (!isPart && from.items.get(dependent)?.kind.name === 'table' && to.items.has(dependent)) continue;
        if (isPart) this.#imply(dependent);
        this.drops.add(dependent);
        this.#changes.delete(dependent);
        if (to.items.has(dependent)) this.creates.add(dependent);
        queue.push(dependent);
      }
    }
  }

  /** Two tables that refer to each other go only once a foreign key of one of them is gone. */
  #imply(id: string): void {
    const item = this.#states.from.items.get(id);
    const isForeignKey = String(item?.facts['def']).startsWith('FOREIGN KEY');
    if (!isForeignKey || !this.#refused.has(item?.parent ?? '')) this.#implied.add(id);
  }

  steps(): readonly Step[] {
    const { from, to } = this.#states;
    const steps = new Map<string, Step>();
    const add = (step: Step) => {
      if (step.statements.length > 0) steps.set(`${step.does} ${step.id}`, step);
    };
    const byRank = (ids: Iterable<string>) => [...ids].sort((a, b) => rank(a, this.#states) - rank(b, this.#states));
    for (const id of byRank(this.drops).reverse()) {
      const item = from.items.get(id);
      if (item !== undefined && !this.#implied.has(id))
        add({ does: 'drop', id, statements: item.kind.drop?.(item, from) ?? [] });
    }
    for (const [id, statements] of this.#changes) add({ does: 'change', id, statements });
    for (const id of byRank(this.creates)) {
      const item = to.items.get(id);
      if (item === undefined || (item.kind.name === 'column' && this.creates.has(item.parent))) continue;
      add({ does: 'create', id, statements: item.kind.create?.(item, to) ?? [] });
    }
    return this.#sorted(steps);
  }

  /** Each step behind those that it needs; a circle is cut where it is met. */
  #sorted(steps: ReadonlyMap<string, Step>): readonly Step[] {
    const { from, to } = this.#states;
    const needing = byNeeded(from);
    const needs = byDependent(to);
    const sorted: Step[] = [];
    const seen = new Set<string>();
    const of = (does: readonly Step['does'][], id: string) => does.map((each) => `${each} ${this.#carrier(each, id)}`);
    const before = ({ does, id }: Step): readonly string[] => {
      if (does === 'drop') return (needing.get(id) ?? []).flatMap(({ dependent }) => of(['drop', 'change'], dependent));
      const dropped = (needing.get(id) ?? []).flatMap(({ dependent }) =>
        does === 'change' ? of(['drop'], dependent) : [],
      );
      const ids = [id, ...this.#carried(id)];
      const needed = ids.flatMap((each) =>
        (needs.get(each) ?? []).flatMap(({ needed: other }) => of(['create', 'change'], other)),
      );
      return [...(does === 'create' ? [`drop ${id}`] : dropped), ...needed];
    };
    const visit = (key: string) => {
      const step = steps.get(key);
      if (step === undefined || seen.has(key)) return;
      seen.add(key);
      for (const other of before(step)) visit(other);
      sorted.push(step);
    };
    for (const key of steps.keys()) visit(key);
    return sorted;
  }

  /** A new table brings its columns. */
  #carrier(does: Step['does'], id: string): string {
    if (does !== 'create') return id;
    const item = this.#states.to.items.get(id);
    return item?.kind.name === 'column' && this.creates.has(item.parent) ? item.parent : id;
  }

  #carried(id: string): readonly string[] {
    if (!this.creates.has(id)) return [];
    return [...this.#states.to.items.values()].flatMap((item) =>
      item.kind.name === 'column' && item.parent === id ? [item.id] : [],
    );
  }
}

function byNeeded({ edges }: State) {
  const found = new Map<string, (typeof edges)[number][]>();
  for (const edge of edges) found.set(edge.needed, [...(found.get(edge.needed) ?? []), edge]);
  return found;
}

function byDependent({ edges }: State) {
  const found = new Map<string, (typeof edges)[number][]>();
  for (const edge of edges) found.set(edge.dependent, [...(found.get(edge.dependent) ?? []), edge]);
  return found;
}
