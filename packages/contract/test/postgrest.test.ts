import { expect, test } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { askPostgrest, createClient } from '../src/index.ts';
import { runChecks } from '../src/run-checks.ts';
import { type Fault, startBackend } from './backend.ts';
import { bad } from './check.ts';

/** The form in which PostgREST 12 describes a schema with one table and one function. */
const DESCRIPTION = {
  swagger: '2.0',
  info: { title: 'standard public schema', version: '12.2' },
  basePath: '/',
  consumes: ['application/json'],
  produces: ['application/json', 'text/csv'],
  paths: {
    '/': { get: { produces: ['application/openapi+json'], responses: { '200': { description: 'OK' } } } },
    '/patients': {
      get: {
        parameters: [
          { $ref: '#/parameters/rowFilter.patients.id' },
          { $ref: '#/parameters/limit' },
          { $ref: '#/parameters/range' },
        ],
        responses: {
          '200': { description: 'OK', schema: { type: 'array', items: { $ref: '#/definitions/patients' } } },
          '206': { description: 'Partial Content' },
        },
      },
      post: { responses: { '201': { description: 'Created' } } },
    },
    '/rpc/census': {
      post: { responses: { '200': { description: 'OK' } } },
    },
  },
  parameters: {
    'rowFilter.patients.id': { name: 'id', required: false, in: 'query', type: 'string' },
    limit: { name: 'limit', in: 'query', required: false, type: 'string' },
    range: { name: 'Range', in: 'header', required: false, type: 'string' },
  },
  definitions: {
    patients: {
      required: ['id', 'name'],
      properties: {
        id: { type: 'integer', format: 'bigint' },
        name: { type: 'string', format: 'text' },
        died: { type: 'string', format: 'date' },
        tags: { type: 'array', items: { type: 'string' } },
      },
      type: 'object',
    },
  },
};

async function ask(rows: unknown, fault: Fault = () => undefined) {
  const backend = await startBackend((one, sound) => {
    const own = fault(one, sound);
    if (own !== undefined) return own;
    if (one.path === '/') return { status: 200, body: DESCRIPTION };
    return one.path === '/patients' ? { status: 200, body: rows } : undefined;
  });
  try {
    const { signal } = new AbortController();
    const send = createClient({ timeoutMs: 20_000, clock: systemClock, signal, always: {}, fetch });
    const contract = await askPostgrest(backend.url, send, {});
    const found = await runChecks(
      contract,
      {
        baseUrl: backend.url,
        identities: [],
        examples: [],
        methods: 'safe',
        protectedBy: [],
        skip: [],
        undocumented: 'fail',
        coverageMinimum: 1,
        latencyBudgetMs: undefined,
        contact: '',
        routes: undefined,
      },
      { send, clock: systemClock, signal },
    );
    return { ...found, bad: bad(found), backend };
  } finally {
    await backend.close();
  }
}

test('tables are asked for one row; a column that is not required may be null', async () => {
  const { bad: wrong, coverage, backend } = await ask([{ id: 1, name: 'Ann', died: null, tags: null }]);
  expect(wrong).toEqual([]);
  expect(coverage).toMatchObject({ all: 3, counted: 1, judged: 1 });
  expect(backend.queries).toContain('/patients?limit=1');
});

test.each([
  [
    'a renamed column',
    [{ id: 1, full_name: 'Ann', died: null, tags: null }],
    [
      'fail operation/body body-invalid (GET /patients)',
      'fail operation/undocumented-fields undocumented-fields (GET /patients)',
    ],
  ],
  [
    'a column of another type',
    [{ id: '1', name: 'Ann', died: null, tags: [] }],
    ['fail operation/body body-invalid (GET /patients)'],
  ],
])('%s', async (_, rows, expected) => {
  expect((await ask(rows)).bad).toEqual(expected);
});

test('a backend that does not describe itself is no contract', async () => {
  await expect(ask([], ({ path }) => (path === '/' ? { status: 401, body: {} } : undefined))).rejects.toMatchObject({
    name: 'RemoteError',
    status: 401,
  });
});
