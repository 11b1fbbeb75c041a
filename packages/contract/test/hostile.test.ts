import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect } from '@jest/globals';
import { InputError, systemClock } from '@lockstep/base';
import { listen } from '@lockstep/proving-ground/net';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { BODY_LIMIT } from '../src/ask/client.ts';
import { createClient, readContract, repositoryFiles } from '../src/index.ts';
import { createValidator } from '../src/schema/validator.ts';
import { DOCTOR, type Fault } from './backend.ts';
import { bad, check, filesOf } from './check.ts';
import { CLINIC } from './clinic.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await listen(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ONE = 'GET /patients/{id}';
const one =
  (body: string): Fault =>
  ({ path, who }) =>
    path === '/v1/patients/1' && who === 'doctor' ? { status: 200, body } : undefined;

describe('a document that wants more than to be read', () => {
  const read = (text: string) => readContract('api.yaml', 'auto', filesOf({ 'api.yaml': text }));

  test('a billion laughs are refused, and quickly', async () => {
    const laughs = Array.from({ length: 12 }, (_, level) => {
      const below =
        level === 0
          ? '"ha"'
          : Array(10)
              .fill(`*l${level - 1}`)
              .join(', ');
      return `x-l${level}: &l${level} [${below}]`;
    }).join('\n');
    await expect(read(`${laughs}\n${CLINIC}`)).rejects.toThrow(InputError);
  });

  test('a few thousand aliases of a large schema do not multiply it', async () => {
    const aliases = Array.from({ length: 900 }, (_, nth) => `x-a${nth}: *p`).join('\n');
    await expect(read(`${CLINIC}\nx-p: &p { a: [${'1,'.repeat(200)}1] }\n${aliases}`)).resolves.toMatchObject({});
  });

  test('schemas that refer to each other in a circle are read, compared and judged', async () => {
    const tree = CLINIC.replace(
      'by: { type: string } }',
      "by: { type: string }, after: { $ref: '#/components/schemas/Patient' } }",
    );
    expect(bad(await check(undefined, { document: tree }))).toEqual([]);
  });

  test('a schema that is only a reference to itself is unknown, and ends nothing', async () => {
    const self = CLINIC.replace(
      '    Patient:\n',
      "    Loop: { $ref: '#/components/schemas/Loop' }\n    Patient:\n",
    ).replace('name: { type: string }', "name: { $ref: '#/components/schemas/Loop' }");
    const found = await check(undefined, { document: self }).catch((error: unknown) => error);
    if (found instanceof InputError) return;
    expect(bad(found as Awaited<ReturnType<typeof check>>)).toContain(
      `unknown operation/body schema-unusable (${ONE})`,
    );
  });

  test.each([
    ['file:///etc/passwd'],
    ['/etc/passwd'],
    ['/repository/../../../../../../etc/passwd'],
    ['../../../../../../etc/passwd'],
    ['%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd'],
    ['./link.yaml'],
    ['./folder/none.yaml'],
  ])('%s is not read', async (ref) => {
    const root = scope.folder('lockstep-hostile-');
    mkdirSync(join(root, 'folder'));
    symlinkSync('/etc/passwd', join(root, 'link.yaml'));
    writeFileSync(join(root, 'api.yaml'), CLINIC.replace("'#/components/schemas/Patient'", `'${ref}#/x'`));
    const failed = await readContract('api.yaml', 'auto', repositoryFiles(root)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(InputError);
    expect(String((failed as Error).message)).not.toMatch(/root:|daemon/);
    expect(String((failed as Error).message)).not.toContain(root);
  });

  test('another site is not asked', async () => {
    let asked = 0;
    const site = await serve((_, response) => {
      asked++;
      response.end('{}');
    });
    await expect(read(CLINIC.replace("'#/components/schemas/Patient'", `'${site}/x.yaml'`))).rejects.toThrow(
      InputError,
    );
    expect(asked).toBe(0);
  });

  test('names of Object are names like any other', async () => {
    const strange = CLINIC.replace(
      '  schemas:\n',
      '  schemas:\n    __proto__: { type: object }\n    constructor: { type: object }\n',
    );
    await read(strange);
    expect(({} as Record<string, unknown>)['type']).toBeUndefined();
  });
});

describe('a backend that wants more than to answer', () => {
  const client = (timeoutMs = 60_000) =>
    createClient({ timeoutMs, clock: systemClock, signal: new AbortController().signal, always: {}, fetch });
  const get = (url: string, headers: Readonly<Record<string, string>> = {}, timeoutMs?: number) =>
    client(timeoutMs)({ method: 'GET', url: new URL(url), headers });

  test.each([
    ['50 MB', {}, () => Buffer.alloc(50 * 1024 * 1024, 'x')],
    ['50 MB that came as 50 kB', { 'content-encoding': 'gzip' }, () => gzipSync(Buffer.alloc(50 * 1024 * 1024))],
  ])('%s are read to the limit, and not judged', async (_, headers, body) => {
    const url = await serve((_request, response) => response.writeHead(200, headers).end(body()));
    const exchange = await get(url);
    expect(exchange).toMatchObject({ kind: 'answer', truncated: true });
    expect(exchange.kind === 'answer' ? exchange.body.length : 0).toBeLessThan(BODY_LIMIT + 1024 * 1024);
  });

  test('an answer that was cut is unknown, whatever its beginning is', async () => {
    const found = bad(await check(one(`{"id":1,"name":"${'x'.repeat(BODY_LIMIT)}"}`)));
    expect(found).toEqual([expect.stringMatching(/^unknown operation\/body /)]);
  });

  test('one that sends a byte now and then ends at the deadline', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await get(url, {}, 300)).toMatchObject({ kind: 'lost', why: 'timeout' });
  });

  test('a redirect takes no token along, and is no answer of the operation', async () => {
    const got: string[] = [];
    const other = await serve((request, response) => {
      got.push(request.headers.authorization ?? '');
      response.end('{}');
    });
    const moved: Fault = ({ path }) =>
      path === '/v1/patients/1' ? { status: 302, headers: { location: `${other}/x` } } : undefined;
    const found = bad(await check(moved));
    expect(got).toEqual([]);
    expect(found).toContainEqual(expect.stringContaining(`operation/status status-not-documented (${ONE})`));
  });

  test('a body that is nested without end is no crash', async () => {
    const deep = `{"id":1,"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(bad(await check(one(deep)))).toContainEqual(expect.stringContaining(`operation/body`));
    const tree = CLINIC.replace(
      'by: { type: string } }',
      "by: { type: string }, after: { $ref: '#/components/schemas/Visit' } }",
    ).replace(
      '    Patient:\n',
      "    Visit: { type: object, properties: { after: { $ref: '#/components/schemas/Visit' } } }\n    Patient:\n",
    );
    const chain = `{"id":1,"name":"a","born":"1970-02-03","status":"active","visits":[{"at":"2026-11-05T10:00:00Z","after":${'{"after":'.repeat(100_000)}{}${'}'.repeat(100_000)}}]}`;
    const found = bad(await check(one(chain), { document: tree }));
    expect(found.every((line) => line.startsWith('unknown ') && line.includes(ONE))).toBe(true);
    expect(found).not.toEqual([]);
  });

  test('a token that is no header is in no text', async () => {
    const exchange = await get('http://127.0.0.1:9/', { authorization: `${DOCTOR}\nx: y` });
    expect(exchange).toMatchObject({ kind: 'lost' });
    expect(JSON.stringify(exchange)).not.toContain(DOCTOR);
  });
});

test('a value in a schema whose judge breaks is unknown, and not valid', () => {
  const document = { loop: { $ref: '#/loop' } };
  expect(createValidator(document).validate('#/loop', 1).kind).toBe('unusable');
});
