import { jsonText, plainLine, type Verdict } from '@lockstep/base';
import type { Call } from './command.ts';

/** What a command ends with that shows no list of checks: the same that its action ends with. */
export interface TheEnd {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly message: string;
}

export interface More {
  /** For people: what is written before the last line. */
  readonly text?: string | undefined;
  /** For programs. */
  readonly data?: object | undefined;
}

/**
 * Shows it, and gives its verdict. `name`: of the command. Names of files are in the message: on a runner, a line of theirs
 * could be a command.
 */
export function tellEnd(call: Call, name: string, end: TheEnd, { data, text = '' }: More = {}): Verdict {
  const { json, terminal } = call;
  const { message, reason, verdict } = end;
  if (json) terminal.write(jsonText({ command: name, verdict, reason, message, ...data }));
  else terminal.write(`${text}${terminal.paint(verdict, verdict)} ${name} (${reason}): ${plainLine(message)}\n`);
  return verdict;
}
