import { numberAt, textAt } from '@lockstep/base';
import { atMost } from '../facts/at-most.ts';
import { type Part, readPart } from '../facts/part.ts';
import { itemsOf, timeAt } from '../facts/pick.ts';
import { below } from '../state/path.ts';
import { handleOf, type Trace } from '../state/who.ts';
import type { BranchFacts, RulesetFacts } from './facts.ts';
import { GITHUB_SCOPES, type GitHubReads } from './read.ts';

/** More people than this do not change rulesets in the time between two snapshots. */
const MOST_PEOPLE = 5;

interface Entry {
  readonly ruleset: RulesetFacts;
  readonly actor: number | undefined;
  readonly atMs: number;
}

/** Who changed the rulesets of the default branch: one request for each of them, and one for each person. */
export async function readRulesetTraces(
  api: GitHubReads,
  { rulesets }: BranchFacts,
  sinceMs: number,
): Promise<Part<readonly Trace[]>> {
  const what = 'the history of the rulesets';
  return await readPart({ what, scope: GITHUB_SCOPES.history }, async () => {
    const histories = await atMost(2, rulesets, (ruleset) => historyOf(api, ruleset));
    const entries = histories.flat().filter(({ atMs }) => atMs >= sinceMs);
    const actors = [...new Set(entries.flatMap(({ actor }) => actor ?? []))].slice(0, MOST_PEOPLE);
    const names = await atMost(2, actors, async (id): Promise<readonly [number, string | undefined]> => {
      return [id, textAt(await api.read('users.getById', { account_id: id }), 'login')];
    });
    const known = new Map(names);
    return entries.map(({ actor, atMs, ruleset }): Trace => {
      const who = handleOf(actor === undefined ? undefined : known.get(actor));
      return {
        service: 'github',
        who,
        atMs,
        about: [],
        paths: [below('github.rulesets', ruleset.name), 'github.rules'],
      };
    });
  });
}

async function historyOf(api: GitHubReads, ruleset: RulesetFacts): Promise<readonly Entry[]> {
  if (ruleset.id === undefined) return [];
  const answer = await api.read('repos.getRepoRulesetHistory', { ruleset_id: ruleset.id, per_page: 100 });
  return itemsOf(answer).map((one) => ({
    ruleset,
    actor: numberAt(one, 'actor', 'id'),
    atMs: timeAt(one, 'updated_at') ?? 0,
  }));
}
