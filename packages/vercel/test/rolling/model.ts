import { RemoteError, silent } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import type { VercelApi } from '@lockstep/vercel';

type Json = Readonly<Record<string, unknown>>;

/** How a change is answered: `lost-before` does nothing and answers nothing, `lost-after` does it and answers nothing. */
export type Fault = 'lost-before' | 'lost-after' | 'refused';

/**
 * One project with a rolling release, as its answers are described: small enough for every fault at every call. The whole
 * of it, with an edge behind it, is the proving ground's.
 */
export interface Model {
  readonly api: VercelApi;
  readonly calls: string[];
  readonly warnings: string[];
  production: string;
  queued: string | null;
  advancementType: string;
  config: Json | null;
  /** What the next change with this name (`start`, `approve-stage`, `complete`, `rollback`, `config`) meets. */
  fail(change: string, ...faults: Fault[]): void;
  /** Whatever another user or Vercel itself does. */
  set(document: Partial<Document>): void;
  abort(): void;
  readonly document: Document | undefined;
}

interface Document {
  state: 'ACTIVE' | 'COMPLETE' | 'ABORTED';
  substate: 'PAUSED' | null;
  base: string;
  canary: string;
  stage: number;
}

const refusal = (what: string) =>
  new RemoteError(`Vercel: ${what}: no`, { service: 'Vercel', status: 409, retryable: false });
const loss = (what: string) => new RemoteError(`Vercel: ${what}: no answer`, { service: 'Vercel', retryable: true });

export function aModel({ percentages = [10, 50, 100], speed = 10_000 } = {}): Model {
  let document: Document | undefined;
  const faults = new Map<string, Fault[]>();
  const stages = percentages.map((targetPercentage, index) => ({
    index,
    targetPercentage,
    isFinalStage: targetPercentage === 100,
    requireApproval: true,
    duration: null,
  }));
  const json = () =>
    document === undefined
      ? null
      : {
          state: document.state,
          substate: document.substate,
          advancementType: model.advancementType,
          currentDeployment: { id: document.base },
          canaryDeployment: { id: document.canary },
          queuedDeploymentId: model.queued,
          stages,
          activeStage: document.state === 'ACTIVE' ? (stages[document.stage] ?? null) : null,
          nextStage: document.state === 'ACTIVE' ? (stages[document.stage + 1] ?? null) : null,
        };
  /** Undefined where it is refused. */
  const take = (change: string, body: Json, to: string): object | undefined => {
    const isActive = document?.state === 'ACTIVE';
    switch (change) {
      case 'config':
        model.config = { target: 'production', ...body };
        return { rollingRelease: model.config };
      case 'start':
        if (isActive && document?.canary !== body['canaryDeploymentId']) return undefined;
        if (!isActive)
          document = {
            state: 'ACTIVE',
            substate: null,
            base: model.production,
            canary: String(body['canaryDeploymentId']),
            stage: 0,
          };
        return { rollingRelease: json() };
      case 'approve-stage':
        if (!isActive || document === undefined || body['nextStageIndex'] !== document.stage + 1) return undefined;
        document = { ...document, stage: document.stage + 1 };
        return { rollingRelease: json() };
      case 'complete':
        if (!isActive || document === undefined || body['canaryDeploymentId'] !== document.canary) return undefined;
        document = { ...document, state: 'COMPLETE' };
        model.production = document.canary;
        return { rollingRelease: json() };
      case 'rollback':
        if (!isActive && model.production === to) return undefined;
        if (document !== undefined) document = { ...document, state: 'ABORTED' };
        model.production = to;
        return {};
      default:
        throw new Error(`no change ${change}`);
    }
  };
  const api: VercelApi = {
    clock: hastyClock(speed),
    log: { ...silent, warning: (line) => model.warnings.push(line) },
    signal: new AbortController().signal,
    async read(path, query = {}) {
      if (path.endsWith('/rolling-release/config')) return { rollingRelease: model.config };
      if (path.endsWith('/rolling-release'))
        return { rollingRelease: query['state'] === undefined || document?.state === query['state'] ? json() : null };
      if (path.startsWith('/v9/projects/'))
        return {
          id: 'prj_web',
          name: 'web',
          targets: { production: { id: model.production } },
          rollingRelease: model.config,
        };
      throw new Error(`not modelled: GET ${path}`);
    },
    async readAll(path) {
      if (!path.startsWith('/v4/aliases')) throw new Error(`not modelled: GET ${path}`);
      return ['shop.example.com', 'web.vercel.app'].map((alias) => ({
        uid: alias,
        alias,
        deploymentId: model.production,
      }));
    },
    async change(method, path, _query, body = {}) {
      // The setting that a rollback changes on the side is not this model's.
      if (method === 'PATCH' && path.startsWith('/v9/')) return { kind: 'accepted', status: 200, body: {} };
      const rollback = /\/rollback\/(.*)$/.exec(path)?.[1];
      const change = rollback === undefined ? (path.split('/').at(-1) ?? '') : 'rollback';
      const index = (body as Json)['nextStageIndex'];
      model.calls.push([change, index, rollback].filter((part) => part !== undefined).join(' '));
      const fault = faults.get(change)?.shift();
      const what = `${method} ${path}`;
      if (fault === 'lost-before') return { kind: 'lost', error: loss(what) };
      if (fault === 'refused') return { kind: 'refused', error: refusal(what), body: {} };
      const done = take(change, body as Json, rollback ?? '');
      if (done === undefined) return { kind: 'refused', error: refusal(what), body: {} };
      return fault === 'lost-after'
        ? { kind: 'lost', error: loss(what) }
        : { kind: 'accepted', status: 200, body: done };
    },
    put: () => Promise.reject(new Error('nothing is put here')),
  };
  const model: Model = {
    api,
    calls: [],
    warnings: [],
    production: 'dpl_a',
    queued: null,
    advancementType: 'manual-approval',
    config: {
      target: 'production',
      stages: stages.map(({ targetPercentage, requireApproval }) => ({ targetPercentage, requireApproval })),
    },
    fail: (change, ...list) => void faults.set(change, list),
    set: (more) => {
      if (document !== undefined) document = { ...document, ...more };
    },
    abort: () => {
      if (document !== undefined) document = { ...document, state: 'ABORTED' };
    },
    get document() {
      return document;
    },
  };
  return model;
}
