import { expect, test } from '@jest/globals';
import { copyWorld } from '../../src/github/copy-world.ts';
import { newRepository } from '../../src/github/seed/new-repository.ts';
import { RepositorySeed } from '../../src/github/seed/repository-seed.ts';
import { newWorld, type Repository, takeId, userNamed, type World } from '../../src/github/world.ts';

const status = (world: World) => ({
  id: takeId(world),
  state: 'success' as const,
  description: '',
  environmentUrl: '',
  logUrl: '',
  creator: userNamed('octocat'),
  at: '',
});

/** One of everything that a repository can hold. */
function made(): { world: World; repo: Repository; seed: RepositorySeed; pull: number; run: number } {
  const world = newWorld();
  const repo = newRepository(world, userNamed('acme'), 'shop', 0);
  world.repositories.set('acme/shop', repo);
  const seed = new RepositorySeed(
    world,
    () => repo,
    () => 0,
  );
  const sha = seed.commit({ files: { 'a.txt': 'a' } });
  seed.commit({ branch: 'side', parents: [sha], files: { 'b.txt': 'b' } });
  const pull = seed.pull({ head: 'side', title: 'Side' });
  seed.comment(pull, 'octocat', 'first');
  seed.environment('production', ['olga']);
  seed.invite('olga', 'write');
  const run = seed.run();
  seed.job(run, 'build', 'in_progress');
  repo.deployments.push({
    ...{ id: takeId(world), sha, ref: 'main', task: 'lockstep', environment: 'production', description: null },
    ...{ payload: { a: 1 }, transient: false, production: true, creator: userNamed('octocat') },
    ...{ createdAt: '', updatedAt: '', statuses: [status(world)] },
  });
  repo.checkRuns.push({
    ...{ id: takeId(world), sha, name: 'Verdict', status: 'queued', conclusion: null, detailsUrl: null },
    ...{ externalId: null, startedAt: null, completedAt: null, annotations: [] },
    output: { title: null, summary: null, text: null },
  });
  repo.releases.push({
    ...{ id: takeId(world), tag: 'v1', target: 'main', name: null, body: null, draft: false, prerelease: false },
    ...{ author: userNamed('octocat'), createdAt: '', publishedAt: null },
  });
  return { world, repo, seed, pull, run };
}

test('a copy is equal to the world, and is left alone by all that happens to it', () => {
  const { world, repo, seed, pull, run } = made();
  const copy = copyWorld(world);
  const before = structuredClone(world);
  expect(copy).toEqual(before);

  seed.commit({ files: { 'a.txt': 'changed' } });
  seed.tag('v1', seed.commit({ branch: 'side' }));
  seed.comment(pull, 'octocat', 'second');
  seed.review(pull, 'olga', 'APPROVED');
  seed.merge(pull);
  seed.environment('production', []);
  seed.configure({ variables: ['A'] });
  seed.rename('olga', 'olivia');
  seed.setRun(run, 'completed', 'success');
  seed.job(run, 'test', 'queued');
  seed.job(run, 'build', 'completed', 'success');
  seed.reviewRun(run, 'production', 'olivia', 'approved');
  seed.rerun(run);
  const [deployment] = repo.deployments;
  deployment?.statuses.push(status(world));
  const [check] = repo.checkRuns;
  const [release] = repo.releases;
  const [issue] = repo.issues;
  const [comment] = issue?.comments ?? [];
  if (check === undefined || release === undefined || issue === undefined || comment === undefined) throw new Error();
  check.output.title = 'changed';
  check.annotations.push({ path: 'a.txt' });
  release.name = comment.body = issue.title = 'changed';
  issue.labels.push('bug');
  issue.assignees.push(userNamed('olivia'));

  expect(copy).toEqual(before);
  expect(world).not.toEqual(before);
});
