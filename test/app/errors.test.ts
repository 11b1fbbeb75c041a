import { describe, expect, test } from '@jest/globals';
import { drillAnswer, ErrorDrill, signDrill } from '../../app/files/lib/lockstep/error-drill.ts';
import { errorRecord, pathPattern, scrubEvent } from '../../app/files/lib/lockstep/scrub.ts';

/** Whatever of this gets out is a leak. */
const PRIVATE = [
  'Anna',
  'anna@example.com',
  'pass%2Fword',
  'db.internal',
  '8217',
  'eyJhbGciOi',
  '192.0.2.7',
  'session=1',
];
const error = Object.assign(new Error('Anna <anna@example.com> at postgres://app:pass%2Fword@db.internal/x'), {
  code: '23505',
  digest: '1892714',
});

function leaksOf(value: unknown): readonly string[] {
  const text = JSON.stringify(value);
  return PRIVATE.filter((word) => text.includes(word));
}

describe('what leaves the app of an error', () => {
  const event = {
    event_id: 'e1',
    release: '4f2a9c1',
    environment: 'production',
    message: 'failed for Anna',
    exception: {
      values: [
        {
          type: 'DatabaseError',
          value: error.message,
          mechanism: { type: 'generic', handled: false, data: { user: 'Anna' } },
          stacktrace: { frames: [{ filename: 'app/page.tsx', lineno: 3, function: 'Page', vars: { name: 'Anna' } }] },
        },
      ],
    },
    request: {
      method: 'POST',
      url: 'https://app.example.com/patients/8217?q=Anna',
      headers: { authorization: 'Bearer eyJhbGciOi', cookie: 'session=1' },
      data: { name: 'Anna' },
    },
    user: { ip_address: '192.0.2.7', email: 'anna@example.com' },
    breadcrumbs: [{ message: 'select * from patients where name = Anna' }],
    extra: { row: { name: 'Anna' } },
    tags: { environment: 'production', patient: 'Anna' },
    contexts: { runtime: { name: 'node' }, state: { name: 'Anna' } },
    transaction: 'POST /patients/8217',
  };

  test('an event has its type, its place and its build, and nothing of a person', () => {
    const scrubbed = scrubEvent(event);
    expect(leaksOf(event)).toEqual(PRIVATE);
    expect(leaksOf(scrubbed)).toEqual([]);
    expect(scrubbed).toMatchObject({
      event_id: 'e1',
      release: '4f2a9c1',
      exception: {
        values: [{ type: 'DatabaseError', value: '[removed]', stacktrace: { frames: [{ filename: 'app/page.tsx' }] } }],
      },
      request: { method: 'POST', url: '/patients/[id]' },
      tags: { environment: 'production' },
      contexts: { runtime: { name: 'node' } },
    });
  });

  test('what no one thought of is not let out either', () => {
    expect(leaksOf(scrubEvent({ ...event, feedback: 'Anna', logger: 'Anna', spans: [{ data: 'Anna' }] }))).toEqual([]);
  });

  test('a line of the log has the code of the error and where it was, without its message', () => {
    const record = errorRecord(error, { method: 'GET', route: '/patients/[id]' });
    expect(leaksOf(record)).toEqual([]);
    expect(record).toMatchObject({ name: 'Error', code: '23505', digest: '1892714', route: '/patients/[id]' });
    expect(record['at']).not.toHaveLength(0);
  });

  test.each([undefined, null, 'Anna', 7, { name: 'Anna Berg' }])(
    '%j is thrown, and nothing of it is shown',
    (thrown) => {
      expect(leaksOf(errorRecord(thrown, {}))).toEqual([]);
    },
  );

  test.each([
    ['/', '/'],
    ['/patients/8217/notes', '/patients/[id]/notes'],
    ['/p/0f8f4e0a-3b1c-4b57-9f0e-1f2a3b4c5d6e', '/p/[id]'],
    ['/search?q=Anna#x', '/search'],
    ['https://app.example.com/Anna', '/[id]'],
    ['/patients/anna@example.com', '/patients/[id]'],
    ['/patients/[id]', '/patients/[id]'],
  ])('%s becomes %s', (path, pattern) => {
    expect(pathPattern(path)).toBe(pattern);
  });
});

describe('the error drill', () => {
  const secret = 'a secret of at least 32 characters';
  const at = 1_800_000_000_000;
  const ask = (header: string | undefined, now = at, held: string | undefined = secret) =>
    drillAnswer(new Request('http://app/', { headers: header === undefined ? {} : { 'x-lockstep-drill': header } }), {
      secret: held,
      now: () => now,
    });

  const sign = (by: string) => signDrill(by, { id: 'run-1', release: 'shop@1.2.3', now: at });

  test('throws for a signed call, with what proves it in another form', async () => {
    const signed = await sign(secret);
    const thrown = await ask(signed).catch((one: unknown) => one);
    expect(thrown).toBeInstanceOf(ErrorDrill);
    const { proof } = thrown as ErrorDrill;
    expect(proof).toMatch(/^t=1800000000,id=run-1,v1=[0-9a-f]{64}$/);
    expect(signed).not.toContain(proof.split('v1=')[1]);
    expect((await ask(proof)).status).toBe(404);
  });

  test('its proof is in the event for Sentry, and of no other error', async () => {
    const thrown = await ask(await sign(secret)).catch((one: unknown) => one);
    const { proof } = thrown as ErrorDrill;
    expect(scrubEvent({ tags: {} }, { originalException: thrown })).toMatchObject({
      tags: { 'lockstep.drill': proof },
    });
    for (const other of [undefined, error, { name: 'ErrorDrill', proof: 'Anna' }, { name: 'Error', proof }])
      expect(scrubEvent({ tags: {} }, { originalException: other })).toMatchObject({ tags: {} });
  });

  test('is not there for anyone else', async () => {
    const signed = await sign(secret);
    const statuses = [
      await ask(undefined),
      await ask('nonsense'),
      await ask(signed.replace('run-1', 'run-2')),
      await ask(signed.replace('1.2.3', '1.2.4')),
      await ask(signed, at + 61_000),
      await ask(signed, at - 61_000),
      await ask(await sign('another secret of 32 characters or so')),
      await drillAnswer(new Request('http://app/', { headers: { 'x-lockstep-drill': signed } }), { secret: undefined }),
      await ask(await sign('short'), at, 'short'),
    ].map(({ status }) => status);
    expect(statuses).toEqual(Array(9).fill(404));
  });
});
