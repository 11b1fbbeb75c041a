import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Faults } from '../../src/faults/faults.ts';
import { Scope } from '../../src/scope/scope.ts';
import { startVercel, type Vercel, type VercelOptions, writeHelloOutput } from '../../src/vercel/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A stand-in of its own for a test, and a bare client for it. */
export async function makeGround(options: Partial<VercelOptions> = {}) {
  const scope = new Scope();
  const faults = new Faults();
  const vercel = await startVercel({ scope, faults, ...options });
  const call = caller(vercel, vercel.token);
  return { scope, faults, vercel, call, end: () => scope[Symbol.asyncDispose]() };
}

export type Ground = Awaited<ReturnType<typeof makeGround>>;
export type Caller = ReturnType<typeof caller>;

/** Calls the API in the team's scope, with this token. */
export function caller(vercel: Vercel, token: string | undefined, scope = `teamId=${vercel.team.id}`) {
  return async (
    method: string,
    target: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const url = `${vercel.url}${target}${target.includes('?') ? '&' : '?'}${scope}`;
    const sent = Buffer.isBuffer(body) ? new Uint8Array(body) : body === undefined ? undefined : JSON.stringify(body);
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(url, { method, headers: { ...authorization, ...headers }, body: sent ?? null });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
}

/** Deploys a small Build Output over the API, file by file, and waits until it is built. Returns its id. */
export async function deployHello(ground: Ground, project: string, says: string, more: object = {}): Promise<string> {
  const folder = await writeHelloOutput(ground.scope.folder(), says);
  const body = { name: 'web', project, target: 'production', files: await uploadAll(ground.call, folder), ...more };
  const created = await ground.call('POST', '/v13/deployments?prebuilt=1', body);
  if (created.status !== 200) throw new Error(JSON.stringify(created.body));
  await ground.vercel.settled();
  return idOf(created);
}

export function idOf({ body }: Answer): string {
  return String((body as { readonly id?: unknown }).id);
}

export async function uploadAll(call: Caller, folder: string) {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return Promise.all(
    files.map(async (file) => {
      const data = readFileSync(path.join(folder, file));
      const sha = createHash('sha1').update(data).digest('hex');
      await call('POST', '/v2/files', data, { 'x-vercel-digest': sha });
      return { file, sha, size: data.length, mode: 0o100644 };
    }),
  );
}
