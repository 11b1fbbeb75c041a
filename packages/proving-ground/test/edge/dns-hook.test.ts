import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withDnsHook } from '../../src/edge/dns-hook.ts';
import { deployHello, type Ground, makeGround } from '../vercel/client.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await makeGround();
  const { id } = ground.vercel.addProject({ name: 'web', domains: ['shop.test'] });
  await deployHello(ground, id, 'one');
});
afterAll(() => ground.end());

const here = path.dirname(fileURLToPath(import.meta.url));
const node24 = path.join(
  here,
  `../../../workflow-runner/node24/node_modules/node-${process.platform}-${process.arch}/bin/node`,
);
const nodes = [['this Node', process.execPath], ...(existsSync(node24) ? [['Node 24', node24]] : [])] as [
  string,
  string,
][];

const FETCH = 'fetch(process.argv[1]).then((answer) => answer.json()).then(({ says }) => console.log(says))';
const HTTP = `require('node:http').get(process.argv[1], (answer) => answer.on('data', (data) => console.log(JSON.parse(data).says)))`;
const LATER = `require('node:dns/promises').lookup(new URL(process.argv[1]).hostname).then(({ address }) => console.log(address))`;

describe.each(nodes)('with the hook, %s', (_name, node) => {
  const run = async (script: string, url: string, nodeOptions = withDnsHook()) => {
    const env = { NODE_OPTIONS: nodeOptions };
    return (await promisify(execFile)(node, ['-e', script, url], { env })).stdout.trim();
  };
  const url = (host: string) => `http://${host}:${ground.vercel.edge.port}/`;

  test.each(['shop.test', 'web.vercel.localhost'])('fetches %s', async (host) => {
    expect(await run(FETCH, url(host))).toBe('one');
  });

  test('finds it with node:http and with dns.promises', async () => {
    expect(await run(HTTP, url('shop.test'))).toBe('one');
    expect(await run(LATER, url('shop.test'))).toBe('127.0.0.1');
  });

  test('asks the system for every other name', async () => {
    await expect(run(FETCH, 'http://nobody.invalid/')).rejects.toMatchObject({
      stderr: expect.stringContaining('ENOTFOUND'),
    });
  });

  test('keeps the options that are there', () => {
    expect(withDnsHook('--max-old-space-size=200')).toMatch(/^--max-old-space-size=200 --require=/);
    expect(withDnsHook(withDnsHook())).toBe(withDnsHook());
  });
});
