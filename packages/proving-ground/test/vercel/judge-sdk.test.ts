import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VercelCore } from '@vercel/sdk/core.js';
import { aliasesAssignAlias } from '@vercel/sdk/funcs/aliasesAssignAlias.js';
import { aliasesDeleteAlias } from '@vercel/sdk/funcs/aliasesDeleteAlias.js';
import { aliasesGetAlias } from '@vercel/sdk/funcs/aliasesGetAlias.js';
import { aliasesListAliases } from '@vercel/sdk/funcs/aliasesListAliases.js';
import { aliasesListDeploymentAliases } from '@vercel/sdk/funcs/aliasesListDeploymentAliases.js';
import { deploymentsCancelDeployment } from '@vercel/sdk/funcs/deploymentsCancelDeployment.js';
import { deploymentsCreateDeployment } from '@vercel/sdk/funcs/deploymentsCreateDeployment.js';
import { deploymentsGetDeployment } from '@vercel/sdk/funcs/deploymentsGetDeployment.js';
import { deploymentsGetDeploymentEvents } from '@vercel/sdk/funcs/deploymentsGetDeploymentEvents.js';
import { deploymentsGetDeployments } from '@vercel/sdk/funcs/deploymentsGetDeployments.js';
import { deploymentsUploadFile } from '@vercel/sdk/funcs/deploymentsUploadFile.js';
import { projectsAddProjectDomain } from '@vercel/sdk/funcs/projectsAddProjectDomain.js';
import { projectsCreateProject } from '@vercel/sdk/funcs/projectsCreateProject.js';
import { projectsFilterProjectEnvs } from '@vercel/sdk/funcs/projectsFilterProjectEnvs.js';
import { projectsGetProject } from '@vercel/sdk/funcs/projectsGetProject.js';
import { projectsGetProjectDomain } from '@vercel/sdk/funcs/projectsGetProjectDomain.js';
import { projectsGetProjectDomains } from '@vercel/sdk/funcs/projectsGetProjectDomains.js';
import { projectsGetProjects } from '@vercel/sdk/funcs/projectsGetProjects.js';
import { projectsListPromoteAliases } from '@vercel/sdk/funcs/projectsListPromoteAliases.js';
import { projectsRemoveProjectDomain } from '@vercel/sdk/funcs/projectsRemoveProjectDomain.js';
import { projectsRequestPromote } from '@vercel/sdk/funcs/projectsRequestPromote.js';
import { projectsRequestRollback } from '@vercel/sdk/funcs/projectsRequestRollback.js';
import { projectsUpdateProject } from '@vercel/sdk/funcs/projectsUpdateProject.js';
import { projectsUpdateProjectProtectionBypass } from '@vercel/sdk/funcs/projectsUpdateProjectProtectionBypass.js';
import { teamsGetTeam } from '@vercel/sdk/funcs/teamsGetTeam.js';
import { teamsGetTeams } from '@vercel/sdk/funcs/teamsGetTeams.js';
import { userGetAuthUser } from '@vercel/sdk/funcs/userGetAuthUser.js';
import { GetDeploymentResponseBody2$inboundSchema as WholeDeployment } from '@vercel/sdk/models/getdeploymentresponsebody1.js';
import type { BuildPlan } from '../../src/vercel/index.ts';
import { deployHello, type Ground, idOf, makeGround } from './client.ts';

let ground: Ground;
let sdk: VercelCore;
let projectId: string;
let first: string;
let second: string;

beforeAll(async () => {
  ground = await makeGround();
  const { vercel } = ground;
  sdk = new VercelCore({ bearerToken: vercel.token, serverURL: vercel.url });
  const link = { org: 'acme', repo: 'shop', productionBranch: 'main' };
  projectId = vercel.addProject({ name: 'web', domains: ['shop.localhost'], env: { KEY: 'value' }, link }).id;
  vercel.addDomain(vercel.project(projectId), { name: 'old.localhost', verified: true, redirect: 'shop.localhost' });
  vercel.addDomain(vercel.project(projectId), { name: 'new.localhost', verified: false });
  first = await deployHello(ground, projectId, 'one', {
    gitMetadata: { commitSha: 'a'.repeat(40), commitRef: 'main' },
  });
  second = await deployHello(ground, projectId, 'two', { autoAssignCustomDomains: false });
});
afterAll(() => ground.end());

const team = () => ({ teamId: ground.vercel.team.id });

describe("Vercel's SDK accepts the answer of", () => {
  type Result = Promise<{ readonly ok: boolean; readonly error?: unknown; readonly value?: unknown }>;
  const sha = createHash('sha1').update('bytes').digest('hex');
  const calls: Readonly<Record<string, () => Result>> = {
    user: () => userGetAuthUser(sdk),
    teams: () => teamsGetTeams(sdk, {}),
    team: () => teamsGetTeam(sdk, team()),
    project: () => projectsGetProject(sdk, { idOrName: 'web', ...team() }),
    projects: () => projectsGetProjects(sdk, team()),
    'new project': () => projectsCreateProject(sdk, { ...team(), requestBody: { name: 'other' } }),
    'changed project': () =>
      projectsUpdateProject(sdk, { idOrName: 'web', ...team(), requestBody: { autoAssignCustomDomains: true } }),
    environment: () => projectsFilterProjectEnvs(sdk, { idOrName: 'web', ...team() }),
    'bypass secret': () =>
      projectsUpdateProjectProtectionBypass(sdk, { idOrName: 'web', ...team(), requestBody: { generate: {} } }),
    domains: () => projectsGetProjectDomains(sdk, { idOrName: 'web', ...team() }),
    domain: () => projectsGetProjectDomain(sdk, { idOrName: 'web', domain: 'shop.localhost', ...team() }),
    'new domain': () =>
      projectsAddProjectDomain(sdk, { idOrName: 'web', ...team(), requestBody: { name: 'extra.localhost' } }),
    'removed domain': () => projectsRemoveProjectDomain(sdk, { idOrName: 'web', domain: 'extra.localhost', ...team() }),
    upload: () =>
      deploymentsUploadFile(sdk, {
        xVercelDigest: sha,
        contentLength: 5,
        ...team(),
        requestBody: Buffer.from('bytes'),
      } as never),
    'new deployment': () =>
      deploymentsCreateDeployment(sdk, {
        ...team(),
        requestBody: { name: 'web', files: [{ file: 'index.html', data: 'hello' }] },
      }),
    redeployment: () =>
      deploymentsCreateDeployment(sdk, { ...team(), requestBody: { name: 'web', deploymentId: first } }),
    deployment: () => deploymentsGetDeployment(sdk, { idOrUrl: first, ...team() }),
    deployments: () => deploymentsGetDeployments(sdk, { projectId, ...team() }),
    events: () => deploymentsGetDeploymentEvents(sdk, { idOrUrl: first, ...team() }),
    aliases: () => aliasesListAliases(sdk, { projectId, ...team() }),
    alias: () => aliasesGetAlias(sdk, { idOrAlias: 'shop.localhost', ...team() }),
    'aliases of a deployment': () => aliasesListDeploymentAliases(sdk, { id: first, ...team() }),
    'assigned alias': () =>
      aliasesAssignAlias(sdk, { id: second, ...team(), requestBody: { alias: 'next.shop.localhost' } }),
    'removed alias': () => aliasesDeleteAlias(sdk, { aliasId: 'next.shop.localhost', ...team() }),
    'promotion statuses before any': () => projectsListPromoteAliases(sdk, { projectId, ...team() }),
    promotion: () => projectsRequestPromote(sdk, { projectId, deploymentId: second, ...team() }),
    'promotion statuses': () => projectsListPromoteAliases(sdk, { projectId, ...team() }),
    rollback: () => projectsRequestRollback(sdk, { projectId, deploymentId: first, description: 'sick', ...team() }),
    'project after a rollback': () => projectsGetProject(sdk, { idOrName: 'web', ...team() }),
  };

  test.each(Object.entries(calls))('%s', async (_what, call) => {
    const result = await call();
    await ground.vercel.settled();
    if (!result.ok) throw result.error;
    expect(ground.vercel.unmodelled).toEqual([]);
  });
});

describe("Vercel's SDK accepts a deployment that", () => {
  const ends: Readonly<Record<string, BuildPlan>> = {
    'waits for a place': { queuedMs: Number.POSITIVE_INFINITY },
    'is being built': { buildingMs: Number.POSITIVE_INFINITY },
    'is ready': {},
    failed: { end: { state: 'ERROR', code: 'BUILD_FAILED', message: 'no such module' } },
    'was cancelled': { end: { state: 'CANCELED' } },
    'is blocked': { end: { state: 'BLOCKED', reason: 'no seat', seatBlock: { blockCode: 'TEAM_ACCESS_REQUIRED' } } },
    'got no alias': { end: { state: 'READY', aliasError: { code: 'domain_misconfigured', message: 'no DNS' } } },
  };

  test.each(Object.entries(ends))('%s', async (_what, plan) => {
    const one = await makeGround();
    try {
      const { id: project } = one.vercel.addProject({ name: 'web' });
      one.vercel.builds.plan(plan);
      const files = [{ file: 'index.html', data: 'hello' }];
      const created = await one.call('POST', '/v13/deployments', { name: 'web', project, files, target: 'production' });
      const id = idOf(created);
      // Real time: it has come to its end by then, or is still on the way; either is read.
      await new Promise((resolve) => setTimeout(resolve, 60));
      const core = new VercelCore({ bearerToken: one.vercel.token, serverURL: one.vercel.url });
      const scope = { teamId: one.vercel.team.id };
      // The union that the SDK parses has a lenient member; this is the one that describes it whole.
      WholeDeployment.parse((await one.call('GET', `/v13/deployments/${id}`)).body);
      const listed = await deploymentsGetDeployments(core, { projectId: project, ...scope });
      if (!listed.ok) throw listed.error;
      // Only what stays as it is: any other build may end between a look and this call.
      if (plan.queuedMs !== undefined || plan.buildingMs !== undefined || plan.end?.state === 'BLOCKED') {
        const cancelled = await deploymentsCancelDeployment(core, { id, ...scope });
        if (!cancelled.ok) throw cancelled.error;
      }
    } finally {
      await one.end();
    }
  });
});

test('the judge refuses an answer that Vercel would not give', async () => {
  const wrong = { ...((await ground.call('GET', `/v13/deployments/${first}`)).body as object), aliasAssigned: 1 };
  const path = new RegExp(`/v13/deployments/${first}`);
  ground.faults.plant({ service: 'vercel', path, effect: { kind: 'status', status: 200, body: wrong } });
  const read = await deploymentsGetDeployment(sdk, { idOrUrl: first, ...team() });
  expect(read.ok).toBe(false);
});
