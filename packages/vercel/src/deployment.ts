import { at, numberAt, textAt } from '@lockstep/base';
import { needed, textsAt } from './answer.ts';
import type { VercelApi } from './client.ts';

export interface Deployment {
  readonly id: string;
  /** The host of its own, without scheme. */
  readonly url: string;
  readonly projectId: string | undefined;
  /** `QUEUED`, `INITIALIZING`, `BUILDING`, `READY`, `ERROR`, `CANCELED`, `BLOCKED`, or a word that Vercel adds one day. */
  readonly readyState: string;
  /** Of a READY one: `STAGED` (never saw production traffic), `ROLLING`, `PROMOTED`; undefined where Vercel is silent. */
  readonly substate: string | undefined;
  /** `production`, `staging`, or undefined for a preview and for custom environments. */
  readonly target: string | undefined;
  /** The commit it was built from, where Vercel was given one. */
  readonly commit: string | undefined;
  readonly inspectorUrl: string | undefined;
  readonly aliasAssigned: boolean;
  readonly aliasError: string | undefined;
  /** `succeeded`, `failed`, … of the checks that stand between READY and the domains. */
  readonly checks: string | undefined;
  readonly error: { readonly code: string | undefined; readonly message: string } | undefined;
  /** Why a BLOCKED deployment is blocked, in Vercel's words. */
  readonly blocked: { readonly code: string | undefined; readonly reason: string | undefined };
  readonly meta: Readonly<Record<string, string>>;
}

export async function readDeployment(api: VercelApi, idOrUrl: string): Promise<Deployment> {
  const path = `/v13/deployments/${encodeURIComponent(idOrUrl)}`;
  return deploymentOf(await api.read(path), `GET ${path}`);
}

/** A deployment as the single and the list endpoint give it; the list calls its id `uid` and its state `state`. */
export function deploymentOf(body: unknown, call: string): Deployment {
  const id = needed(textAt(body, 'id') ?? textAt(body, 'uid'), 'id', call);
  const meta = textsAt(body, 'meta');
  const message = textAt(body, 'errorMessage');
  const code = textAt(body, 'errorCode');
  return {
    id,
    url: needed(textAt(body, 'url'), 'url', call),
    projectId: textAt(body, 'projectId') ?? textAt(body, 'project', 'id'),
    readyState: needed(textAt(body, 'readyState') ?? textAt(body, 'state'), 'readyState', call),
    substate: textAt(body, 'readySubstate'),
    target: textAt(body, 'target'),
    commit: textAt(body, 'gitSource', 'sha') ?? meta['githubCommitSha'] ?? meta['gitCommitSha'],
    inspectorUrl: textAt(body, 'inspectorUrl'),
    aliasAssigned: at(body, 'aliasAssigned') === true || numberAt(body, 'aliasAssigned') !== undefined,
    aliasError: textAt(body, 'aliasError', 'message') ?? textAt(body, 'aliasError', 'code'),
    checks: textAt(body, 'checksConclusion') ?? textAt(body, 'checks', 'deployment-alias', 'state'),
    error: message === undefined && code === undefined ? undefined : { code, message: message ?? code ?? '' },
    blocked: { code: textAt(body, 'seatBlock', 'blockCode'), reason: textAt(body, 'readyStateReason') },
    meta,
  };
}

/** Where a host answers. Names that never leave the machine (RFC 6761) have no certificate, all others do. */
export function originOf(host: string): string {
  const name = host.replace(/:\d+$/, '');
  const local = name === 'localhost' || name.endsWith('.localhost') || name.endsWith('.test') || name === '127.0.0.1';
  return `${local ? 'http' : 'https'}://${host}`;
}

/** The production deployment's commit and name for people: `dpl_x (a1b2c3d)`. */
export function nameOf(id: string | undefined, commit?: string): string {
  if (id === undefined) return 'nothing';
  return commit === undefined ? id : `${id} (${commit.slice(0, 7)})`;
}
