import type { Outcome, Shell } from '@lockstep/action-shell';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';

/** One command of the action: a file here, a word in the input `command`, and a line in `all.ts`. */
export interface Command {
  /** Problems between inputs, as far as this command reads them. */
  readonly problems: (values: Inputs) => readonly string[];
  readonly run: (values: Inputs, shell: Shell) => Promise<Outcome<Reason>>;
}
