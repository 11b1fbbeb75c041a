import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Server, STOP_WITHIN_MS, type Start } from './start.ts';

/** The server as a child of this process. */
export const startDirectly: Start = ({ as, bin, clock, data }): Server => {
  const child = spawn(join(bin, 'postgres'), ['-D', data], { ...as, stdio: 'ignore' });
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code) => {
    ended = `it ended with code ${code}`;
  });
  return {
    ended: () => ended,
    stop: async () => {
      if (ended !== undefined) return;
      const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      // Immediate: no one needs the data again.
      child.kill('SIGQUIT');
      const late = new AbortController();
      const killed = clock.sleep(STOP_WITHIN_MS, late.signal).then(
        () => child.kill('SIGKILL'),
        () => undefined,
      );
      await exited;
      late.abort();
      await killed;
    },
  };
};
