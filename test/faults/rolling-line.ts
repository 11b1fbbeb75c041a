import { join } from 'node:path';
import { Journal } from '@lockstep/action-shell';
import type { Postgres } from '@lockstep/proving-ground/postgres';
import { byApproval } from '@lockstep/proving-ground/vercel';
import { action } from '../../actions/alias-swap/src/run.ts';
import { action as rollbackAction } from '../../actions/rollback/src/run.ts';
import { aHistory, type History } from './history.ts';
import { Step, type StepEnd } from './in-process.ts';
import type { ReleaseWorld } from './release-world.ts';

/** A release that is to be rolled out: its record and its schema are there, nobody has it yet. */
export interface RollingLine extends Pick<History, 'shop' | 'drop'> {
  /** The deployment that it brings, and its commit. */
  readonly candidate: { readonly id: string; readonly commit: string };
  /** The journal of a new job of this release. */
  opened(): Journal;
  /** Inputs of the step that rolls it out, with stages of this time. */
  inputs(stages?: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  /** That step, in this process. */
  step(journal: Journal): Step<typeof action.inputs>;
  rollback(to: string): Promise<StepEnd>;
  /** What is rolled out at this moment. */
  underWay(): string | undefined;
}

/** By the clock of the world; whether this machine is busy is no property of the candidate. */
const STAGES = { 'stage-time': '4s', interval: '500ms', samples: '30', 'max-latency-ratio': '100' };

/** In three stages, of a project whose clients stay with the deployment that they began with. */
export async function aRollingLine(world: ReleaseWorld, postgres: Postgres): Promise<RollingLine> {
  const { clock, vercel } = world;
  const line = await aHistory(world, postgres);
  const { databaseUrl, shop } = line;
  const { env, environment, live, project } = shop;
  const record = await line.release({ state: 'begun', live: false });
  const candidate = { id: record.candidate.deployment ?? '', commit: record.candidate.commit ?? '' };
  vercel.configure(vercel.project(project.id), { rollingConfig: byApproval(20, 60), skewProtectionMaxAge: 3_600 });
  let journals = 0;
  const inputs = (stages: Readonly<Record<string, string>> = STAGES) => ({
    ...shop.inputs,
    ...{ strategy: 'rolling', 'deployment-id': candidate.id, 'expect-current': live },
    ...{ paths: shop.inputs['identity-path'] ?? '', ...stages },
  });
  return {
    shop,
    candidate,
    inputs,
    drop: () => line.drop(),
    opened: () => {
      const path = join(env.tempDir, `rolling-${++journals}.jsonl`);
      const journal = new Journal(path, { action: 'release', instance: String(journals), clock });
      journal.open({ id: record.id, environment, service: '', commit: candidate.commit, undoDeadlineMs: 240_000 });
      return journal;
    },
    step: (journal) => new Step(action, inputs(), { env, clock, journal }),
    rollback: (to) => {
      const { 'deployment-id': _, ...own } = { ...shop.inputs } as Record<string, string>;
      const given = { ...own, environment, 'database-url': databaseUrl, 'drain-time': '1s', to };
      return new Step(rollbackAction, given, { env, clock, journal: undefined }).main();
    },
    underWay: () => {
      const { rollingRelease } = vercel.project(project.id);
      return rollingRelease?.state === 'ACTIVE' ? rollingRelease.canaryDeploymentId : undefined;
    },
  };
}
