import { assignAlias } from './aliases.ts';
import { addDeployment } from './create-deployment.ts';
import { cancel } from './deployments.ts';
import { completeRollout, enterStage, requireActive } from './rollout.ts';
import { type Deployment, hostKey, type Person, type Project } from './state.ts';
import { requestPromotion, requestRollback, requestRollout } from './swap.ts';
import { findDeployment, projectOf, type World } from './world.ts';

export interface Push {
  readonly project: Pick<Project, 'id'>;
  /** A folder with a Build Output, or else a READY deployment to build the like of. */
  readonly output?: string;
  readonly like?: string;
  /** `production` by default, or `preview`. */
  readonly target?: string;
  /** Without the production domains (false). */
  readonly staged?: boolean;
  readonly commit?: string;
  readonly branch?: string;
  readonly meta?: Readonly<Record<string, string>>;
}

/** Somebody else who acts on the same projects: a person in the dashboard, the Git integration, another pipeline. */
export class Actor {
  readonly person: Person;
  readonly #world: World;

  constructor(world: World, name: string) {
    this.#world = world;
    this.person = { id: `user_${name}`, username: name, email: `${name}@example.com` };
  }

  promote(deploymentId: string): Promise<void> {
    return this.#act(deploymentId, (deployment) => {
      requestPromotion(this.#world, projectOf(this.#world, deployment), deployment, this.person);
    });
  }

  rollback(deploymentId: string, description?: string): Promise<void> {
    return this.#act(deploymentId, (deployment) => {
      requestRollback(this.#world, projectOf(this.#world, deployment), deployment, { by: this.person, description });
    });
  }

  startRollout(deploymentId: string): Promise<void> {
    return this.#act(deploymentId, (deployment) => {
      requestRollout(this.#world, projectOf(this.#world, deployment), deployment);
    });
  }

  /** Of the rolling release of this canary. */
  approveStage(deploymentId: string): Promise<void> {
    return this.#act(deploymentId, (deployment) => {
      const project = projectOf(this.#world, deployment);
      const next = requireActive(project).activeStage + 1;
      enterStage(this.#world, project, next, { by: this.person, beganAt: this.#world.rolloutTime.now() });
    });
  }

  completeRollout(deploymentId: string): Promise<void> {
    return this.#act(deploymentId, (deployment) => {
      completeRollout(this.#world, projectOf(this.#world, deployment), this.person);
    });
  }

  assignAlias(deploymentId: string, name: string): Promise<void> {
    return this.#act(deploymentId, (deployment) => {
      assignAlias(this.#world, deployment, name, this.person);
    });
  }

  removeAlias(name: string): Promise<void> {
    return this.#world.store.write(() => this.#world.store.drop('aliases', hostKey(name)));
  }

  setAutoAssign(project: Project, autoAssign: boolean): Promise<void> {
    return this.#world.store.write(() => {
      this.#world.store.patch('projects', project.id, { autoAssign, rolledBack: false });
    });
  }

  cancel(deploymentId: string): Promise<void> {
    return this.#act(deploymentId, (deployment) => {
      cancel(this.#world, deployment.id);
    });
  }

  /** A push to the repository: a new deployment that takes the domains if the project says so. */
  push({
    project,
    like,
    output,
    target = 'production',
    staged = false,
    commit,
    branch = 'main',
    meta: more = {},
  }: Push): Promise<Deployment> {
    const world = this.#world;
    return world.store.write(() => {
      const built = output ?? this.#find(like ?? '').output;
      if (built === undefined) throw new Error(`${like} has no output yet; push a deployment that is READY`);
      const meta = { ...(commit === undefined ? {} : { githubCommitSha: commit, githubCommitRef: branch }), ...more };
      const how = { project, target, by: this.person, source: 'git', prebuilt: false, staged } as const;
      return addDeployment(world, { ...how, output: built, meta, commit, branch });
    });
  }

  async #act(idOrUrl: string, work: (deployment: Deployment) => void): Promise<void> {
    await this.#world.store.write(() => work(this.#find(idOrUrl)));
  }

  #find(idOrUrl: string): Deployment {
    const deployment = findDeployment(this.#world, this.#world.store.now, idOrUrl);
    if (deployment === undefined) throw new Error(`the stand-in has no deployment ${idOrUrl}`);
    return deployment;
  }
}
