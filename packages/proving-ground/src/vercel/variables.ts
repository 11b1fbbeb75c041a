import { requireProject } from './access.ts';
import { param, type Route, readBody, text } from './api.ts';
import { Refusal } from './refusal.ts';
import type { EnvVariable, Project } from './state.ts';
import { makeId } from './world.ts';

export const variableRoutes: readonly Route[] = [
  {
    method: 'GET',
    paths: ['/v9/projects/:project/env', '/v10/projects/:project/env'],
    answer: (_world, call) => {
      const { env } = requireProject(call.state, call.access, param(call, 'project'));
      const readable = call.query.get('decrypt') === 'true';
      const branch = call.query.get('gitBranch');
      const rows = env.filter(({ gitBranch }) => gitBranch === undefined || branch === null || gitBranch === branch);
      return { status: 200, body: { envs: rows.map((row) => envJson(row, readable)) } };
    },
  },
  {
    method: 'POST',
    paths: ['/v10/projects/:project/env'],
    answer: (world, call) => {
      const project = requireProject(world.store.now, call.access, param(call, 'project'));
      const body = readBody(call, ['key', 'value', 'type', 'target', 'gitBranch', 'comment']);
      const [key, value, type] = [text(body, 'key'), text(body, 'value'), text(body, 'type')];
      const target = body['target'];
      if (key === undefined || value === undefined || !isType(type) || !Array.isArray(target))
        throw new Refusal(400, 'bad_request', 'Invalid request: `key`, `value`, `type` and `target` are required.');
      const branch = text(body, 'gitBranch');
      const at = world.store.stamp();
      const row: EnvVariable = {
        ...{ id: makeId('', 16), key, value, type, target: target.map(String), createdAt: at },
        ...(branch === undefined ? {} : { gitBranch: branch }),
      };
      const clash = project.env.some(
        (one) => one.key === key && one.gitBranch === branch && one.target.some((t) => row.target.includes(t)),
      );
      if (clash)
        throw new Refusal(400, 'ENV_CONFLICT', `A variable with the name \`${key}\` already exists for the target.`);
      world.store.patch('projects', project.id, { env: [...project.env, row] });
      return { status: 201, body: { created: envJson(row, false), failed: [] } };
    },
  },
  {
    // What `vercel pull` writes to .vercel/.env.TARGET.local, for `vercel build`.
    method: 'GET',
    paths: ['/v3/env/pull/:project/:target', '/v3/env/pull/:project/:target/:branch'],
    answer: (_world, call) => {
      const project = requireProject(call.state, call.access, param(call, 'project'));
      const target = param(call, 'target');
      const rows = variablesFor(project, target, call.params['branch']);
      const ours = Object.fromEntries(rows.map((row) => [row.key, readableValue(row)]));
      const system = { VERCEL: '1', VERCEL_ENV: target === 'production' ? 'production' : 'preview' };
      const env = { ...ours, ...system, VERCEL_TARGET_ENV: target };
      return { status: 200, body: { env, buildEnv: env } };
    },
  },
];

/** Those of an environment, and of a branch of it. */
export function variablesFor(project: Project, target: string, branch: string | undefined): readonly EnvVariable[] {
  return project.env.filter(
    (row) => row.target.includes(target) && (row.gitBranch === undefined || row.gitBranch === branch),
  );
}

/** Sensitive values are never readable again; `vercel pull` writes them empty. */
function readableValue({ type, value }: Pick<EnvVariable, 'type' | 'value'>): string {
  return type === 'sensitive' ? '' : value;
}

/** Encrypted values are shown on request. */
function envJson(
  { id, key, type, target, value, gitBranch, createdAt, updatedAt = createdAt }: EnvVariable,
  readable: boolean,
): object {
  const shown = type === 'encrypted' && !readable ? '' : readableValue({ type, value });
  const branch = gitBranch === undefined ? {} : { gitBranch };
  return {
    id,
    key,
    type,
    target,
    value: shown,
    ...branch,
    createdAt,
    updatedAt,
    decrypted: readable,
    securityIssues: [],
  };
}

function isType(type: string | undefined): type is EnvVariable['type'] {
  return type === 'plain' || type === 'encrypted' || type === 'sensitive';
}
