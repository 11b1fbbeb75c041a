import type { Express, Request, Response } from 'express';
import { whoOf } from './express-clinic.ts';
import type { Row } from './row.ts';

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

export const BODY: readonly Row[] = [
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

export const ANSWER: readonly Row[] = [
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

export const ACCESS: readonly Row[] = [
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
