import type { BuiltinAction } from '../builtin/builtin-action.ts';
import type { ServiceStandIn } from '../builtin/service.ts';
import type { Environment } from './environment.ts';
import type { InputValue } from './inputs.ts';
import type { Permissions } from './permissions.ts';
import type { Rerun } from './rerun.ts';
import type { RunEvent } from './result.ts';
import type { Strike } from './strikes.ts';

export interface RunOptions {
  /** The repository that the workflow runs for. */
  readonly repository: {
    /** `owner/name` */
    readonly name: string;
    readonly root: string;
    /** `refs/heads/main` */
    readonly ref?: string;
    /** Forty hexadecimal digits; its HEAD where it is a git repository and this is absent. */
    readonly sha?: string;
  };
  /** Below its root: `.github/workflows/release.yml`. */
  readonly workflow: string;
  /** What triggers it: `workflow_dispatch` by default. `payload` becomes `github.event`. */
  readonly event?: { readonly name: string; readonly payload?: Readonly<Record<string, unknown>> };
  /** Inputs of a workflow_dispatch. */
  readonly inputs?: Readonly<Record<string, InputValue>>;
  /** Secrets and variables of the repository. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** By name; any other environment exists too, without anything. */
  readonly environments?: Readonly<Record<string, Environment>>;
  /**
   * What a called workflow's jobs see of their environment's secrets where the workflow is another owner's: documented
   * is that they arrive, some report that they are empty (actions/runner#1490 and others). `arrive` by default.
   */
  readonly environmentSecretsAcrossOwners?: 'arrive' | 'empty';
  /** It is a run that goes once more: its id and its artifacts are those of before. */
  readonly rerun?: Rerun;
  /** Where `owner/name/…@ref` comes from: a folder, or a stand-in; see `builtinActions` for those that are there. */
  readonly actions?: Readonly<Record<string, string | BuiltinAction>>;
  /** What stands in for the service containers of jobs, by their ids; others are refused. */
  readonly services?: Readonly<Record<string, ServiceStandIn>>;
  /** Whether `$/` references are known; true but on GitHub Enterprise Server. */
  readonly selfReferences?: boolean;
  /** Laid over the `github` context of every job: `{ api_url, actor, run_attempt, … }`. */
  readonly github?: Readonly<Record<string, unknown>>;
  /** Makes the GITHUB_TOKEN of a job; a made-up one when absent. */
  readonly mintToken?: (permissions: Permissions, job: string) => string | Promise<string>;
  /** Who gives OIDC tokens to jobs that have `id-token: write`, as the action toolkit asks for them; nobody when absent. */
  readonly idTokens?: { readonly url: string; readonly token: string };
  /** What a job may do where neither it nor its workflow says (contents and packages: read). */
  readonly defaultPermissions?: Permissions;
  /** The Node.js that runs JavaScript actions (the action runtime, node24, where installed). */
  readonly node?: string;
  /** Variables of the machine itself, for every process of every job. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where jobs get their folders; a temporary one, removed at the end, when absent. */
  readonly folder?: string;
  /** How many jobs run at a time (as many as can). */
  readonly machines?: number;
  /** Cancels the run when it aborts. */
  readonly signal?: AbortSignal;
  /** Multiplies the runner's waits, minutes included (1). */
  readonly timeScale?: number;
  /** What goes wrong, and when. */
  readonly strikes?: readonly Strike[];
  /** Shows `::debug::` lines, as ACTIONS_STEP_DEBUG does. */
  readonly debug?: boolean;
  readonly onEvent?: (event: RunEvent) => void;
}
