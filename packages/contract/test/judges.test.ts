import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listen } from '@lockstep/proving-ground/net';
import { Scope } from '@lockstep/proving-ground/scope';
import { DOCTOR } from './backend.ts';
import { CLINIC } from './clinic.ts';
import { startClinic } from './mutations/express-clinic.ts';
import { ROWS } from './mutations/rows.ts';

/**
 * The same answers before judges of others: bash .ci/judges contract. What they call valid and invalid, we do; where one
 * does not look at something, that stands here with its reason.
 */
const SCHEMATHESIS = process.env['LOCKSTEP_SCHEMATHESIS'] ?? '';
const PRISM = process.env['LOCKSTEP_PRISM'] ?? '';
/** Both ask with examples, so the contract has one for its parameter. */
const CONTRACT = CLINIC.replace(
  '{ name: id, in: path, required: true, schema',
  '{ name: id, in: path, required: true, example: "1", schema',
);
const SEEN = [
  'operation/body',
  'operation/content-type',
  'operation/status',
  'operation/headers',
  'operation/undocumented-fields',
];

const OPEN = 'JSON Schema permits fields that no schema names; here they are reported as undocumented';
/** What one of them lets through, and why. */
const BLIND: Readonly<Record<'schemathesis' | 'prism', Readonly<Record<string, string>>>> = {
  schemathesis: { 'a field that the contract does not name': OPEN, 'such a field deep in a list': OPEN },
  prism: {
    'a field that the contract does not name': OPEN,
    'such a field deep in a list': OPEN,
    'half a body': 'what is not JSON is passed on without being judged',
    'a write-only field is sent': 'writeOnly is not looked at in answers',
  },
};

const rows = ROWS.filter(([, red]) => red.every((id) => SEEN.includes(id)));
const scope = new Scope();
let forward: Server;
let target = '';
let origin = '';
beforeAll(async () => {
  // The judges keep one address; which clinic is behind it changes with the row.
  forward = createServer((request, response) => {
    const { headers, method, url = '/' } = request;
    const onward = ask(new URL(url, target), { method: method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  await listen(forward);
  origin = `http://127.0.0.1:${(forward.address() as AddressInfo).port}`;
});
afterAll(async () => {
  forward.closeAllConnections();
  forward.close();
  await scope[Symbol.asyncDispose]();
});

async function during<T>(mutation: Parameters<typeof startClinic>[0], work: () => Promise<T>): Promise<T> {
  const clinic = await startClinic(mutation);
  target = clinic.origin;
  try {
    return await work();
  } finally {
    await clinic.close();
  }
}

(SCHEMATHESIS === '' ? describe.skip : describe)('schemathesis', () => {
  const CHECKS =
    'not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance';
  const judge = async (): Promise<string> => {
    const folder = scope.folder('lockstep-schemathesis-');
    writeFileSync(join(folder, 'api.yaml'), CONTRACT);
    // Without it, operations without examples are left out, and the run is green.
    writeFileSync(join(folder, 'schemathesis.toml'), '[phases.examples]\nfill-missing = true\n');
    const options = ['--config-file', 'schemathesis.toml', 'run', 'api.yaml', '--url', `${origin}/v1`];
    const only = [
      '--phases',
      'examples',
      '--include-method',
      'GET',
      '--checks',
      CHECKS,
      '--header',
      `Authorization:${DOCTOR}`,
    ];
    return await new Promise((done) => {
      execFile(
        SCHEMATHESIS,
        [...options, ...only, '--no-color'],
        { cwd: folder, timeout: 120_000 },
        (error, stdout, stderr) =>
          done(error === null ? 'valid' : error.code === 1 ? 'invalid' : `it did not run: ${stdout}${stderr}`),
      );
    });
  };

  test('calls the sound clinic valid', async () => {
    expect(await during({}, judge)).toBe('valid');
  });

  test.each(rows)(
    '%s',
    async (what, _, mutation) => {
      expect(await during(mutation, judge)).toBe(what in BLIND.schemathesis ? 'valid' : 'invalid');
    },
    120_000,
  );
});

(PRISM === '' ? describe.skip : describe)('Prism', () => {
  let proxy = '';
  beforeAll(async () => {
    const folder = scope.folder('lockstep-prism-');
    writeFileSync(join(folder, 'api.yaml'), CONTRACT);
    const port = await freePort();
    const child = spawn(PRISM, ['proxy', 'api.yaml', `${origin}/v1`, '--port', String(port), '--host', '127.0.0.1'], {
      cwd: folder,
    });
    scope.defer('Prism', async () => void child.kill('SIGKILL'));
    await new Promise<void>((done, failed) => {
      let said = '';
      child.on('exit', () => failed(new Error(`Prism ended: ${said}`)));
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (piece: Buffer) => {
          said += piece.toString();
          if (said.includes('listening')) done();
        });
    });
    proxy = `http://127.0.0.1:${port}`;
  });

  const judge = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const path of ['/health', '/patients', '/patients/1', '/admin/users']) {
      const response = await fetch(`${proxy}${path}`, { headers: { authorization: DOCTOR } });
      await response.text();
      const violations = JSON.parse(response.headers.get('sl-violations') ?? '[]') as { location: string[] }[];
      if (violations.some(({ location }) => location[0] === 'response')) found.push(path);
    }
    return found;
  };

  test('calls the sound clinic valid', async () => {
    expect(await during({}, judge)).toEqual([]);
  });

  test.each(rows)(
    '%s',
    async (what, _, mutation) => {
      expect((await during(mutation, judge)).length > 0).toBe(!(what in BLIND.prism));
    },
    60_000,
  );
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}
