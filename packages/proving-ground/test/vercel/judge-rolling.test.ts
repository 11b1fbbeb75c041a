import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VercelCore } from '@vercel/sdk/core.js';
import { projectsGetProject } from '@vercel/sdk/funcs/projectsGetProject.js';
import { projectsRequestRollback } from '@vercel/sdk/funcs/projectsRequestRollback.js';
import { rollingReleaseApproveRollingReleaseStage as approve } from '@vercel/sdk/funcs/rollingReleaseApproveRollingReleaseStage.js';
import { rollingReleaseCompleteRollingRelease as complete } from '@vercel/sdk/funcs/rollingReleaseCompleteRollingRelease.js';
import { rollingReleaseDeleteRollingReleaseConfig as deleteConfig } from '@vercel/sdk/funcs/rollingReleaseDeleteRollingReleaseConfig.js';
import { rollingReleaseGetRollingRelease as getRelease } from '@vercel/sdk/funcs/rollingReleaseGetRollingRelease.js';
import { rollingReleaseGetRollingReleaseBillingStatus as billing } from '@vercel/sdk/funcs/rollingReleaseGetRollingReleaseBillingStatus.js';
import { rollingReleaseGetRollingReleaseConfig as getConfig } from '@vercel/sdk/funcs/rollingReleaseGetRollingReleaseConfig.js';
import { rollingReleaseStartRollingRelease as start } from '@vercel/sdk/funcs/rollingReleaseStartRollingRelease.js';
import { rollingReleaseUpdateRollingReleaseConfig as updateConfig } from '@vercel/sdk/funcs/rollingReleaseUpdateRollingReleaseConfig.js';
import { readContract } from '../../src/openapi/index.ts';
import { deployHello, type Ground, makeGround } from './client.ts';

/** Of October 2025: it has no start and no gate yet. */
const contract = readContract(new URL('../../src/vercel/openapi-cut.json', import.meta.url), {
  formats: { uri: true },
});

let ground: Ground;
let sdk: VercelCore;
let project: string;
let canary: string;
let later: string;

const CONFIG = {
  enabled: true,
  advancementType: 'automatic',
  stages: [
    { targetPercentage: 5, duration: 10, linearShift: true },
    { targetPercentage: 50, requireApproval: true },
    { targetPercentage: 100 },
  ],
  canaryResponseHeader: true,
  gate: { enabled: true, dryRun: false, action: 'pause', checks: [{ type: 'error-rate-5xx' }] },
};

beforeAll(async () => {
  ground = await makeGround();
  sdk = new VercelCore({ bearerToken: ground.vercel.token, serverURL: ground.vercel.url });
  project = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost'] }).id;
  const staged = { autoAssignCustomDomains: false };
  await deployHello(ground, project, 'one');
  canary = await deployHello(ground, project, 'two', staged);
  later = await deployHello(ground, project, 'three', staged);
});
afterAll(() => ground.end());

const web = () => ({ idOrName: 'web', teamId: ground.vercel.team.id });
const own = (id: string) => ({ ...web(), requestBody: { canaryDeploymentId: id } });
// Its types know no body of the configuration; it is set as Vercel's CLI sets it.
const configured = () => ground.call('PATCH', `/v1/projects/${project}/rolling-release/config`, CONFIG);

type Result = Promise<{ readonly ok: boolean; readonly error?: unknown; readonly value?: unknown }>;

/** One after the other: what is done, and what of Vercel's description says how its answer looks. */
const steps: readonly (readonly [what: string, operation: string | undefined, call: () => Result])[] = [
  ['no configuration', 'getRollingReleaseConfig', () => getConfig(sdk, web())],
  ['no rolling release', 'getRollingRelease', () => getRelease(sdk, web())],
  ['the plan', 'getRollingReleaseBillingStatus', () => billing(sdk, web())],
  ['a configuration', 'getRollingReleaseConfig', () => configured().then(() => getConfig(sdk, web()))],
  ['a plan that is used up', 'getRollingReleaseBillingStatus', () => billing(sdk, web())],
  ['a project that rolls out', 'getProject', () => projectsGetProject(sdk, web())],
  ['a start', undefined, () => start(sdk, own(canary))],
  ['the same start again', undefined, () => start(sdk, own(canary))],
  ['a rolling release', 'getRollingRelease', () => getRelease(sdk, web())],
  ['none of another state', 'getRollingRelease', () => getRelease(sdk, { ...web(), state: 'COMPLETE' })],
  [
    'an approval',
    'approveRollingReleaseStage',
    () => approve(sdk, { ...web(), requestBody: { nextStageIndex: 1, canaryDeploymentId: canary } }),
  ],
  ['a completion', 'completeRollingRelease', () => complete(sdk, own(canary))],
  ['a complete one', 'getRollingRelease', () => getRelease(sdk, web())],
  ['the next start', undefined, () => start(sdk, own(later))],
  [
    'an abort',
    undefined,
    () => projectsRequestRollback(sdk, { projectId: project, deploymentId: canary, teamId: ground.vercel.team.id }),
  ],
  ['an aborted one', 'getRollingRelease', () => getRelease(sdk, web())],
  ['a project after an abort', 'getProject', () => projectsGetProject(sdk, web())],
  ['the configuration turned off', 'deleteRollingReleaseConfig', () => deleteConfig(sdk, web())],
];

describe("Vercel's SDK and its description accept the answer of", () => {
  test.each(steps)('%s', async (_what, operation, call) => {
    const result = await call();
    await ground.vercel.settled();
    if (!result.ok) throw result.error;
    expect(ground.vercel.unmodelled).toEqual([]);
    if (operation === undefined) return;
    const { method, path, query, requestBody } = ground.vercel.exchanges.at(-1) ?? none();
    const asked = requestBody.length === 0 ? undefined : JSON.parse(requestBody.toString());
    const match = contract.match(method, path);
    expect(match?.operation).toBe(operation);
    const request = { params: match?.params ?? {}, query: new URLSearchParams(query), body: asked };
    expect(contract.checkRequest(operation, request).problems).toEqual([]);
    const again =
      method === 'GET' ? (await ground.call(method, `${path}${withoutScope(query)}`)).body : wire(result.value);
    expect(contract.checkAnswer(operation, 200, again)).toEqual([]);
  });
});

test("Vercel's SDK says no to the plan that lacks rolling releases as it does to any refusal", async () => {
  const hobby = await makeGround({ team: { plan: 'hobby' } });
  try {
    hobby.vercel.addProject({ name: 'web' });
    const core = new VercelCore({ bearerToken: hobby.vercel.token, serverURL: hobby.vercel.url });
    const web = { idOrName: 'web', teamId: hobby.vercel.team.id };
    expect(await billing(core, web)).toMatchObject({ ok: true, value: { reason: 'plan_not_supported' } });
    expect(await updateConfig(core, web)).toMatchObject({ ok: false, error: { statusCode: 400 } });
  } finally {
    await hobby.end();
  }
});

const wrongs = [{ state: 'RUNNING' }, { substate: 'FROZEN' }, { stages: '10 %' }];
test.each(wrongs)('the judges refuse an answer with %j, or without it', async (wrong) => {
  await configured();
  await start(sdk, own(later));
  const { body } = await ground.call('GET', `/v1/projects/${project}/rolling-release`);
  const { rollingRelease } = body as { readonly rollingRelease: object };
  const effect = { kind: 'status', status: 200, body: { rollingRelease: { ...rollingRelease, ...wrong } } } as const;
  ground.faults.plant({ service: 'vercel', path: /rolling-release/, effect });
  expect((await getRelease(sdk, web())).ok).toBe(false);
  const { state: _, ...without } = rollingRelease as { readonly state?: unknown };
  expect(contract.checkAnswer('getRollingRelease', 200, { rollingRelease: without })).not.toEqual([]);
});

function none(): never {
  throw new Error('nothing was asked');
}

const withoutScope = (query: string) => query.replace(/teamId=[^&]*&?/, '').replace(/[?&]$/, '');

/** As it went over the wire: the SDK leaves out what is null by its type, and nothing else of these answers. */
function wire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
