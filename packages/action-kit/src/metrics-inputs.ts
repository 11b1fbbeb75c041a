import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Shell } from '@lockstep/action-shell';
import { InputError, parseVariables, Secret } from '@lockstep/base';

/** YAML as it was given, and what it is called in messages. */
export interface NamedText {
  readonly text: string;
  readonly name: string;
}

/** One line that ends in .yml or .yaml is the path of a file; everything else is the YAML itself. */
export function yamlOrFile(input: string, given: string, workspace: string): NamedText {
  const path = given.trim();
  if (!/^[^\n{[:]+\.ya?ml$/.test(path)) return { text: given, name: `input "${input}"` };
  try {
    return { text: readFileSync(resolve(workspace, path), 'utf8'), name: path };
  } catch (cause) {
    throw new InputError(`input "${input}": the file ${path} cannot be read; check out the repository first`, {
      cause,
    });
  }
}

/** The input `metrics-secrets`: each is masked. Throws InputError. */
export function metricsSecrets(given: Secret, shell: Pick<Shell, 'mask'>): ReadonlyMap<string, Secret> {
  const { problems, values } = parseVariables(given.reveal());
  if (problems.length > 0) throw new InputError(problems.map((problem) => `input "metrics-secrets": ${problem}`));
  return new Map(
    [...values].map(([name, value]) => {
      const secret = new Secret(value);
      shell.mask(secret);
      return [name, secret];
    }),
  );
}
