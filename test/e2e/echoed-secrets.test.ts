import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import type { Shop } from '@lockstep/proving-ground/ground';
import { listen } from '@lockstep/proving-ground/net';
import { live } from './ends.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { releasesFolder, useStage } from './stage.ts';

const stage = useStage();

/** Everything of a release that others can read: the ledger, its messages, issues and comments. */
function readable(shop: Shop): string {
  const { state } = shop.consumer.github;
  return JSON.stringify([[...state.deployments.values()], shop.messages(), state.issues]);
}

describe('a gateway that echoes the request', () => {
  test('in the swap: the token reaches neither ledger nor messages', async () => {
    const shop = await stage.liveShop();
    const token = shop.secrets['VERCEL_TOKEN'] ?? '';
    const basic = Buffer.from(`x:${token}`).toString('base64');
    const message = `upstream refused Bearer ${token} (Basic ${basic}, ?t=${encodeURIComponent(token)})\u001b[31m\u202e`;
    const effect = { kind: 'status', status: 403, body: { error: { code: 'forbidden', message } } } as const;
    const end = await release(shop, {
      version: 2,
      faults: [{ service: 'vercel', method: 'POST', path: /promote/, times: 50, effect }],
    });
    expect(end).toMatchObject({ conclusion: 'failure', ...live('v1') });
    const seen = readable(shop) + JSON.stringify(end.run.jobs);
    expect(seen.includes('upstream refused Bearer ***')).toBe(true);
    const shown = [token, basic, '\\u001b', '\u202e'].filter((form) => seen.includes(form));
    expect(shown).toEqual([]);
  });
});

test('a server that quotes the password in its refusal: it stands in no output, log or summary', async () => {
  const password = 'pa-55-w0rd-of-app';
  const server = await refusingServer(`password "${password}" of "app:${password}" is wrong\u001b[31m`);
  const inputs = {
    command: 'status',
    'database-url': `postgresql://app:${password}@127.0.0.1:${server.port}/app?sslmode=disable`,
  };
  const step = await spawnAction('migrate', inputs, { cwd: join(releasesFolder, 'v1') }).finally(server.close);
  expect(step.status).toBe(1);
  const all = JSON.stringify([step.outputs, step.annotations, step.summary, step.state, step.output]);
  expect(all).toContain('***');
  // The process itself hid it: but for the lines that tell the runner what to mask.
  const said = step.output.replace(/^::add-mask::.*$/gm, '');
  for (const text of [said, step.summary, JSON.stringify([step.outputs, step.state, step.annotations])])
    expect(['pa-55', '\u001b', '\\u001b'].filter((part) => text.includes(part))).toEqual([]);
});

/** Answers whoever connects as PostgreSQL does that refuses: an ErrorResponse, FATAL 28P01. */
async function refusingServer(message: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => {
      const fields = Buffer.from(`SFATAL\0VFATAL\0C28P01\0M${message}\0\0`);
      const head = Buffer.alloc(5);
      head.write('E');
      head.writeInt32BE(fields.length + 4, 1);
      socket.end(Buffer.concat([head, fields]));
    });
  });
  const port = await listen(server);
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port, close };
}
