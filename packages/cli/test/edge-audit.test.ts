import { expect, test } from '@jest/globals';
import type { InputError } from '@lockstep/base';
import { inputs as actionInputs } from '../../../actions/edge-audit/src/inputs.ts';
import { startSite } from '../../edge/test/site.ts';
import { commit, deployment, healthy } from '../../health/test/app.ts';
import { LEFT_OUT, options } from '../src/commands/edge/options.ts';
import { edgeAudit } from '../src/commands/edge-audit.ts';

function call(values: Readonly<Record<string, string>>) {
  const written: string[] = [];
  const terminal = { write: (text: string) => void written.push(text), paint: (_: string, text: string) => text };
  const made = {
    text: (name: string) => values[name] ?? '',
    flag: () => false,
    json: true,
    terminal,
    signal: new AbortController().signal,
    commands: [],
  };
  return { run: () => edgeAudit.run(made as never), written: () => written.join('') };
}

test('a redirect that is there passes, and one that is not fails', async () => {
  await using good = await startSite((_, response) => void response.end());
  const one = call({ URL: good.url.href, 'http-url': good.httpUrl.href, checks: 'https-redirect' });
  expect(await one.run()).toBe('pass');
  expect(JSON.parse(one.written()).checks).toMatchObject([{ id: 'https-redirect', verdict: 'pass' }]);
  await using bad = await startSite((_, response) => void response.end(), {
    plain: (_, response) => void response.end(),
  });
  expect(await call({ URL: bad.url.href, 'http-url': bad.httpUrl.href, checks: 'https-redirect' }).run()).toBe('fail');
});

test('what is no address and no path is refused', async () => {
  await expect(call({ URL: 'shop' }).run()).rejects.toThrow('URL: expected a URL that starts with https://');
  await expect(call({ URL: 'https://shop.test', paths: 'login' }).run()).rejects.toThrow('starts with one /');
  for (const path of ['//other.example/x', '/\\other.example/x'])
    for (const name of ['paths', 'api-paths', 'identity-path'])
      await expect(call({ URL: 'https://shop.test', paths: '/', [name]: path }).run()).rejects.toThrow(
        /^--[a-z-]+: .*starts with one \//,
      );
});

test('the build that is meant is asked for first, and another one leaves everything unknown', async () => {
  await using plain = await startSite((_, response) => void response.end(), {
    plain: (request, response) => {
      const health = request.url === '/api/health';
      response.writeHead(200, { 'content-type': health ? 'application/json' : 'text/html' });
      response.end(health ? JSON.stringify(healthy().body) : '<h1>Shop</h1>');
    },
  });
  const run = async (values: Readonly<Record<string, string>>) => {
    const one = call({ URL: plain.httpUrl.href, checks: 'csp-present', ...values });
    const verdict = await one.run();
    const { checks, notVerified } = JSON.parse(one.written());
    const named = [...checks, ...notVerified].filter(({ id }) => id === 'build-identity' || id === 'csp-present');
    return [verdict, ...named.map(({ id, verdict: of = 'not verified' }) => `${id} ${of}`).sort()];
  };
  const found = ['build-identity pass', 'csp-present fail'];
  expect(await run({ 'expect-deployment': deployment, 'expect-commit': commit })).toEqual(['fail', ...found]);
  const other = ['build-identity fail', 'csp-present not verified'];
  expect(await run({ 'expect-deployment': 'dpl_other' })).toEqual(['fail', ...other]);
  const unnamed = ['build-identity unknown', 'csp-present not verified'];
  expect(await run({ 'expect-deployment': deployment, 'identity-path': '/missing' })).toEqual(['unknown', ...unnamed]);
});

test('each input of the action has its option, or a reason', () => {
  const here = [...options.map(({ name }) => name), ...Object.keys(LEFT_OUT)];
  expect(here.sort()).toEqual(Object.keys(actionInputs).sort());
});

test('all that is wrong is told at once, and by the options', async () => {
  const wrong = {
    ...{
      URL: 'shop',
      paths: 'login',
      'api-paths': '//x',
      'cors-origins': 'app',
      telemetry: 'beacon',
      checks: 'none-such',
    },
    ...{ 'min-days-left': 'a', 'min-grade': 'Z', deadline: 'soon', 'dns-max-ttl': 'x', 'identity-path': 'health' },
    ...{ 'http-url': 'ftp://x', 'request-timeout': '5' },
  };
  const error: unknown = await call(wrong)
    .run()
    .catch((thrown: unknown) => thrown);
  const named = (error as InputError).problems.map((problem) => /^(?:--)?[\w-]+/.exec(problem)?.[0]).sort();
  expect(named).toEqual(
    Object.keys(wrong)
      .map((name) => (name === 'URL' ? name : `--${name}`))
      .sort(),
  );
});

test('what to do names options and variables of the command', async () => {
  await using wall = await startSite((_, response) => void response.writeHead(403).end());
  const one = call({ URL: wall.url.href, 'http-url': wall.httpUrl.href, 'dns-resolvers': '127.0.0.1:9', paths: '/' });
  await one.run();
  const { checks, notVerified } = JSON.parse(one.written());
  const words = [...checks, ...notVerified].map(
    ({ remedy = '', because = '', expected = '' }) => `${remedy}${because}${expected}`,
  );
  for (const name of ['--csp', '--min-tls', '--cors-origins', 'bursts of the action edge-audit'])
    expect(words.join('\n')).toContain(name);
  const inputs = Object.keys(actionInputs).map((name) => `\`${name}\``);
  expect(words.filter((text) => inputs.some((name) => text.includes(name)))).toEqual([]);
});

test('at its deadline it keeps what is decided', async () => {
  await using slow = await startSite((_, response) => void response.end(), {
    plain: (request, response) => {
      if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Shop</h1>');
      else if (request.url !== '/.env') response.writeHead(404).end();
    },
  });
  const time = { deadline: '2s', 'request-timeout': '30s' };
  const one = call({ URL: slow.httpUrl.href, checks: 'csp-present,exposed-files', ...time });
  const verdict = await one.run();
  const { checks, notVerified } = JSON.parse(one.written());
  expect(verdict).toBe('fail');
  expect(checks).toMatchObject([{ id: 'csp-present', verdict: 'fail' }]);
  expect(notVerified).toContainEqual(
    expect.objectContaining({ id: 'exposed-files', remedy: expect.stringContaining('--deadline') }),
  );
});

test('what no page can send and no origin is are refused', async () => {
  await expect(call({ URL: 'https://shop.test', telemetry: 'beacon' }).run()).rejects.toThrow('expected one of');
  await expect(call({ URL: 'https://shop.test', 'cors-origins': 'app' }).run()).rejects.toThrow('expected an origin');
});
