import type { Acknowledging } from '../channel.ts';
import type { World } from '../exchange.ts';
import type { Issues, Remark } from '../issues.ts';
import { taken, unread } from './issue-answers.ts';

/**
 * A comment of a person of the team, made after the drill began. The issue of a drill that was acknowledged is closed; otherwise it
 * stays, and the next drill adds to it.
 */
export function issueAcknowledging(issuesOf: (world: World) => Issues): Acknowledging {
  return {
    how: 'answer with a comment',
    async look({ handle, sentAtMs }, world) {
      // GitHub counts whole seconds.
      const since = new Date(Math.floor(sentAtMs / 1_000) * 1_000).toISOString();
      const first = await firstOfTeam(issuesOf(world), Number(handle['issue']), since).catch((thrown: unknown) => {
        throw unread(thrown);
      });
      if (first === undefined) return { isShown: true };
      return { isShown: true, acknowledgement: { by: first.authorId, how: 'comment', atMs: first.atMs } };
    },
    async close({ handle }, acknowledgement, world) {
      if (acknowledgement !== undefined) taken(await issuesOf(world).close(Number(handle['issue'])));
    },
  };
}

async function firstOfTeam(issues: Issues, number: number, since: string): Promise<Remark | undefined> {
  const remarks = await issues.remarks(number, since);
  for (const remark of remarks)
    if (remark.isPerson && remark.atMs >= Date.parse(since) && (await remark.isOfTeam())) return remark;
  return undefined;
}
