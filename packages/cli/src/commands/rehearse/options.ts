import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, Secret } from '@lockstep/base';
import type { RehearsalOptions } from '@lockstep-ci/rehearse';
import type { Call } from '../../command.ts';
import { read } from '../../files.ts';
import { readEnvFile, realSecrets } from './env-file.ts';

const INPUT = /^([A-Za-z_][\w-]*)=([\s\S]*)$/;
const VARIABLE = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const ACTION = /^([\w.-]+\/[\w.-]+)=([\s\S]+)$/;
const WORKFLOW = '.github/workflows/lockstep-release.yml';

/** What the command line wants rehearsed. Throws InputError, all of it at once. */
export function rehearsalOf(call: Call): Omit<RehearsalOptions, 'print' | 'postgres'> {
  const problems: string[] = [];
  const pairs = (option: string, pattern: RegExp, expected: string, isSecret = false) =>
    Object.fromEntries(
      call.texts(option).flatMap((pair): [string, string][] => {
        const [, name, value] = pattern.exec(pair) ?? [];
        if (name !== undefined && value !== undefined) return [[name, value]];
        problems.push(`--${option}: expected ${expected}${isSecret ? '' : `, got "${pair}"`}`);
        return [];
      }),
    );
  const last = call.text('last');
  if (!/^[1-9]\d?$/.test(last)) problems.push(`--last: expected a number from 1 to 99, got "${last}"`);
  const mirrors = call.texts('mirror');
  for (const name of mirrors)
    if (!/^[\w.-]+\/[\w.-]+$/.test(name)) problems.push(`--mirror: expected OWNER/NAME, got "${name}"`);
  const actions = Object.entries(pairs('action', ACTION, 'OWNER/NAME=FOLDER')).map(([name, path]) => {
    const at = resolve(path);
    if (!existsSync(at)) problems.push(`--action: there is no folder ${at}`);
    return [name, at] as const;
  });
  const workflows = call.texts('workflow');
  const wish = {
    folder: resolve(call.text('FOLDER') || '.'),
    workflows: workflows.length === 0 ? [WORKFLOW] : workflows,
    last: Number(last),
    withUncommitted: call.flag('uncommitted'),
    event: call.text('event') || undefined,
    dispatchInputs: pairs('input', INPUT, 'NAME=VALUE'),
    comment: call.text('comment') || undefined,
    inputs: pairs('with', INPUT, 'INPUT=VALUE'),
    secrets: pairs('secret', VARIABLE, 'NAME=VALUE', true),
    env: envOf(call, problems),
    vars: pairs('var', VARIABLE, 'NAME=VALUE'),
    mirrors,
    actions: Object.fromEntries(actions),
    rootDirectory: call.text('root-directory') || undefined,
    keep: call.flag('keep'),
  };
  if (problems.length > 0) throw new InputError(problems);
  const real = realSecrets(wish.env);
  if (real.length > 0)
    call.terminal.tell(
      `warning: --env: ${real.join(', ')}: look like secrets that are in use; a rehearsal asks no service outside of this machine and needs none of them: leave them out, or make them up\n`,
    );
  if (call.texts('secret').length > 0)
    call.terminal.tell(
      'note: --secret: other users of this machine can see its value; give a rehearsal made-up ones\n',
    );
  return wish;
}

/** NAME=VALUE, or a file of such lines; the later one of a name counts. */
function envOf(call: Call, problems: string[]): Readonly<Record<string, string>> {
  const env: Record<string, string> = {};
  for (const given of call.texts('env')) {
    const [, name, value] = VARIABLE.exec(given) ?? [];
    if (name !== undefined && value !== undefined) env[name] = value;
    else if (given.includes('=')) problems.push('--env: expected NAME=VALUE, or a file of such lines');
    else Object.assign(env, fileOf(given, problems));
  }
  for (const value of Object.values(env)) new Secret(value, 'part');
  return env;
}

function fileOf(path: string, problems: string[]): Readonly<Record<string, string>> {
  try {
    const found = readEnvFile(read(path, 'expected NAME=VALUE, or a file of such lines'), path);
    problems.push(...found.problems.map((problem) => `--env: ${problem}`));
    return found.values;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems.map((problem) => `--env: ${problem}`));
    return {};
  }
}
