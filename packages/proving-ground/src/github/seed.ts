import { createHash } from 'node:crypto';
import { compare } from './graph.ts';
import {
  type Commit,
  type Conclusion,
  type Deployment,
  type DeploymentEnvironment,
  type Issue,
  isoTime,
  type Job,
  type Repository,
  type RepositorySettings,
  type Review,
  type Role,
  type Run,
  type RunReview,
  type RunStatus,
  takeId,
  type User,
  userNamed,
  type World,
} from './world.ts';

export interface CommitSeed {
  readonly message?: string;
  /** The branch that moves on to it, and whose tip is its parent unless `parents` says else (the default branch). */
  readonly branch?: string;
  readonly parents?: readonly string[];
  readonly author?: string;
  /** Files that it changes; a null takes one away. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** The sha it has elsewhere, in a real repository that is pushed here. */
  readonly sha?: string;
}

export interface RunSeed {
  readonly id?: number;
  readonly workflow?: string;
  readonly path?: string;
  readonly event?: string;
  readonly branch?: string | null;
  readonly sha?: string;
  readonly actor?: string;
  readonly fork?: string;
  readonly status?: RunStatus;
  readonly conclusion?: Conclusion | null;
  /** Names of jobs that are at work in it from the beginning. */
  readonly jobs?: readonly string[];
}

export interface PullSeed {
  readonly title: string;
  readonly head: string;
  readonly base?: string;
  readonly user?: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly draft?: boolean;
  /** `owner/name` of the fork that its head is in. The branch is made here all the same, to have its commits. */
  readonly fork?: string;
}

/**
 * What somebody with a keyboard can do to a repository besides the API: push, run workflows, open and merge pull
 * requests. Used by tests and by the workflow runner.
 */
export class RepositorySeed {
  readonly #world: World;
  readonly #state: () => Repository;
  readonly #now: () => number;

  constructor(world: World, state: () => Repository, now: () => number) {
    this.#world = world;
    this.#state = state;
    this.#now = now;
  }

  /** The repository as it is now. */
  get state(): Repository {
    return this.#state();
  }

  /** Makes a commit and moves its branch on to it; gives its sha. */
  commit(seed: CommitSeed = {}): string {
    const repo = this.#state();
    const branch = seed.branch ?? repo.defaultBranch;
    const tip = repo.refs.get(`heads/${branch}`);
    const parents = seed.parents ?? (tip === undefined ? [] : [tip]);
    const files = { ...repo.commits.get(parents[0] ?? '')?.files };
    for (const [path, text] of Object.entries(seed.files ?? {})) {
      if (text === null) delete files[path];
      else files[path] = text;
    }
    const message = seed.message ?? `Change ${repo.commits.size + 1}`;
    const unique = JSON.stringify([repo.id, repo.commits.size, message, parents]);
    const sha = seed.sha ?? createHash('sha1').update(unique).digest('hex');
    const author = userNamed(seed.author ?? 'octocat');
    const commit: Commit = { sha, message, parents, author, at: this.#time(), files };
    repo.commits.set(sha, commit);
    repo.refs.set(`heads/${branch}`, sha);
    for (const { state, pull } of repo.issues) if (state === 'open' && pull?.head === branch) pull.headSha = sha;
    return sha;
  }

  /** Makes, or moves, a branch. */
  branch(name: string, sha: string): void {
    this.#state().refs.set(`heads/${name}`, sha);
  }

  tag(name: string, sha: string): void {
    this.#state().refs.set(`tags/${name}`, sha);
  }

  /** Starts a workflow run; gives its id. Without a status it is under way. */
  run(seed: RunSeed = {}): number {
    const repo = this.#state();
    const sha = seed.sha ?? repo.refs.get(`heads/${repo.defaultBranch}`) ?? '';
    const run: Run = {
      id: seed.id ?? takeId(this.#world),
      number: repo.runs.length + 1,
      workflow: seed.workflow ?? 'Release',
      path: seed.path ?? '.github/workflows/release.yml',
      event: seed.event ?? 'workflow_dispatch',
      branch: seed.branch === undefined ? repo.defaultBranch : seed.branch,
      sha,
      actor: this.user(seed.actor ?? 'octocat'),
      ...(seed.fork === undefined ? {} : { fork: seed.fork }),
      createdAt: this.#time(),
      attempts: [],
      reviews: [],
    };
    repo.runs.push(run);
    this.#attempt(run);
    this.setRun(run.id, seed.status ?? 'in_progress', seed.conclusion ?? null);
    for (const name of seed.jobs ?? []) this.job(run.id, name, 'in_progress');
    return run.id;
  }

  /** Somebody by the login that they have now. */
  user(login: string): User {
    const user = userNamed(login);
    return { ...user, id: this.#state().renamed.get(login.toLowerCase()) ?? user.id };
  }

  /** Somebody changes their login: the account, its id and what it may do stay. */
  rename(login: string, to: string): void {
    const { people, renamed } = this.#state();
    const role = people.get(login.toLowerCase());
    renamed.set(to.toLowerCase(), this.user(login).id);
    people.delete(login.toLowerCase());
    if (role !== undefined) people.set(to.toLowerCase(), role);
  }

  /** Somebody lets the jobs of a run into an environment, or does not. */
  reviewRun(id: number, environment: string, user: string, state: RunReview['state']): void {
    this.#run(id).reviews.push({ environment, state, user: userNamed(user) });
  }

  /** Somebody runs it once more (its actor); gives the attempt's number. */
  rerun(id: number, by?: string): number {
    const run = this.#run(id);
    this.#attempt(run, by);
    return run.attempts.length;
  }

  /** How the run stands; its newest attempt unless another is named. */
  setRun(id: number, status: RunStatus, conclusion: Conclusion | null = null, attempt?: number): void {
    const run = this.#run(id);
    const found = run.attempts[(attempt ?? run.attempts.length) - 1];
    if (found === undefined) throw new Error(`run ${id} has no attempt ${attempt}`);
    if ((status === 'completed') !== (conclusion !== null))
      throw new Error(`a run has a conclusion exactly when it is completed, not ${status}/${conclusion}`);
    found.status = status;
    found.conclusion = conclusion;
    found.updatedAt = this.#time();
  }

  /** Puts a job into the run's newest attempt, or says how it stands; gives its id. */
  job(runId: number, name: string, status: RunStatus, conclusion: Conclusion | null = null): number {
    const jobs = this.#run(runId).attempts.at(-1)?.jobs ?? [];
    const known = jobs.find((job) => job.name === name);
    const at = this.#time();
    const job: Job = known ?? { id: takeId(this.#world), name, status, conclusion, at, completedAt: null };
    job.status = status;
    job.conclusion = conclusion;
    job.completedAt = status === 'completed' ? at : null;
    if (known === undefined) jobs.push(job);
    return job.id;
  }

  issue(title: string, user = 'octocat'): number {
    return this.#newIssue({ title, user, body: null, labels: [] });
  }

  /** Opens a pull request; gives its number. */
  pull(seed: PullSeed): number {
    const repo = this.#state();
    const headSha = repo.refs.get(`heads/${seed.head}`);
    if (headSha === undefined) throw new Error(`no branch ${seed.head}`);
    return this.#newIssue({
      title: seed.title,
      user: seed.user ?? 'octocat',
      body: seed.body ?? null,
      labels: [...(seed.labels ?? [])],
      pull: {
        base: seed.base ?? repo.defaultBranch,
        head: seed.head,
        headSha,
        ...(seed.fork === undefined ? {} : { fork: seed.fork }),
        draft: seed.draft ?? false,
        mergedAt: null,
        mergedBy: null,
        mergeSha: null,
        reviews: [],
      },
    });
  }

  /** Closes a pull request, or an issue. */
  close(number: number): void {
    const at = this.#time();
    Object.assign(this.#issue(number), { state: 'closed', closedAt: at, updatedAt: at });
  }

  /** Lets somebody into the repository. */
  invite(login: string, role: Role): void {
    this.#state().people.set(login.toLowerCase(), role);
  }

  /** Makes an environment, or says who has to let jobs into it, and what else it has. */
  environment(
    name: string,
    reviewers: readonly string[] = [],
    more: Partial<Omit<DeploymentEnvironment, 'id' | 'createdAt' | 'reviewers'>> = {},
  ): void {
    const { environments } = this.#state();
    const known = environments.get(name) ?? { id: takeId(this.#world), createdAt: this.#time() };
    environments.set(name, { ...known, reviewers, ...more });
  }

  /** Changes the repository's settings. */
  configure(changes: RepositorySettings): void {
    const repo = this.#state();
    repo.settings = { ...repo.settings, ...changes };
  }

  /** Writes a comment under an issue or a pull request; gives its id. */
  comment(number: number, user: string, body: string): number {
    const at = this.#time();
    const comment = { id: takeId(this.#world), user: userNamed(user), body, createdAt: at, updatedAt: at };
    this.#issue(number).comments.push(comment);
    return comment.id;
  }

  /** Merges a pull request (with a merge commit); gives the sha that its base is at then. */
  merge(number: number, by = 'octocat', method: 'merge' | 'squash' | 'rebase' = 'merge'): string {
    const repo = this.#state();
    const issue = this.#issue(number);
    const { pull } = issue;
    if (pull === undefined) throw new Error(`${number} is no pull request`);
    const base = repo.refs.get(`heads/${pull.base}`) ?? '';
    const own = compare(repo, base, pull.headSha)?.ahead ?? [];
    const files = { ...repo.commits.get(base)?.files, ...repo.commits.get(pull.headSha)?.files };
    const onBase = { branch: pull.base, files };
    if (method === 'rebase') {
      const landed = own.map(({ message, author }) => this.commit({ ...onBase, message, author: author.login }));
      return this.#merged(issue, by, landed);
    }
    if (method === 'squash') {
      const author = own.at(-1)?.author.login ?? by;
      return this.#merged(issue, by, [this.commit({ ...onBase, message: `${issue.title} (#${number})`, author })]);
    }
    const message = `Merge pull request #${number} from ${repo.owner.login}/${pull.head}\n\n${issue.title}`;
    const sha = this.commit({ ...onBase, message, parents: [base, pull.headSha], author: by });
    return this.#merged(issue, by, [sha]);
  }

  review(number: number, user: string, state: Review['state']): void {
    const { pull } = this.#issue(number);
    const id = takeId(this.#world);
    pull?.reviews.push({ id, user: userNamed(user), state, body: '', sha: pull.headSha, at: this.#time() });
  }

  /** The deployments of a task, oldest first. */
  deployments(task?: string): readonly Deployment[] {
    return this.#state().deployments.filter((deployment) => task === undefined || deployment.task === task);
  }

  comments(number: number): readonly Issue['comments'][number][] {
    return this.#issue(number).comments;
  }

  #attempt(run: Run, by?: string): void {
    const at = this.#time();
    const triggeringActor = by === undefined ? run.actor : this.user(by);
    run.attempts.push({ triggeringActor, status: 'queued', conclusion: null, startedAt: at, updatedAt: at, jobs: [] });
  }

  #newIssue(seed: {
    title: string;
    user: string;
    body: string | null;
    labels: string[];
    pull?: Issue['pull'];
  }): number {
    const repo = this.#state();
    const { user, pull, ...rest } = seed;
    const at = this.#time();
    const number = repo.issues.length + 1;
    repo.issues.push({
      ...rest,
      id: takeId(this.#world),
      number,
      state: 'open',
      stateReason: null,
      assignees: [],
      user: userNamed(user),
      createdAt: at,
      updatedAt: at,
      closedAt: null,
      comments: [],
      ...(pull === undefined ? {} : { pull }),
    });
    return number;
  }

  #merged(issue: Issue, by: string, landed: readonly string[]): string {
    const mergeSha = landed.at(-1) ?? '';
    const at = this.#time();
    Object.assign(issue.pull ?? {}, { mergedAt: at, mergedBy: userNamed(by), mergeSha, landed });
    Object.assign(issue, { state: 'closed', closedAt: at, updatedAt: at });
    return mergeSha;
  }

  #run(id: number): Run {
    const found = this.#state().runs.find((run) => run.id === id);
    if (found === undefined) throw new Error(`no run ${id}`);
    return found;
  }

  #issue(number: number): Issue {
    const found = this.#state().issues.find((issue) => issue.number === number);
    if (found === undefined) throw new Error(`no issue ${number}`);
    return found;
  }

  #time(): string {
    return isoTime(this.#now());
  }
}

export function newRepository(world: World, owner: User, name: string, now: number, isPrivate: boolean): Repository {
  return {
    id: takeId(world),
    owner,
    name,
    createdAt: isoTime(now),
    private: isPrivate,
    defaultBranch: 'main',
    commits: new Map(),
    refs: new Map(),
    environments: new Map(),
    settings: {},
    people: new Map(),
    renamed: new Map(),
    deployments: [],
    runs: [],
    issues: [],
    checkRuns: [],
    statuses: [],
    releases: [],
  };
}
