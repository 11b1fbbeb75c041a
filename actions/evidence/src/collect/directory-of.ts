import { join } from 'node:path';
import type { Shell } from '@lockstep/action-shell';
import type { Inputs } from '../inputs.ts';

/** Where this step writes its files. */
export function directoryOf(values: Inputs, shell: Shell): string {
  return values['report-directory'] || join(shell.env.tempDir, `lockstep-evidence-${shell.instance}`);
}
