import {
  type Conclusion,
  type Deployment,
  type DeploymentEnvironment,
  type Issue,
  type Repository,
  type RepositorySettings,
  type Review,
  type Role,
  type RunReview,
  type RunStatus,
  takeId,
  type User,
  userNamed,
  type World,
} from '../world.ts';
import { addCommit, type CommitSeed } from './commits.ts';
import { addComment, closeIssue, editIssue, labelIssue, openIssue } from './issues.ts';
import { issueOf, type Place, placeNow, runOf, userIn } from './place.ts';
import { addReview, type MergeMethod, mergePull, openPull, type PullSeed } from './pulls.ts';
import { type ArtifactSeed, addArtifact, addAttempt, addRun, putJob, type RunSeed, standRun } from './runs.ts';

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
    return addCommit(this.#place, seed);
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
    return addRun(this.#place, seed);
  }

  /** Somebody runs it once more (its actor); gives the attempt's number. */
  rerun(id: number, by?: string): number {
    return addAttempt(this.#place, id, by);
  }

  /** How the run stands; its newest attempt unless another is named. */
  setRun(id: number, status: RunStatus, conclusion: Conclusion | null = null, attempt?: number): void {
    standRun(this.#place, id, { status, conclusion }, attempt);
  }

  /** Puts a job into the run's newest attempt, or says how it stands; gives its id. */
  job(runId: number, name: string, status: RunStatus, conclusion: Conclusion | null = null): number {
    return putJob(this.#place, runId, name, { status, conclusion });
  }

  /** The run keeps an archive; gives its id. */
  artifact(runId: number, kept: ArtifactSeed): number {
    return addArtifact(this.#place, runId, kept);
  }

  /** Somebody lets the jobs of a run into an environment, or does not. */
  reviewRun(id: number, environment: string, user: string, state: RunReview['state']): void {
    runOf(this.#place, id).reviews.push({ environment, state, user: userNamed(user) });
  }

  issue(title: string, user = 'octocat', labels: readonly string[] = []): number {
    return openIssue(this.#place, { title, user, body: null, labels });
  }

  /** Writes the text of an issue anew. */
  edit(number: number, change: { readonly body: string }): void {
    editIssue(this.#place, number, change);
  }

  /** Adds a label to an issue, now or at another time; undefined: of which GitHub shows no event. */
  label(number: number, label: string, at?: { readonly time: string | undefined }): void {
    labelIssue(this.#place, number, label, at);
  }

  /** Closes a pull request, or an issue, as a person where one is named. */
  close(number: number, user?: string): void {
    closeIssue(this.#place, number, user);
  }

  /** Writes a comment under an issue or a pull request; gives its id. */
  comment(number: number, user: string, body: string): number {
    return addComment(this.#place, number, user, body);
  }

  comments(number: number): readonly Issue['comments'][number][] {
    return issueOf(this.#place, number).comments;
  }

  /** Opens a pull request; gives its number. */
  pull(seed: PullSeed): number {
    return openPull(this.#place, seed);
  }

  /** Merges a pull request (with a merge commit); gives the sha that its base is at then. */
  merge(number: number, by = 'octocat', method: MergeMethod = 'merge'): string {
    return mergePull(this.#place, number, by, method);
  }

  review(number: number, user: string, state: Review['state']): void {
    addReview(this.#place, number, user, state);
  }

  /** Somebody by the login that they have now. */
  user(login: string): User {
    return userIn(this.#place, login);
  }

  /** Somebody changes their login: the account, its id and what it may do stay. */
  rename(login: string, to: string): void {
    const { people, renamed } = this.#state();
    const role = people.get(login.toLowerCase());
    renamed.set(to.toLowerCase(), this.user(login).id);
    people.delete(login.toLowerCase());
    if (role !== undefined) people.set(to.toLowerCase(), role);
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
    const known = environments.get(name) ?? { id: takeId(this.#world), createdAt: this.#place.time };
    environments.set(name, { ...known, reviewers, ...more });
  }

  /** Changes the repository's settings. */
  configure(changes: RepositorySettings): void {
    const repo = this.#state();
    repo.settings = { ...repo.settings, ...changes };
  }

  /** The deployments of a task, oldest first. */
  deployments(task?: string): readonly Deployment[] {
    return this.#state().deployments.filter((deployment) => task === undefined || deployment.task === task);
  }

  get #place(): Place {
    return placeNow(this.#world, this.#state(), this.#now());
  }
}
