import { requireDeployment, requireProject } from './access.ts';
import { type Call, param, type Route, readBody, text } from './api.ts';
import { Refusal } from './refusal.ts';
import { CONFIG_MEMBERS, configJson, configOf } from './rolling-config.ts';
import { rollingReleaseJson } from './rolling-json.ts';
import type { RollingConfig, RollingRelease } from './rolling-state.ts';
import { activeRelease, completeRollout, enterStage, requireActive } from './rollout.ts';
import type { Project } from './state.ts';
import { requestRollback, requestRollout } from './swap.ts';
import type { World } from './world.ts';

const ROOT = '/v1/projects/:project/rolling-release';

export const rollingReleaseRoutes: readonly Route[] = [
  {
    method: 'GET',
    paths: [ROOT],
    answer: (world, call) => {
      const { rollingRelease: release } = requireProject(call.state, call.access, param(call, 'project'));
      const wanted = call.query.get('state');
      const shown = release !== undefined && (wanted === null || release.state === wanted) ? release : null;
      const json = shown === null ? null : rollingReleaseJson(call.state, shown, world.rolloutTime.now());
      return { status: 200, body: { rollingRelease: json } };
    },
  },
  {
    method: 'GET',
    paths: [`${ROOT}/config`],
    answer: (_world, call) => {
      const { rollingConfig } = requireProject(call.state, call.access, param(call, 'project'));
      return { status: 200, body: { rollingRelease: configJson(rollingConfig) } };
    },
  },
  {
    method: 'PATCH',
    paths: [`${ROOT}/config`],
    answer: (world, call) => {
      const project = subject(world, call);
      const body = readBody(call, CONFIG_MEMBERS);
      const config = configOf(body);
      if (config === null) endOnDisable(world, project, call, body['disableRolloutAction']);
      else requireSlot(world, project);
      const kept = config === null ? null : withGate(world, config);
      configure(world, project, kept);
      return { status: 200, body: { rollingRelease: configJson(kept) } };
    },
  },
  {
    method: 'DELETE',
    paths: [`${ROOT}/config`],
    answer: (world, call) => {
      configure(world, subject(world, call), null);
      return { status: 200, body: { rollingRelease: null } };
    },
  },
  {
    method: 'GET',
    paths: [`${ROOT}/billing`],
    answer: (world, call) => {
      const project = requireProject(call.state, call.access, param(call, 'project'));
      return { status: 200, body: billing(world, project) };
    },
  },
  {
    method: 'POST',
    paths: [`${ROOT}/start`],
    answer: (world, call) => {
      const project = subject(world, call);
      const { deployment } = canaryOf(world, call, ['canaryDeploymentId']);
      requestRollout(world, project, deployment);
      return shown(world, call);
    },
  },
  {
    method: 'POST',
    paths: [`${ROOT}/approve-stage`],
    answer: (world, call) => {
      const project = subject(world, call);
      // Vercel's CLI sends the stage that it is at as well.
      const { body } = canaryOf(world, call, ['canaryDeploymentId', 'nextStageIndex', 'activeStageIndex']);
      const release = requireOwnRelease(project, body['canaryDeploymentId']);
      const { nextStageIndex: next, activeStageIndex: active = release.activeStage } = body;
      if (active !== release.activeStage || next !== release.activeStage + 1)
        throw new Refusal(
          400,
          'bad_request',
          `The active stage is ${release.activeStage}, not the one before ${next}.`,
        );
      enterStage(world, project, next, { by: call.access.person, beganAt: world.rolloutTime.now() });
      return shown(world, call);
    },
  },
  {
    method: 'POST',
    paths: [`${ROOT}/complete`],
    answer: (world, call) => {
      const project = subject(world, call);
      const { body } = canaryOf(world, call, ['canaryDeploymentId']);
      requireOwnRelease(project, body['canaryDeploymentId']);
      completeRollout(world, project, call.access.person);
      return shown(world, call);
    },
  },
];

function subject(world: World, call: Call): Project {
  return requireProject(world.store.now, call.access, param(call, 'project'));
}

function canaryOf(world: World, call: Call, members: readonly string[]) {
  const body = readBody(call, members);
  const id = text(body, 'canaryDeploymentId');
  if (id === undefined)
    throw new Refusal(400, 'bad_request', 'Invalid request: missing required property `canaryDeploymentId`.');
  return { body, deployment: requireDeployment(world, world.store.now, call.access, id) };
}

function requireOwnRelease(project: Project, canaryId: unknown): RollingRelease {
  const release = requireActive(project);
  if (release.canaryDeploymentId !== canaryId)
    throw new Refusal(400, 'bad_request', `The canary of the active rolling release is ${release.canaryDeploymentId}.`);
  return release;
}

function shown(world: World, call: Call) {
  const { rollingRelease: release } = subject(world, call);
  const { now } = world.store;
  const json = release === undefined ? null : rollingReleaseJson(now, release, world.rolloutTime.now());
  return { status: 200, body: { rollingRelease: json } };
}

/** What protects a client from meeting the other arm comes with it, by its own default. */
function configure(world: World, project: Project, rollingConfig: RollingConfig | null): void {
  const { skewProtectionMaxAge: age } = project;
  const skew = rollingConfig !== null && age === 0 ? { skewProtectionMaxAge: 12 * 60 * 60 } : {};
  world.store.patch('projects', project.id, { rollingConfig, ...skew, updatedAt: world.store.stamp() });
}

/** Where the account has it so, what is under way ends with the feature; else it goes on. */
function endOnDisable(world: World, project: Project, call: Call, action: unknown): void {
  const release = activeRelease(project);
  if (release === undefined || !world.settings.rolling.endsOnDisable) return;
  const by = call.access.person;
  const base = requireDeployment(world, world.store.now, call.access, release.currentDeploymentId);
  if (action === 'complete') completeRollout(world, project, by);
  else requestRollback(world, project, base, { by });
}

function withGate(world: World, config: RollingConfig): RollingConfig {
  const { gate, ...rest } = config;
  if (gate === undefined || world.settings.rolling.gate === 'kept') return config;
  if (world.settings.rolling.gate === 'dropped') return rest;
  throw new Refusal(400, 'bad_request', 'Invalid request: should NOT have additional property `gate`.');
}

function requireSlot(world: World, project: Project): void {
  if (project.rollingConfig !== null) return;
  const { availableSlots, message } = billing(world, project);
  if (availableSlots === 0) throw new Refusal(403, 'forbidden', message);
}

function billing(world: World, project: Project) {
  const plan = project.ownerId === world.team.id ? world.team.plan : 'hobby';
  if (plan === 'hobby')
    return {
      availableSlots: 0,
      reason: 'plan_not_supported',
      message: 'Rolling Releases need a Pro or Enterprise plan.',
    };
  if (plan === 'enterprise')
    return { availableSlots: 'unlimited', reason: 'unlimited_slots', message: 'Rolling Releases have no limit.' };
  const used = [...world.store.now.projects.values()].filter(
    ({ ownerId, rollingConfig }) => ownerId === project.ownerId && rollingConfig !== null,
  );
  const left = Math.max(0, world.settings.rolling.proSlots - used.length);
  if (left > 0) return { availableSlots: left, reason: 'available_slots', message: `${left} left.` };
  const enabledProjects = used.map(({ id }) => id);
  return { availableSlots: 0, reason: 'no_available_slots', message: 'No project is left.', enabledProjects };
}
