import { expect, test } from '@jest/globals';
import { startSite } from '../../edge/test/site.ts';
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
  await expect(call({ URL: 'shop' }).run()).rejects.toThrow('expected an address');
  await expect(call({ URL: 'https://shop.test', paths: 'login' }).run()).rejects.toThrow('starts with one /');
});
