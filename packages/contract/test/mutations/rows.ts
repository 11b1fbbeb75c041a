import type { EdgeFunctionSeed } from '@lockstep/proving-ground/supabase';
import type { Express, Request, Response } from 'express';
import { whoOf } from './express-clinic.ts';
import type { Mutation } from './world.ts';

/** What is wrong, the checks that must not pass (and no other may), and how the world is changed for it. */
export type Row = readonly [what: string, red: readonly string[], mutation: Mutation];

const ONE = '/v1/patients/1';
type Body = Record<string, unknown>;
type When = (request: Request) => boolean;
const always: When = () => true;
const doctor: When = (request) => whoOf(request) === 'doctor';
const without: When = (request) => request.get('authorization') === undefined;
const unknownToken: When = (request) => request.get('authorization') !== undefined && whoOf(request) === undefined;

/** Changes what a route sends. */
const sends = (path: string, change: (body: Body, request: Request) => unknown, when = doctor) => ({
  before: (app: Express) =>
    app.use((request, response, next) => {
      const json = response.json.bind(response);
      if (request.path === path && when(request)) response.json = (body: Body) => json(change(body, request));
      next();
    }),
});

/** Answers in place of a route. */
const answers = (path: string, answer: (response: Response) => unknown, when = always) => ({
  before: (app: Express) =>
    app.use((request, response, next) => {
      if (request.path === path && when(request)) answer(response);
      else next();
    }),
});

const first = (seeds: EdgeFunctionSeed[], more: Partial<EdgeFunctionSeed>) => void Object.assign(seeds[0] ?? {}, more);
const second = (seeds: EdgeFunctionSeed[], more: Partial<EdgeFunctionSeed>) => void Object.assign(seeds[1] ?? {}, more);
const replaced = (from: string, to: string) => ({
  contract: (text: string) => {
    if (!text.includes(from)) throw new Error(`the contract has no ${from}`);
    return text.replace(from, to);
  },
});

const BODY: readonly Row[] = [
  [
    'a drifted field: `name` is called `fullName`',
    ['operation/body', 'operation/undocumented-fields'],
    sends(ONE, ({ name, ...rest }) => ({ ...rest, fullName: name })),
  ],
  ['a required field is gone', ['operation/body'], sends(ONE, ({ born: _, ...rest }) => rest)],
  [
    'a wrong type deep in a list',
    ['operation/body'],
    sends(ONE, (body) => ({ ...body, visits: [{ at: 1_730_800_800 }] })),
  ],
  [
    'a value outside of its enumeration',
    ['operation/body'],
    sends(ONE, (body) => ({ ...body, status: 'transferred' })),
  ],
  ['a date in another form', ['operation/body'], sends(ONE, (body) => ({ ...body, born: '3.2.1970' }))],
  ['a day that does not exist', ['operation/body'], sends(ONE, (body) => ({ ...body, born: '2026-02-30' }))],
  ['a mail address that is none', ['operation/body'], sends(ONE, (body) => ({ ...body, email: 'ann' }))],
  ['null where a text is due', ['operation/body'], sends(ONE, (body) => ({ ...body, name: null }))],
  ['a list where an object is due', ['operation/body'], sends(ONE, (body) => [body])],
  ['half a body', ['operation/body'], answers(ONE, (response) => response.type('json').send('{"id":1,'), doctor)],
  [
    'a field that the contract does not name',
    ['operation/undocumented-fields'],
    sends(ONE, (body) => ({ ...body, insurance: 'x' })),
  ],
  [
    'such a field deep in a list',
    ['operation/undocumented-fields'],
    sends(ONE, (body) => ({ ...body, visits: [{ at: '2026-11-05T10:00:00Z', fee: 1 }] })),
  ],
  ['a write-only field is sent', ['operation/undocumented-fields'], sends(ONE, (body) => ({ ...body, secret: 'x' }))],
];

const ANSWER: readonly Row[] = [
  [
    'a missing route',
    ['operation/mounted'],
    {
      before: (app) =>
        app.use((request, _, next) => {
          if (request.path === '/v1/admin/users') request.url = '/v1/admin/removed';
          next();
        }),
    },
  ],
  [
    'a route with another method alone',
    ['operation/mounted'],
    answers('/v1/admin/users', (response) => response.set('allow', 'POST').sendStatus(405), doctor),
  ],
  [
    'a status that is not documented',
    ['operation/status'],
    {
      before: (app) =>
        app.use((request, response, next) => {
          if (request.path === ONE && doctor(request)) response.status(206);
          next();
        }),
    },
  ],
  [
    'a public route that asks for a token',
    ['operation/status'],
    answers('/v1/health', (response) => response.status(401).json({ error: { code: 'x' } })),
  ],
  [
    'HTML with 200',
    ['operation/content-type'],
    answers(ONE, (response) => response.type('html').send('<h1>Sorry</h1>'), doctor),
  ],
  ['200 without a body', ['operation/content-type'], answers(ONE, (response) => response.status(200).end(), doctor)],
  [
    'a required header is missing',
    ['operation/headers'],
    sends('/v1/patients', (body, request) => {
      request.res?.removeHeader('x-total-count');
      return body;
    }),
  ],
  [
    'a header of another type',
    ['operation/headers'],
    sends('/v1/patients', (body, request) => {
      request.res?.set('x-total-count', 'many');
      return body;
    }),
  ],
  [
    'the next page leads nowhere',
    ['operation/next-page'],
    answers(
      '/v1/patients',
      (response) => response.sendStatus(404),
      (request) => request.query['page'] === '2',
    ),
  ],
  [
    'the next page is on an inner host',
    ['operation/next-page'],
    sends('/v1/patients', (body) => ({ ...body, next: 'http://10.0.0.4:3000/v1/patients?page=2' })),
  ],
  [
    'the next page is the same page',
    ['operation/next-page'],
    sends('/v1/patients', (body) => ({ ...body, next: '/v1/patients' })),
  ],
  [
    'the next page is invalid',
    ['operation/next-page'],
    sends(
      '/v1/patients',
      (body) => ({ ...body, items: 'none' }),
      (request) => request.query['page'] === '2',
    ),
  ],
  [
    'an answer that is too late',
    ['operation/latency'],
    {
      ...answers(
        ONE,
        (response) =>
          setTimeout(() => response.json({ id: 1, name: 'Ann', born: '1970-02-03', status: 'active' }), 400),
        doctor,
      ),
      rules: { latencyBudgetMs: 300 },
    },
  ],
  [
    'a route without a contract',
    ['route/documented'],
    { rules: { routes: ['/v1/health', '/v1/patients', '/v1/patients/{id}', '/v1/admin/users', '/v1/debug'] } },
  ],
];

const ACCESS: readonly Row[] = [
  [
    'authentication removed',
    ['operation/refuses-no-token', 'operation/refuses-wrong-token'],
    answers(
      ONE,
      (response) => response.json({}),
      (request) => whoOf(request) === undefined,
    ),
  ],
  [
    'an opened route: no token is needed',
    ['operation/refuses-no-token'],
    answers(ONE, (response) => response.json({}), without),
  ],
  ['any token will do', ['operation/refuses-wrong-token'], answers(ONE, (response) => response.json({}), unknownToken)],
  [
    'a crash without a token',
    ['operation/refuses-no-token'],
    answers(ONE, (response) => response.sendStatus(500), without),
  ],
  [
    'a refusal that is a page',
    ['operation/error-shape'],
    answers(ONE, (response) => response.status(401).type('html').send('<h1>No</h1>'), without),
  ],
  [
    'a refusal of another form',
    ['operation/error-shape'],
    answers(ONE, (response) => response.status(401).json({ message: 'no' }), without),
  ],
  [
    'a refusal with a status that is not documented',
    ['operation/error-shape'],
    answers(ONE, (response) => response.status(403).json({ error: { code: 'x' } }), without),
  ],
  [
    'a patient may see the users',
    ['identity/may-not'],
    answers(
      '/v1/admin/users',
      (response) => response.json([]),
      (request) => whoOf(request) === 'patient',
    ),
  ],
  [
    'a patient is locked out',
    ['identity/may'],
    answers(
      '/v1/patients',
      (response) => response.status(403).json({ error: { code: 'x' } }),
      (request) => whoOf(request) === 'patient',
    ),
  ],
];

const COMPATIBILITY: readonly Row[] = [
  [
    'an operation is removed from the contract',
    ['compatibility/operation-removed'],
    replaced('/admin/users:\n    get:', '/admin/users:\n    put:'),
  ],
  [
    'an enumeration of an answer is widened',
    ['compatibility/answer-enum-changed'],
    replaced('enum: [healthy, degraded]', 'enum: [healthy, degraded, down]'),
  ],
  [
    'an enumeration of a request is narrowed',
    ['compatibility/request-enum-changed'],
    replaced('status: { enum: [active, discharged] }', 'status: { enum: [active] }'),
  ],
  [
    'a required field of an answer becomes optional',
    ['compatibility/answer-field-optional'],
    replaced('required: [id, role]', 'required: [id]'),
  ],
  [
    'a status is removed from the contract',
    ['compatibility/status-removed'],
    replaced("'204': { description: gone }", "'202': { description: later }"),
  ],
  [
    'a parameter becomes required',
    ['compatibility/parameter-required'],
    { ...replaced('{ name: page, in: query, schema', '{ name: page, in: query, required: true, example: 1, schema') },
  ],
  [
    'stricter authentication',
    ['compatibility/stricter-auth'],
    replaced('    delete:\n      responses', '    delete:\n      security: [{ bearer: [], key: [] }]\n      responses'),
  ],
];

const LIVE: readonly Row[] = [
  ['the backend is not live yet', ['requires/live'], { version: '2.3.9' }],
  ['the schema is not live yet', ['requires/live'], { schemaVersion: 20260104 }],
  ['the webhook accepts unsigned events', ['webhook/refuses-unsigned'], { webhook: 'unsigned' }],
  [
    'the webhook accepts any signature',
    ['webhook/refuses-wrong-signature', 'webhook/refuses-stale'],
    { webhook: 'any-signature' },
  ],
  ['the webhook accepts old events', ['webhook/refuses-stale'], { webhook: 'stale' }],
  ['an event that comes twice has two effects', ['webhook/one-effect'], { webhook: 'repeats' }],
  ['an event has no effect', ['webhook/one-effect'], { webhook: 'forgets' }],
  ['an event that comes again is refused', ['webhook/accepts-signed'], { webhook: 'refuses-again' }],
  [
    'a function is not deployed',
    ['function/deployed', 'function/answers', 'function/refuses-no-token'],
    { functions: (seeds) => void seeds.shift() },
  ],
  ['a function is throttled', ['function/active'], { functions: (seeds) => first(seeds, { status: 'THROTTLED' }) }],
  [
    'a function verifies no tokens',
    ['function/verify-jwt', 'function/refuses-no-token'],
    { functions: (seeds) => first(seeds, { verify_jwt: false }) },
  ],
  [
    'a function verifies tokens that its callers do not have',
    ['function/verify-jwt'],
    { functions: (seeds) => second(seeds, { verify_jwt: true }) },
  ],
  [
    'a function is older than its commit',
    ['function/current'],
    { functions: (seeds) => second(seeds, { updated_at: 1 }) },
  ],
  ['a function does not start', ['function/answers'], { functions: (seeds) => second(seeds, { answers: 'crash' }) }],
  [
    'a function that the repository does not have',
    ['function/known'],
    { functions: (seeds) => void seeds.push({ slug: 'old', status: 'ACTIVE', version: 1, updated_at: 1 }) },
  ],
];

const DATA: readonly Row[] = [
  [
    'a column that the code uses is renamed',
    ['source/column', 'source/drop'],
    {
      sql: [
        'alter table public.patients rename name to full_name',
        'alter table public.patients rename full_name to name',
      ],
    },
  ],
  [
    'a column that the code uses was never made',
    ['source/column'],
    { source: (text) => text.replace('id, name', 'id, surname') },
  ],
  [
    'a table that the code uses was never made',
    ['source/table'],
    { source: (text) => text.replace("from('patients')", "from('people')") },
  ],
  [
    'an embedded table without a relationship',
    ['source/relationship'],
    { source: (text) => text.replace('clinic:clinics(city)', 'audit(at)x').replace('audit(at)x', 'doctors(name)') },
  ],
  [
    'a function with other arguments',
    ['source/function-arguments'],
    { source: (text) => text.replace('{ term }', '{ word: term }') },
  ],
  [
    'a function that no migration makes',
    ['source/function'],
    { source: (text) => text.replace('find_patients', 'seek_patients') },
  ],
  [
    'an orphan',
    ['data/rule'],
    { sql: ["insert into public.patients values (9, 'Bob', true, null)", 'delete from public.patients where id = 9'] },
  ],
  [
    'a row is older than the policy',
    ['data/rule'],
    {
      sql: [
        "insert into public.audit values (9, now() - interval '11 years')",
        'delete from public.audit where id = 9',
      ],
    },
  ],
  [
    'a younger row was deleted',
    ['data/rule'],
    { sql: ['delete from public.audit where id = 2', 'insert into public.audit values (2, now())'] },
  ],
  [
    'required data is missing',
    ['data/rule'],
    {
      sql: [
        'alter table public.patients drop constraint at_clinic; alter table public.clinics rename to clinics_kept; create table public.clinics (like public.clinics_kept); insert into public.clinics select 1, city from public.clinics_kept where false',
        'drop table public.clinics; alter table public.clinics_kept rename to clinics; alter table public.patients add constraint at_clinic foreign key (clinic_id) references public.clinics',
      ],
    },
  ],
  [
    'a served table without row-level security',
    ['data/row-security'],
    {
      sql: [
        'alter table public.clinics disable row level security',
        'alter table public.clinics enable row level security',
      ],
    },
  ],
];

export const ROWS: readonly Row[] = [...BODY, ...ANSWER, ...ACCESS, ...COMPATIBILITY, ...LIVE, ...DATA];
