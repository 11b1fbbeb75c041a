import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

export function readEnvironment(env: Readonly<Record<string, string | undefined>>): RunEnvironment {
  const get = (name: string) => env[name] ?? '';
  const [owner = '', repo = ''] = get('GITHUB_REPOSITORY').split('/');
  const serverUrl = get('GITHUB_SERVER_URL') || 'https://github.com';
  const runId = Number(get('GITHUB_RUN_ID') || '0');
  const runAttempt = Number(get('GITHUB_RUN_ATTEMPT') || '1');
  const workspace = get('GITHUB_WORKSPACE') || process.cwd();
  return {
    repository: { owner, repo },
    sha: get('GITHUB_SHA'),
    ref: get('GITHUB_REF'),
    runId,
    runAttempt,
    actor: get('GITHUB_TRIGGERING_ACTOR') || get('GITHUB_ACTOR'),
    workflow: get('GITHUB_WORKFLOW'),
    job: get('GITHUB_JOB'),
    eventName: get('GITHUB_EVENT_NAME'),
    serverUrl,
    apiUrl: get('GITHUB_API_URL') || 'https://api.github.com',
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
    tempDir: get('RUNNER_TEMP') || join(workspace, '.lockstep'),
    workspace,
    event: () => readEvent(get('GITHUB_EVENT_PATH')),
  };
}

function readEvent(path: string): Readonly<Record<string, unknown>> {
  if (path === '') return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch (cause) {
    throw new InputError(`event payload ${path}: not readable as JSON`, { cause });
  }
}
