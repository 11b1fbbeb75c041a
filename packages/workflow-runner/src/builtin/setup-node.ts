import { dirname } from 'node:path';
import type { BuiltinContext } from './builtin-action.ts';

/** actions/setup-node: the Node.js that runs this stands first on the job's PATH, whatever version was asked for. */
export async function setupNode(context: BuiltinContext): Promise<void> {
  context.addPath(dirname(process.execPath));
  context.setOutput('node-version', process.version);
  context.log(
    `Node.js ${process.version} of this machine is used instead of ${context.input('node-version') ?? 'any'}`,
  );
}
