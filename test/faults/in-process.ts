import { randomUUID } from 'node:crypto';
import {
  type Action,
  decideUndo,
  type JobStatus,
  type Journal,
  type MainEnd,
  type Outcome,
  type RunEnvironment,
  requireInputs,
  type Shape,
  type Shell,
} from '@lockstep/action-shell';
import { asError, type Clock, describe } from '@lockstep/base';

export interface StepOptions {
  readonly env: RunEnvironment;
  readonly clock: Clock;
  readonly journal: Journal | undefined;
}

export interface StepEnd extends Outcome {
  readonly log: readonly string[];
  /** What the step shows on the run page. */
  readonly summary: string;
}

/**
 * A step of a job in this very process, as `runAction` would run it: for the many cases of a fault matrix. What a
 * process of its own shows (kills, signals, the runner's files) is for the tests that spawn bundles.
 */
export class Step<S extends Shape> {
  readonly #action: Action<S>;
  readonly #raw: Readonly<Record<string, string>>;
  readonly #options: StepOptions;
  readonly #state = new Map<string, string>();
  readonly #instance = randomUUID();
  #main: MainEnd = 'interrupted';

  constructor(action: Action<S>, inputs: Readonly<Record<string, string>>, options: StepOptions) {
    this.#action = action;
    this.#raw = inputs;
    this.#options = options;
  }

  /** `state`: what an earlier step of the same kind left, where its process was killed. */
  restore(state: Readonly<Record<string, string>>): this {
    for (const [key, value] of Object.entries(state)) this.#state.set(key.replace(/^lockstep-/, ''), value);
    return this;
  }

  async main(): Promise<StepEnd> {
    const said = { log: [], blocks: [] };
    const end = await told(() => this.#action.run(this.#values(), this.#shell(said)));
    this.#main = (end.passes ?? end.verdict === 'pass') ? 'finished' : 'failed';
    return { ...end, ...readable(said) };
  }

  /** Undefined where there was nothing to undo, or the journal says to leave it. */
  async post(jobStatus: JobStatus): Promise<StepEnd | undefined> {
    const { post } = this.#action;
    const { journal } = this.#options;
    const undo = decideUndo({
      release: journal?.read().state ?? 'none',
      main: this.#main,
      job: jobStatus,
      onFailure: this.#raw['on-failure'] as 'auto' | undefined,
    });
    if (post === undefined || !undo.undo) return undefined;
    const said = { log: [], blocks: [] };
    const shell = { ...this.#shell(said), main: this.#main, jobStatus, undo };
    let silent = false;
    const end = await told(async () => {
      const outcome = await post.run(this.#values(), shell);
      silent = outcome === undefined;
      return outcome ?? { verdict: 'pass', reason: 'nothing', message: '' };
    });
    if (silent) return undefined;
    const { verdict, reason, message, kept = false } = end;
    journal?.undone(this.#action.name, { verdict, reason, message, kept });
    return { ...end, ...readable(said) };
  }

  #values() {
    return requireInputs(this.#action.inputs, (name) => this.#raw[name] ?? '');
  }

  #shell({ log, blocks }: Said): Shell {
    const line = (text: string) => void log.push(text);
    return {
      log: { info: line, warning: line, debug: line, notice: line, foreign: line, group: (_title, work) => work() },
      signal: new AbortController().signal,
      clock: this.#options.clock,
      env: this.#options.env,
      journal: this.#options.journal,
      state: {
        save: (key, value) => void this.#state.set(key, JSON.stringify(value)),
        keep: (key, value) => void this.#state.set(key, JSON.stringify(value)),
        get: (key) => {
          const value = this.#state.get(key);
          return value === undefined ? undefined : (JSON.parse(value) as unknown);
        },
      },
      summary: { add: (block) => void blocks.push(block.trimEnd()) },
      instance: this.#instance,
      annotate: () => undefined,
      mask: () => undefined,
      exportVariable: () => undefined,
    };
  }
}

/** What a step has said so far. */
interface Said {
  readonly log: string[];
  readonly blocks: string[];
}

const readable = ({ log, blocks }: Said) => ({ log, summary: blocks.join('\n\n') });

async function told(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    return { verdict: 'unknown', reason: asError(error).name, message: describe(error) };
  }
}
