import type { Acknowledging } from '../channel.ts';
import type { World } from '../exchange.ts';
import type { Issues } from '../issues.ts';
import { taken, unread } from './issue-answers.ts';

/**
 * A comment of a person, made after the drill began. The issue of a drill that was acknowledged is closed; otherwise it
 * stays, and the next drill adds to it.
 */
export function issueAcknowledging(issuesOf: (world: World) => Issues): Acknowledging {
  return {
    how: 'answer with a comment',
    async look({ handle, sentAtMs }, world) {
      // GitHub counts whole seconds.
      const since = new Date(Math.floor(sentAtMs / 1_000) * 1_000).toISOString();
      const remarks = await issuesOf(world)
        .remarks(Number(handle['issue']), since)
        .catch((thrown: unknown) => {
          throw unread(thrown);
        });
      const first = remarks.find(({ isPerson, atMs }) => isPerson && atMs >= Date.parse(since));
      if (first === undefined) return { isShown: true };
      return { isShown: true, acknowledgement: { by: first.authorId, how: 'comment', atMs: first.atMs } };
    },
    async close({ handle }, acknowledgement, world) {
      if (acknowledgement !== undefined) taken(await issuesOf(world).close(Number(handle['issue'])));
    },
  };
}
