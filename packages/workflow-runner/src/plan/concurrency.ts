import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isScalar } from '@actions/workflow-parser/templates/tokens/type-guards';
import { type Scope, textOf } from '../expressions/expressions.ts';
import { member } from '../expressions/tokens.ts';

/** Pending runs or jobs that a group with `queue: max` keeps (docs.github.com/actions/concepts/workflows-and-actions/concurrency). */
const LONGEST_QUEUE = 100;

export interface ConcurrencyRequest {
  readonly group: string;
  readonly cancelInProgress: boolean;
  readonly queue: 'single' | 'max';
}

/** What a `concurrency` key asks for; undefined where there is none, or its group is empty. */
export function readConcurrency(token: TemplateToken | undefined, scope: Scope): ConcurrencyRequest | undefined {
  if (token === undefined) return undefined;
  const group = isScalar(token) ? textOf(token, scope) : textOf(member(token, 'group'), scope);
  if (group === '') return undefined;
  return {
    group: group.toLowerCase(),
    cancelInProgress: textOf(member(token, 'cancel-in-progress'), scope) === 'true',
    queue: textOf(member(token, 'queue'), scope) === 'max' ? 'max' : 'single',
  };
}

/** Somebody who holds a group or waits for it. */
export interface Contender {
  /** Cancelled by somebody newer in the group. */
  cancel(reason: string): void;
  /** Who waits for whom: a holder that is among these can never let go. */
  readonly within: readonly Contender[];
}

interface Waiting {
  readonly contender: Contender;
  readonly admit: (leave: () => void) => void;
}

/** The concurrency groups of a repository, across its runs. */
export class ConcurrencyGroups {
  readonly #groups = new Map<string, { holder: Contender; waiting: Waiting[] }>();

  /** Resolves, to what gives the group back, when the contender may go on. Until then it may be cancelled. */
  async enter(request: ConcurrencyRequest, contender: Contender, onWait: () => void): Promise<() => void> {
    const group = this.#groups.get(request.group);
    if (group === undefined) return this.#hold(request.group, contender);
    if (contender.within.includes(group.holder))
      contender.cancel(`Canceling since a deadlock for concurrency group '${request.group}' was detected`);
    const why = `Canceling since a higher priority waiting request for ${request.group} exists`;
    if (request.queue === 'single') for (const { contender: older } of group.waiting.splice(0)) older.cancel(why);
    else if (group.waiting.length >= LONGEST_QUEUE) contender.cancel(why);
    const admitted = new Promise<() => void>((admit) => group.waiting.push({ contender, admit }));
    if (request.cancelInProgress) group.holder.cancel(why);
    onWait();
    return admitted;
  }

  /** Takes a cancelled contender out of the line. */
  abandon(contender: Contender): void {
    for (const group of this.#groups.values())
      group.waiting = group.waiting.filter((waiting) => waiting.contender !== contender);
  }

  #hold(name: string, holder: Contender): () => void {
    const group = { holder, waiting: this.#groups.get(name)?.waiting ?? [] };
    this.#groups.set(name, group);
    return () => {
      if (this.#groups.get(name) !== group) return;
      const next = group.waiting.shift();
      if (next === undefined) this.#groups.delete(name);
      else next.admit(this.#hold(name, next.contender));
    };
  }
}
