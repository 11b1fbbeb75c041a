import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseCondition } from '../src/conditions/parse.ts';
import { formatNames } from '../src/formats.ts';
import { type GatusGate, gatusFile } from '../src/gatus.ts';
import { gatusCondition } from '../src/gatus-condition.ts';
import type { Expectations } from '../src/index.ts';

interface Endpoint {
  readonly name: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly conditions: readonly string[];
}

const expectations = (more: Partial<Expectations> = {}): Expectations => ({
  format: 'auto',
  identity: { deployment: undefined, commit: undefined },
  identityHeader: undefined,
  conditions: [],
  criticality: { critical: [], advisory: [] },
  maxAgeMs: 10_000,
  allowed: [],
  ...more,
});

const gate = (paths: Readonly<Record<string, Expectations>>, more: Partial<GatusGate> = {}): GatusGate => ({
  origin: new URL('https://www.example.com'),
  host: undefined,
  paths: Object.keys(paths),
  expectations: paths,
  degraded: 'warn',
  requestTimeoutMs: 5_000,
  isProtected: false,
  ...more,
});
const endpointsOf = (file: string) => (parse(file) as { readonly endpoints: readonly Endpoint[] }).endpoints;
const conditionsFor = (format: Expectations['format'], more: Partial<GatusGate> = {}) =>
  endpointsOf(gatusFile(gate({ '/a': expectations({ format }) }, more)))[0]?.conditions;

describe('a format becomes its codes and its words', () => {
  test.each<[Expectations['format'], readonly string[]]>([
    ['health', ['[STATUS] == 200', '[BODY].status == any(healthy, degraded)']],
    ['ready', ['[STATUS] == 200', '[BODY].status == ready']],
    ['live', ['[STATUS] == 200', '[BODY].status == alive']],
    ['terminus', ['[STATUS] == 200', '[BODY].status == ok']],
    ['actuator', ['[STATUS] == 200', '[BODY].status == any(UP, UNKNOWN)']],
    ['supabase', ['[STATUS] >= 200', '[STATUS] < 300']],
    ['plain', ['[STATUS] >= 200', '[STATUS] < 300']],
    ['auto', ['[STATUS] >= 200', '[STATUS] < 300']],
    ['identity', ['[CONNECTED] == true']],
    ['health+json', ['[STATUS] >= 200', '[STATUS] < 400', '[BODY].status == any(ok, pass, warn, up, UP)']],
  ])('%s', (format, conditions) => {
    expect(conditionsFor(format)).toEqual(conditions);
  });

  test('a path that looks like a host stays on the host: the secret goes with it', () => {
    const seen = { '/a': { landed: '//other.example/x?y=1', format: undefined } };
    const [endpoint] = endpointsOf(gatusFile(gate({ '/a': expectations() }, { seen, isProtected: true })));
    expect(endpoint?.url).toBe('https://www.example.com//other.example/x?y=1');
  });

  test('where degraded fails, its words are left out', () => {
    expect(conditionsFor('health', { degraded: 'fail' })).toContain('[BODY].status == healthy');
  });

  test('every format has a row above', () => {
    for (const format of formatNames) expect([format, conditionsFor(format)?.length ?? 0]).not.toEqual([format, 0]);
  });
});

describe('a condition', () => {
  test.each<[string, readonly string[]]>([
    ['[STATUS]==any(200,204)', ['[STATUS] == any(200, 204)']],
    ['[RESPONSE_TIME] < 1.5s', ['[RESPONSE_TIME] < 1500']],
    // Gatus takes `21d` for 0, and every certificate would do.
    ['[CERTIFICATE_EXPIRATION] > 21d', ['[CERTIFICATE_EXPIRATION] > 1814400000']],
    ['[BODY].checks.db.status == pass', ['[BODY].checks.db.status == pass']],
    ['[BODY][0].id == 7', ['[BODY][0].id == 7']],
    ['[BODY].page.items[0].id == 7', ['[BODY].page.items[0].id == 7']],
    // One JSON text is that text here, and one in quotes there.
    ['[BODY] == OK', ['[BODY] == any(OK, "OK")']],
    [
      '[BODY].queue.waiting < 5',
      ['[BODY] == pat({*)', 'has([BODY].queue.waiting) == true', '[BODY].queue.waiting < 5'],
    ],
    ['[BODY] == pat(*Welcome*)', ['[BODY] == pat(*Welcome*)']],
    ['len([BODY].items) > 0', ['[BODY] == pat({*)', 'has([BODY].items) == true', 'len([BODY].items) > 0']],
    ['has([BODY].user)', ['[BODY] == pat({*)', 'has([BODY].user) == true']],
    ['has([BODY].error) == false', ['has([BODY].error) == false']],
    // To Gatus what is absent differs from everything.
    ['[BODY].state != down', ['[BODY] == pat({*)', 'has([BODY].state) == true', '[BODY].state != down']],
  ])('%s', (source, conditions) => {
    expect(gatusCondition(parseCondition(source))).toEqual({ conditions });
  });

  test.each([
    ['a header', '[HEADER].content-type == pat(*json*)'],
    ['a value that it writes as 1e+06', '[BODY].rows == 1000000'],
    ['a limit that a fraction above it meets there', '[BODY].load <= 4'],
    ['a limit that no fraction above it meets there', '[BODY].load > 0'],
    ['an index on which it crashes', '[BODY].items[0].id == 7'],
    ['a pattern with a slash, which it takes no notice of', '[BODY] == pat(*a/b*)'],
    ['a fraction, which Gatus cuts off', '[BODY].load < 0.5'],
    ['a key that its paths cannot name', '[BODY]["a key"] == 1'],
    ['a text with a comma', '[BODY].a == any("x, y", z)'],
    ['a pattern with signs of its own', '[BODY] == pat(*a?b*)'],
    ['a text with an operator in it', "[BODY].a == 'x == y'"],
  ])('is left out, and said to be: %s', (_why, source) => {
    expect(gatusCondition(parseCondition(source))).toEqual({ not: expect.any(String) });
    const file = gatusFile(gate({ '/a': expectations({ format: 'plain', conditions: [parseCondition(source)] }) }));
    expect(file).toContain(`# Not in it: ${source} (`);
    expect(endpointsOf(file)[0]?.conditions).toEqual(['[STATUS] >= 200', '[STATUS] < 300']);
  });
});

test('paths, host and the secret of a protected deployment, which is never in the file', () => {
  const file = gatusFile(
    gate(
      {
        '/a?price=$HOME': expectations(),
        '/b"#:': expectations({ criticality: { critical: [], advisory: ['mail'] } }),
      },
      { host: 'shop.example', isProtected: true },
    ),
  );
  const [first, second] = endpointsOf(file);
  // Gatus makes one dollar sign of two.
  expect(first).toMatchObject({ url: 'https://www.example.com/a?price=$$HOME', name: '/a?price=$$HOME' });
  expect(first?.headers).toEqual({
    Host: 'shop.example',
    'x-vercel-protection-bypass': '${VERCEL_AUTOMATION_BYPASS_SECRET}',
  });
  expect(second?.name).toBe('/b"#:');
  expect(file).toContain('Gatus knows no advisory check');
});

test('a code that a condition asserts is the only one that the file expects', () => {
  const conditions = [parseCondition('[STATUS] == 401')];
  const [closed] = endpointsOf(gatusFile(gate({ '/api/admin': expectations({ format: 'plain', conditions }) })));
  expect(closed?.conditions).toEqual(['[STATUS] == 401']);
});

test('of paths that were asked the file has where they end, and the words of their format', () => {
  const seen = {
    '/': { landed: '/en', format: 'plain' as const },
    '/api': { landed: '/api', format: 'health' as const },
  };
  const paths = { '/': expectations({ format: 'plain' }), '/api': expectations() };
  const [start, api] = endpointsOf(gatusFile(gate(paths, { seen })));
  expect(start?.url).toBe('https://www.example.com/en');
  expect(api?.conditions).toContain('[BODY].status == any(healthy, degraded)');
  expect(gatusFile(gate(paths))).toContain('# Not in it: what the answers say of themselves');
});

test('paths that have one name in Gatus get two', () => {
  const one = () => expectations({ format: 'plain' });
  const names = endpointsOf(gatusFile(gate({ '/a/b': one(), '/A-b': one(), '/c': one(), '/a.b': one() })));
  expect(names.map(({ name }) => name)).toEqual(['/a/b', '/A-b (2)', '/c', '/a.b (3)']);
});
