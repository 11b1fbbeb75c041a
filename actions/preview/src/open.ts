import type { Outcome, Shell } from '@lockstep/action-shell';
import { dropPreview, openPreview } from '@lockstep/migrations';
import type { Inputs } from './inputs.ts';
import { databaseName, ownersOf, pullOf } from './owner.ts';
import type { Reason } from './reasons.ts';

/** The pull request's own database, created or found. */
export async function open(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { env, log, signal } = shell;
  const pull = pullOf(values, env);
  if (pull === undefined)
    return {
      verdict: 'fail',
      reason: 'no-pull-request',
      message: `the event ${env.eventName} has no pull request; give its number in "pull-request"`,
    };
  const owner = `${ownersOf(env)}${pull}`;
  const name = databaseName(values, env, pull);
  if (values['dry-run'])
    return { verdict: 'pass', reason: 'dry-run', message: `would create or reuse database ${name} for ${owner}` };
  const server = { url: values['database-server'], log, signal };
  if (values.fresh && (await dropPreview(server, { name, owner })))
    log.info(`dropped database ${name}, to create it again`);
  const { url, made } = await openPreview(server, { name, owner }, values['database-template']);
  shell.mask(url);
  const copied = values['database-template'] === '' ? '' : `, a copy of ${values['database-template']}`;
  return {
    verdict: 'pass',
    reason: made ? 'created' : 'already-there',
    message: made ? `created database ${name} for ${owner}${copied}` : `database ${name} of ${owner} exists already`,
    outputs: { database: name, 'database-url': url },
  };
}
