import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Context } from '@actions/github/lib/context';
import { InputError } from '@lockstep/base';

/** What the runner says of the run. On GHES the URLs are the server's own. */
export interface RunEnvironment {
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly sha: string;
  readonly ref: string;
  readonly runId: number;
  readonly runAttempt: number;
  readonly actor: string;
  readonly workflow: string;
  readonly job: string;
  readonly eventName: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** The page of this run attempt. */
  readonly runUrl: string;
  /** RUNNER_TEMP: lives as long as the job. */
  readonly tempDir: string;
  readonly workspace: string;
  /** The payload of the event that started the run; `{}` where there is none. Throws InputError on a broken file. */
  event(): Readonly<Record<string, unknown>>;
}

/** Of this process: GitHub's own toolkit reads what the runner says. */
export function readEnvironment(): RunEnvironment {
  const context = contextWithoutEvent();
  // Not a number where the runner names none.
  const runId = context.runId || 0;
  const runAttempt = context.runAttempt || 1;
  const { owner, repo } = repositoryOf(context);
  const serverUrl = context.serverUrl || 'https://github.com';
  const workspace = variable('GITHUB_WORKSPACE') || process.cwd();
  return {
    repository: { owner, repo },
    sha: context.sha ?? '',
    ref: context.ref ?? '',
    runId,
    runAttempt,
    actor: variable('GITHUB_TRIGGERING_ACTOR') || (context.actor ?? ''),
    workflow: context.workflow ?? '',
    job: context.job ?? '',
    eventName: context.eventName ?? '',
    serverUrl,
    apiUrl: context.apiUrl || 'https://api.github.com',
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
    tempDir: variable('RUNNER_TEMP') || join(workspace, '.lockstep'),
    workspace,
    event: readEvent,
  };
}

const EVENT_PATH = 'GITHUB_EVENT_PATH';

function variable(name: string): string {
  return process.env[name] ?? '';
}

/**
 * A Context reads the event when it is made, and breaks where that is broken. Most steps ask nothing of the event, and
 * an undo must not hang on it.
 */
function contextWithoutEvent(): Context {
  const path = process.env[EVENT_PATH];
  delete process.env[EVENT_PATH];
  try {
    return new Context();
  } finally {
    if (path !== undefined) process.env[EVENT_PATH] = path;
  }
}

/** It throws where the runner names no repository: nothing that an action needs on a person's own machine. */
function repositoryOf(context: Context): { readonly owner: string; readonly repo: string } {
  try {
    const { owner, repo = '' } = context.repo;
    return { owner, repo };
  } catch {
    return { owner: '', repo: '' };
  }
}

function readEvent(): Readonly<Record<string, unknown>> {
  const path = variable(EVENT_PATH);
  // The Context would say so on standard output, and go on with an event that holds nothing.
  if (path !== '' && !existsSync(path)) throw new InputError(`event payload ${path}: there is no such file`);
  try {
    return new Context().payload;
  } catch (cause) {
    throw new InputError(`event payload ${path}: not readable as JSON`, { cause });
  }
}
