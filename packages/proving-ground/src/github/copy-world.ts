import type { CheckRun, Deployment, Issue, Repository, Run, World } from './world.ts';

/**
 * The world as it is now, which later changes leave alone. It is copied at each change, so what never changes (commits,
 * users, statuses, payloads) is shared, and only what holds something that does is made again.
 */
export function copyWorld({ nextId, repositories }: World): World {
  return { nextId, repositories: new Map([...repositories].map(([name, repository]) => [name, copied(repository)])) };
}

function copied(repository: Repository): Repository {
  return {
    ...repository,
    commits: new Map(repository.commits),
    blobs: new Map(repository.blobs),
    trees: new Map(repository.trees),
    refs: new Map(repository.refs),
    environments: new Map(repository.environments),
    people: new Map(repository.people),
    renamed: new Map(repository.renamed),
    deployments: repository.deployments.map(deployment),
    runs: repository.runs.map(run),
    issues: repository.issues.map(issue),
    checkRuns: repository.checkRuns.map(checkRun),
    statuses: [...repository.statuses],
    releases: repository.releases.map((release) => ({ ...release })),
  };
}

const deployment = (of: Deployment): Deployment => ({ ...of, statuses: [...of.statuses] });

const run = (of: Run): Run => ({
  ...of,
  attempts: of.attempts.map((attempt) => ({ ...attempt, jobs: attempt.jobs.map((job) => ({ ...job })) })),
  reviews: [...of.reviews],
});

const issue = (of: Issue): Issue => ({
  ...of,
  labels: [...of.labels],
  labelled: [...of.labelled],
  assignees: [...of.assignees],
  comments: of.comments.map((comment) => ({ ...comment })),
  ...(of.pull === undefined ? {} : { pull: { ...of.pull, reviews: [...of.pull.reviews] } }),
});

const checkRun = (of: CheckRun): CheckRun => ({
  ...of,
  output: { ...of.output },
  annotations: [...of.annotations],
});
