import { expect } from '@jest/globals';
import { workflowRunEvent } from '@lockstep/proving-ground/ground';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, commitChange, installStarters, pullEvent, runWorkflowOf } from './team.ts';

const stage = useStage();
const BOT = 'dependabot[bot]';

test("Dependabot's pull request is judged, has no preview, and gets its comment from the trusted half", async () => {
  const shop = await stage.liveShop();
  installStarters(shop, ['pull-request', 'fork-comments']);
  await commitChange(shop);
  const { github } = shop.consumer;
  shop.consumer.switchTo('dependabot/npm/pg');
  const sha = await commitChange(shop, { files: { 'bumped.txt': 'pg 9' } });
  const number = github.pull({ title: 'Bump pg', head: 'dependabot/npm/pg', user: BOT });

  // Its branch is no fork's, and yet GitHub gives its runs no secrets and a token that reads.
  const run = await runWorkflowOf(shop, {
    ...{ sha, actor: BOT, fork: true, event: pullEvent(shop, number), ref: `refs/pull/${number}/merge` },
    workflow: '.github/workflows/lockstep-pull-request.yml',
  });
  expect(checks(run)).toEqual([
    'Preview / Comment: success',
    'Preview / Migrations: success',
    'Preview / Preview: skipped',
    'Quality / Comment: skipped',
    'Quality / Gates: success',
    'Quality / Verdict: success',
    'Verdict: success',
  ]);
  expect(github.comments(number)).toEqual([]);

  const followed = workflowRunEvent(shop.consumer, run);
  const trusted = { workflow: '.github/workflows/lockstep-fork-comments.yml', event: followed };
  const comment = await runWorkflowOf(shop, { sha: github.state.refs.get('heads/main') ?? '', ...trusted });
  expect(checks(comment)).toEqual(['Comment / Comment: success']);
  const [{ body = '' } = {}] = github.comments(number);
  expect(body).toContain('No preview: pull requests from forks and from Dependabot have no secrets.');
  expect(body).toContain('Quality');
  expect(body).not.toContain('Migrations');
});
