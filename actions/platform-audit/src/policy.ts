import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '@lockstep/base';
import { type Policy, platformLines, readPolicy, readSnapshot, type Snapshot } from '@lockstep/platform';
import type { Inputs } from './inputs.ts';

/** The policy of the input `platform-policy`. Throws InputError with everything that is wrong with it. */
export function policyOf({ 'platform-policy': path }: Inputs, workspace: string): Policy {
  const { policy, problems } = readPolicy(
    textOf(
      'platform-policy',
      path,
      workspace,
      'Write one with `lockstep platform init`, commit it, and put actions/checkout before this step.',
    ),
    path,
    platformLines,
  );
  if (problems.length > 0) throw new InputError(problems);
  return policy;
}

/** The snapshot of the input `compare-with`; undefined where none was named. */
export function earlierOf({ 'compare-with': path }: Inputs, workspace: string): Snapshot | undefined {
  if (path === '') return undefined;
  return readSnapshot(textOf('compare-with', path, workspace, 'Write one with `snapshot-path` first.'), path);
}

function textOf(input: string, path: string, workspace: string, advice: string): string {
  try {
    return readFileSync(resolve(workspace, path), 'utf8');
  } catch (cause) {
    throw new InputError(`input "${input}": ${path} cannot be read. ${advice}`, { cause });
  }
}
