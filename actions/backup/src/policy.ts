import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type PolicyFile, type Runbook, readPolicyFile } from '@lockstep/backup';
import { InputError } from '@lockstep/base';
import type { Inputs } from './inputs.ts';

/** The policy file of the input `policy-file`; undefined where none was named. */
export function policyOf({ 'policy-file': path }: Inputs, workspace: string): PolicyFile | undefined {
  if (path === '') return undefined;
  let text: string;
  try {
    text = readFileSync(resolve(workspace, path), 'utf8');
  } catch (cause) {
    throw new InputError(`input "policy-file": ${path} cannot be read; is actions/checkout before this step?`, {
      cause,
    });
  }
  return readPolicyFile(text, path);
}

/** What the policy file says of the runbook, and the document as it is; undefined where it says nothing. */
export function runbookOf(
  policy: PolicyFile | undefined,
  workspace: string,
): { readonly runbook: Runbook; readonly document: string | undefined } | undefined {
  const runbook = policy?.runbook;
  return runbook === undefined ? undefined : { runbook, document: textOf(resolve(workspace, runbook.document)) };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
