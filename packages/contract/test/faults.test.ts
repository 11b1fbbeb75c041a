import { expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import type { Ask, Fault, Reply } from './backend.ts';
import { bad, check } from './check.ts';

const LIST = 'GET /patients';
const ONE = 'GET /patients/{id}';
const USERS = 'GET /admin/users';

const on =
  (
    path: string,
    change: (sound: Reply, ask: Ask) => Reply | undefined,
    only: (ask: Ask) => boolean = () => true,
  ): Fault =>
  (ask, sound) =>
    ask.path === path && only(ask) ? change(sound, ask) : undefined;
const asDoctor = ({ who }: Ask) => who === 'doctor';
const without = ({ who }: Ask) => who === undefined;
const page = (sound: Reply, change: (item: Record<string, unknown>) => object): Reply => {
  const body = sound.body as { items: Record<string, unknown>[] };
  return { ...sound, body: { ...body, items: body.items.map(change) } };
};
const html = (status: number): Reply => ({ status, headers: { 'content-type': 'text/html' }, body: '<h1>Sorry</h1>' });
const lost: Reply = { status: 404, headers: { 'content-type': 'text/html' }, body: '<pre>Cannot GET</pre>' };
const nowhere = (path: string): Reply => ({ ...lost, body: `<pre>Cannot GET ${path}</pre>` });

/** Each fault, and all that it may turn red or unknown. */
const FAULTS: readonly (readonly [name: string, fault: Fault, expected: readonly string[]])[] = [
  [
    'a drifted field',
    on('/v1/patients', (sound) => page(sound, ({ name, ...rest }) => ({ ...rest, fullName: name })), asDoctor),
    [
      `fail operation/body body-invalid (${LIST})`,
      `fail operation/undocumented-fields undocumented-fields (${LIST})`,
      `fail operation/next-page body-invalid (${LIST})`,
    ],
  ],
  [
    'a wrong type deep in a list',
    on(
      '/v1/patients/1',
      (sound) => ({ ...sound, body: { ...(sound.body as object), visits: [{ at: 1730800800 }] } }),
      asDoctor,
    ),
    [`fail operation/body body-invalid (${ONE})`],
  ],
  [
    'a value outside of its enumeration',
    on(
      '/v1/patients/1',
      (sound) => ({ ...sound, body: { ...(sound.body as object), status: 'transferred' } }),
      asDoctor,
    ),
    [`fail operation/body body-invalid (${ONE})`],
  ],
  [
    'a day that is none',
    on('/v1/patients/1', (sound) => ({ ...sound, body: { ...(sound.body as object), born: '3.2.1970' } }), asDoctor),
    [`fail operation/body body-invalid (${ONE})`],
  ],
  [
    'a mail address that is none',
    on('/v1/patients/1', (sound) => ({ ...sound, body: { ...(sound.body as object), email: 'ann' } }), asDoctor),
    [`fail operation/body body-invalid (${ONE})`],
  ],
  [
    'null where a text is due',
    on('/v1/patients/1', (sound) => ({ ...sound, body: { ...(sound.body as object), name: null } }), asDoctor),
    [`fail operation/body body-invalid (${ONE})`],
  ],
  [
    'a list where an object is due',
    on('/v1/patients/1', (sound) => ({ ...sound, body: [sound.body] }), asDoctor),
    [`fail operation/body body-invalid (${ONE})`],
  ],
  [
    'half a body',
    on('/v1/patients/1', (sound) => ({ ...sound, body: '{"id":1,' }), asDoctor),
    [`fail operation/body not-json (${ONE})`],
  ],
  [
    'a field that nobody promised',
    on('/v1/patients/1', (sound) => ({ ...sound, body: { ...(sound.body as object), ssn: '078-05-1120' } }), asDoctor),
    [`fail operation/undocumented-fields undocumented-fields (${ONE})`],
  ],
  [
    'a field that nobody promised, deep in a list',
    on(
      '/v1/patients/1',
      (sound) => ({
        ...sound,
        body: { ...(sound.body as object), visits: [{ at: '2026-11-05T10:00:00Z', diagnosis: 'x' }] },
      }),
      asDoctor,
    ),
    [`fail operation/undocumented-fields undocumented-fields (${ONE})`],
  ],
  [
    'a secret that is only ever received',
    on('/v1/patients/1', (sound) => ({ ...sound, body: { ...(sound.body as object), secret: 'x' } }), asDoctor),
    [`fail operation/undocumented-fields write-only-field-sent (${ONE})`],
  ],
  [
    'a missing route',
    on('/v1/admin/users', (_, { path }) => nowhere(path)),
    [`fail operation/mounted not-mounted (${USERS})`],
  ],
  [
    'a method that is not there',
    on('/v1/admin/users', () => ({ status: 405, headers: { allow: 'POST' } }), asDoctor),
    [`fail operation/mounted method-not-mounted (${USERS})`],
  ],
  [
    'a status that is not documented',
    on('/v1/patients/1', (sound) => ({ ...sound, status: 206 }), asDoctor),
    [`fail operation/status status-not-documented (${ONE})`],
  ],
  [
    'an error of the server',
    on('/v1/patients/1', () => ({ status: 500, body: { error: { code: 'x' } } }), asDoctor),
    [
      `unknown operation/refuses-no-token no-control (${ONE})`,
      `unknown operation/refuses-wrong-token no-control (${ONE})`,
      `fail operation/status server-error (${ONE})`,
    ],
  ],
  [
    'a page of HTML with 200',
    on('/v1/patients/1', () => html(200), asDoctor),
    [`fail operation/content-type content-type-not-documented (${ONE})`],
  ],
  [
    'no body at all',
    on('/v1/patients/1', () => ({ status: 200 }), asDoctor),
    [`fail operation/content-type empty-body (${ONE})`],
  ],
  [
    'a header that is missing',
    on('/v1/patients', (sound) => ({ ...sound, headers: {} }), asDoctor),
    [`fail operation/headers headers-differ (${LIST})`],
  ],
  [
    'a header of another form',
    on('/v1/patients', (sound) => ({ ...sound, headers: { 'x-total-count': 'many' } }), asDoctor),
    [`fail operation/headers headers-differ (${LIST})`],
  ],
  [
    'an opened route',
    on('/v1/patients/1', () => ({ status: 200, body: {} }), without),
    [
      `fail operation/refuses-no-token open-without-token (${ONE})`,
      `fail operation/refuses-wrong-token open-with-wrong-token (${ONE})`,
    ],
  ],
  [
    'a route that takes any token',
    on(
      '/v1/patients/1',
      () => ({ status: 200, body: {} }),
      ({ who, headers }) => who === undefined && headers.authorization !== undefined,
    ),
    [`fail operation/refuses-wrong-token open-with-wrong-token (${ONE})`],
  ],
  [
    'a crash without a token',
    on(
      '/v1/patients/1',
      () => ({ status: 500, body: {} }),
      ({ headers }) => headers.authorization === undefined,
    ),
    [`fail operation/refuses-no-token server-error (${ONE})`],
  ],
  [
    'a refusal that is a page',
    on('/v1/patients/1', () => html(401), without),
    [`fail operation/error-shape content-type-not-documented (${ONE})`],
  ],
  [
    'a refusal of another form',
    on('/v1/patients/1', () => ({ status: 401, body: { message: 'no' } }), without),
    [`fail operation/error-shape body-invalid (${ONE})`],
  ],
  [
    'a refusal that is not documented',
    on('/v1/patients/1', (sound) => ({ ...sound, status: 403 }), without),
    [`fail operation/error-shape error-not-documented (${ONE})`],
  ],
  [
    'a patient who sees the users',
    on(
      '/v1/admin/users',
      () => ({ status: 200, body: [] }),
      ({ who }) => who === 'patient',
    ),
    [`fail identity/may-not permitted (${USERS} as patient)`],
  ],
  [
    'a patient who is locked out',
    on(
      '/v1/patients',
      () => ({ status: 403, body: { error: { code: 'x' } } }),
      ({ who }) => who === 'patient',
    ),
    [`fail identity/may refused (${LIST} as patient)`],
  ],
  [
    'a link to the next page that leads nowhere',
    on(
      '/v1/patients',
      () => lost,
      ({ query }) => query.get('page') === '2',
    ),
    [`fail operation/next-page next-page-broken (${LIST})`],
  ],
  [
    'a link to the next page on an inner host',
    on(
      '/v1/patients',
      (sound) => ({ ...sound, body: { ...(sound.body as object), next: 'http://10.0.0.4:3000/v1/patients?page=2' } }),
      asDoctor,
    ),
    [`fail operation/next-page other-origin (${LIST})`],
  ],
  [
    'a link to the next page that stays',
    on('/v1/patients', (sound) => ({ ...sound, body: { ...(sound.body as object), next: '/v1/patients' } }), asDoctor),
    [`fail operation/next-page same-page (${LIST})`],
  ],
  [
    'a public route that asks for a token',
    on('/v1/health', () => ({ status: 401, body: { error: { code: 'x' } } })),
    ['fail operation/status status-not-documented (GET /health)'],
  ],
];

test.each(FAULTS)('%s', async (_, fault, expected) => {
  const found = bad(await check(fault));
  expect(found).toEqual(expected);
});

/** What is no evidence, whatever it looks like. */
const UNKNOWN: readonly (readonly [name: string, fault: Fault, expected: readonly string[]])[] = [
  [
    'a wall that refuses everybody passes for no protection',
    on('/v1/patients/1', () => ({ status: 401, headers: { 'set-cookie': '_vercel_sso_nonce=x' }, body: {} })),
    [
      `unknown operation/mounted wall (${ONE})`,
      `unknown operation/refuses-no-token wall (${ONE})`,
      `unknown operation/refuses-wrong-token wall (${ONE})`,
      'unknown coverage/operations answers-undecided (all operations)',
    ],
  ],
  [
    'a wall without a mark: nobody is answered',
    on('/v1/patients/1', () => ({ status: 403, body: { error: { code: 'x' } } })),
    [
      `unknown operation/mounted refused (${ONE})`,
      `unknown operation/refuses-no-token no-control (${ONE})`,
      `unknown operation/refuses-wrong-token no-control (${ONE})`,
      'unknown coverage/operations answers-undecided (all operations)',
    ],
  ],
  [
    'a firewall that answers those without a token',
    on('/v1/patients/1', () => ({ status: 403, headers: { 'x-vercel-mitigated': 'deny' }, body: '' }), without),
    [`unknown operation/refuses-no-token wall (${ONE})`, `unknown operation/refuses-wrong-token wall (${ONE})`],
  ],
  [
    'a rate limit',
    on('/v1/patients/1', () => ({ status: 429, body: {} }), without),
    [`unknown operation/refuses-no-token wall (${ONE})`, `unknown operation/refuses-wrong-token wall (${ONE})`],
  ],
  [
    'a validation before the look at the token',
    on('/v1/patients/1', () => ({ status: 400, body: {} }), without),
    [
      `unknown operation/refuses-no-token refused-otherwise (${ONE})`,
      `unknown operation/refuses-wrong-token refused-otherwise (${ONE})`,
    ],
  ],
  [
    'a record of the example that is gone',
    on('/v1/patients/1', () => ({ status: 404, body: { error: { code: 'x' } } }), asDoctor),
    [
      `unknown operation/refuses-no-token no-control (${ONE})`,
      `unknown operation/refuses-wrong-token no-control (${ONE})`,
      `unknown operation/status no-success (${ONE})`,
      'unknown coverage/operations answers-undecided (all operations)',
    ],
  ],
  [
    'a gateway that cannot reach the backend',
    on('/v1/patients/1', () => html(502)),
    [
      `unknown operation/mounted unavailable (${ONE})`,
      `unknown operation/refuses-no-token unavailable (${ONE})`,
      `unknown operation/refuses-wrong-token unavailable (${ONE})`,
      'unknown coverage/operations answers-undecided (all operations)',
    ],
  ],
];

test.each(UNKNOWN)('%s', async (_, fault, expected) => {
  const found = bad(await check(fault));
  expect(found).toEqual(expected);
});

test('a backend that answers every address with the same page has no operation', async () => {
  const found = bad(await check(() => html(200)));
  expect(found).toContain(`fail operation/mounted not-mounted (${LIST})`);
  expect(found.filter((one) => one.startsWith('fail operation/mounted'))).toHaveLength(4);
});

test('a backend that is down keeps no promise and breaks none: unknown, with whom to call', async () => {
  const { checks, notVerified, coverage } = await check(() => html(503), { contact: 'the clinic team, +1 555 0100' });
  expect(bad({ checks })).toEqual([
    expect.stringMatching(/^unknown backend\/reachable backend-down \(127\.0\.0\.1:\d+\)$/),
    'unknown coverage/operations answers-undecided (all operations)',
  ]);
  expect(checks[0]?.remedy).toContain('call the clinic team, +1 555 0100');
  expect(coverage.judged).toBe(0);
  expect(notVerified.filter(({ chosen }) => !chosen)).toHaveLength(4);
});

test('no report shows what an answer says', async () => {
  const secrets = ['078-05-1120', 'ann@example.org', 'doctor-4c1fe0a9b7d2'];
  const leak = on(
    '/v1/patients/1',
    (sound) => ({
      ...sound,
      body: { ...(sound.body as object), ssn: secrets[0], email: 1, status: secrets[1], [secrets[1] ?? '']: 1 },
    }),
    asDoctor,
  );
  const { checks, notVerified } = await check(leak);
  for (const secret of secrets) expect(JSON.stringify({ checks, notVerified })).not.toContain(secret);
});
