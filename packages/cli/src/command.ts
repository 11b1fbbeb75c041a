import type { Verdict } from '@lockstep/base';
import type { Terminal } from './terminal.ts';

/**
 * One command: a file in `commands/` and a line in `commands.ts`. What it needs of the heavy packages it imports where it
 * runs (`await import(…)`), so that the others do not wait for it.
 */
export interface Command {
  readonly name: string;
  /** One line of the list of commands. */
  readonly summary: string;
  /** What `lockstep help NAME` says below the usage: what it is for, what the exit code means, an example. */
  readonly details: string;
  readonly arguments: readonly CommandArgument[];
  /** Each command has `--json` besides. */
  readonly options: readonly CommandOption[];
  /**
   * Does it, and gives the verdict that the exit code tells. Throws InputError for the caller's faults; anything that
   * waits obeys `call.signal`.
   */
  readonly run: (call: Call) => Promise<Verdict>;
}

export interface CommandArgument {
  /** In capitals: `FILE`. */
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
  /** The only values that it may have; the program refuses any other before the command runs. */
  readonly choices?: readonly string[];
}

export interface CommandOption {
  /** `format` is `--format`. */
  readonly name: string;
  /** What stands for its value in the usage: `FORMAT`; undefined for a switch. */
  readonly value?: string;
  /** The commands below the command that read it, as its first argument names them; absent: all of them. */
  readonly of?: readonly string[];
  readonly meaning: string;
  /** It may be given more than once; `call.texts` has all of them. */
  readonly many?: true;
  /** The only values that it may have. */
  readonly choices?: readonly string[];
  readonly absent?: string;
}

/** How a command was called, and all that it may use. */
export interface Call {
  /** The value of an argument or an option; '' where it is absent. */
  readonly text: (name: string) => string;
  /** The values of an option that may be given more than once. */
  readonly texts: (name: string) => readonly string[];
  /** Whether a switch is on. */
  readonly flag: (name: string) => boolean;
  /** The answer is read by a program: one JSON document on standard output, and nothing else there. */
  readonly json: boolean;
  readonly terminal: Terminal;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
  /** All commands, for the one that tells of them. */
  readonly commands: readonly Command[];
}
