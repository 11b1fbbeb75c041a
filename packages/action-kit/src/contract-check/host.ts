import type { Shell } from '@lockstep/action-shell';

/** What the engine uses of who runs it: a step of a job, or a terminal. */
export type Host = Pick<Shell, 'clock' | 'instance' | 'log' | 'mask' | 'signal'> & {
  readonly env: Pick<Shell['env'], 'actor' | 'apiUrl' | 'runUrl' | 'workspace'>;
};
