import type { Outcome, Shell } from '@lockstep/action-shell';
import { dropPreview, openPreview } from '@lockstep/migrations';
import type { Inputs } from './inputs.ts';
import { databaseName, ownersOf, pullOf } from './owner.ts';

/** A database of the pull request's own, made or found. */
export async function open(values: Inputs, shell: Shell): Promise<Outcome> {
  const { env, log, signal } = shell;
  const pull = pullOf(values, env);
  if (pull === undefined)
    return {
      verdict: 'fail',
      reason: 'no-pull-request',
      message: `a ${env.eventName} has no pull request; name one in "pull-request"`,
    };
  const owner = `${ownersOf(env)}${pull}`;
  const name = databaseName(values, env, pull);
  if (values['dry-run'])
    return { verdict: 'pass', reason: 'dry-run', message: `would make or take database ${name} for ${owner}` };
  const server = { url: values['database-server'], log, signal };
  if (values.fresh && (await dropPreview(server, { name, owner }))) log.info(`dropped ${name}, to make it anew`);
  const { url, made } = await openPreview(server, { name, owner }, values['database-template']);
  shell.mask(url);
  const copied = values['database-template'] === '' ? '' : `, a copy of ${values['database-template']}`;
  return {
    verdict: 'pass',
    reason: made ? 'made' : 'already-there',
    message: made ? `database ${name} is ${owner}'s own${copied}` : `database ${name} was ${owner}'s already`,
    outputs: { database: name, 'database-url': url },
  };
}
