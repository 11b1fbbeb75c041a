import { type Logger, plainLine } from '@lockstep/base';
import type { Terminal } from './terminal.ts';

/**
 * What engines log, on standard error. Names of files and notices of servers are among it: on a runner, a line of theirs
 * could be a command.
 */
export function logOf(terminal: Pick<Terminal, 'tell' | 'debug'>): Logger {
  const tell = (line: string) => terminal.tell(`${plainLine(line)}\n`);
  return {
    info: tell,
    warning: (line) => tell(`warning: ${line}`),
    debug: (line) => (terminal.debug ? tell(line) : undefined),
  };
}
