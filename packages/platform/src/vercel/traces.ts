import { numberAt, textAt } from '@lockstep/base';
import { type Part, readPart } from '../facts/part.ts';
import { itemsOf, listAt } from '../facts/pick.ts';
import { handleOf, type Trace } from '../state/who.ts';
import { VERCEL_SCOPES, type VercelReads } from './read.ts';

/** Kinds of names in an entry of the log; others are words. */
const NAMES = ['env_var_name', 'project_name', 'link', 'target', 'integration', 'hook_name'];

/** Vercel's log of who changed what, since a moment. Of its text only the names in it are kept. */
export async function readVercelTraces(
  api: VercelReads,
  sinceMs: number,
  plan?: string,
): Promise<Part<readonly Trace[]>> {
  return await readPart({ what: 'the activity of the team', scope: VERCEL_SCOPES.team, plan }, async () =>
    itemsOf(await api.read('/v3/events', { since: new Date(sinceMs).toISOString(), limit: 100 }), 'events').map(
      traceOf,
    ),
  );
}

function traceOf(event: unknown): Trace {
  const text = textAt(event, 'text') ?? '';
  const about = listAt(event, 'entities').flatMap((entity) =>
    NAMES.includes(textAt(entity, 'type') ?? '')
      ? [text.slice(numberAt(entity, 'start') ?? 0, numberAt(entity, 'end') ?? 0)]
      : [],
  );
  return {
    service: 'vercel',
    who: handleOf(textAt(event, 'principal', 'username') ?? textAt(event, 'user', 'username')),
    atMs: numberAt(event, 'createdAt') ?? 0,
    about: about.filter((name) => name !== ''),
    paths: [],
  };
}
