#!/usr/bin/env node
/**
 * Releases a commit of your repository on the proving ground, by your own workflow: PostgreSQL, Vercel, GitHub, Slack and
 * the runner are on this machine. It connects to nothing else but the registry from which your lockfile installs; if
 * something would, the rehearsal stops and names it. That covers Node.js programs, git, and programs that use a proxy, such
 * as curl; a program that connects directly, such as psql or ssh, is not covered. Exits 1 if the last run failed.
 *
 *   npm run rehearse -- FOLDER
 *     --last N             releases the newest N commits, one after another (1)
 *     --uncommitted        includes what is not committed
 *     --workflow PATH      which workflow (.github/workflows/lockstep-release.yml). More of them run after it, once each,
 *                          on the newest commit: a release and then a rollback, a stage and then a promotion
 *     --event NAME         what starts the last of them, where it runs on several (push, pull_request, workflow_dispatch, …)
 *     --input NAME=VALUE   an input of "Run workflow"; REQUEST stands for the newest request for an approval
 *     --comment TEXT       a comment of another user that starts it: '/approve-release REQUEST'
 *     --with INPUT=VALUE   an input of ours, instead of the workflow's own; the services, times and project of the
 *                          rehearsal are set automatically
 *     --secret NAME=VALUE  a secret, --var NAME=VALUE a variable of the repository; what the services here need is there
 *     --env NAME=VALUE     a variable of your project on Vercel, for its build and its functions; DATABASE_URL is there, and
 *                          '$DATABASE_URL' stands for its value
 *     --root-directory DIR the Root Directory of your project on Vercel (apps/web)
 *     --mirror OWNER/NAME  where your workflows find Lockstep, if that is not lockstep-ci/lockstep
 *     --action OWNER/NAME=FOLDER
 *                          an action of another owner, in a folder of this machine
 *     --keep               keeps everything running until Ctrl-C
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describe, InputError } from '../packages/base/lib/index.js';
import { rehearse } from '../packages/proving-ground/lib/rehearsal/index.js';

const MANY = { type: 'string', multiple: true, default: [] };
const INPUT = /^([A-Za-z_][\w-]*)=([\s\S]*)$/;
const VARIABLE = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const ACTION = /^([\w.-]+\/[\w.-]+)=([\s\S]+)$/;

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      last: { type: 'string', default: '1' },
      uncommitted: { type: 'boolean', default: false },
      workflow: MANY,
      event: { type: 'string' },
      input: MANY,
      comment: { type: 'string' },
      with: MANY,
      secret: MANY,
      var: MANY,
      env: MANY,
      'root-directory': { type: 'string' },
      mirror: MANY,
      action: MANY,
      keep: { type: 'boolean', default: false },
    },
  });
  const problems = [];
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) problems.push('name the folder of one repository');
  if (!/^[1-9]\d?$/.test(values.last)) problems.push(`--last: expected a number from 1 to 99, got "${values.last}"`);
  for (const name of values.mirror)
    if (!/^[\w.-]+\/[\w.-]+$/.test(name)) problems.push(`--mirror: expected OWNER/NAME, got "${name}"`);
  const pairs = (option, pattern, expected, isSecret = false) =>
    Object.fromEntries(
      values[option].flatMap((pair) => {
        const [, name, value] = pattern.exec(pair) ?? [];
        if (name !== undefined) return [[name, value]];
        problems.push(`--${option}: expected ${expected}${isSecret ? '' : `, got "${pair}"`}`);
        return [];
      }),
    );
  // npm runs its scripts in the folder of its package, whatever folder it was called in.
  const from = process.env.INIT_CWD ?? process.cwd();
  const actions = Object.entries(pairs('action', ACTION, 'OWNER/NAME=FOLDER')).map(([name, path]) => {
    const at = resolve(from, path);
    if (!existsSync(at)) problems.push(`--action: there is no folder ${at}`);
    return [name, at];
  });
  const made = {
    folder: resolve(from, folder ?? '.'),
    workflows: values.workflow.length === 0 ? ['.github/workflows/lockstep-release.yml'] : values.workflow,
    last: Number(values.last),
    withUncommitted: values.uncommitted,
    event: values.event,
    dispatchInputs: pairs('input', INPUT, 'NAME=VALUE'),
    comment: values.comment,
    inputs: pairs('with', INPUT, 'INPUT=VALUE'),
    secrets: pairs('secret', VARIABLE, 'NAME=VALUE', true),
    env: pairs('env', VARIABLE, 'NAME=VALUE', true),
    vars: pairs('var', VARIABLE, 'NAME=VALUE'),
    mirrors: values.mirror,
    actions: Object.fromEntries(actions),
    rootDirectory: values['root-directory'],
    keep: values.keep,
  };
  if (problems.length > 0) throw new InputError(problems);
  return made;
}

/** The words at the head of this file. */
function help() {
  const [, text = ''] = /\/\*\*\n([\s\S]*?) \*\//.exec(readFileSync(fileURLToPath(import.meta.url), 'utf8')) ?? [];
  return text.replace(/^ \* ?/gm, '').trimEnd();
}

try {
  if (process.argv.includes('--help')) console.log(help());
  else process.exitCode = (await rehearse({ ...options(), print: (line) => console.log(line) })) ? 0 : 1;
} catch (error) {
  console.error(`rehearse: ${describe(error)}`);
  process.exitCode = 1;
}
