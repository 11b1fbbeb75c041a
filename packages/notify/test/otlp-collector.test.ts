import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import { channelTypes, deliver, type ReleaseMessage } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { rolledBack, surroundings, world } from './samples.ts';

/** The collector's own receiver is not installed with the rest: `LOCKSTEP_OTLP_RECEIVER` names its program. */
const program = process.env['LOCKSTEP_OTLP_RECEIVER'];
const judged = program === undefined ? test.skip : test;

const release: ReleaseMessage = {
  ...rolledBack,
  startedAt: '2026-11-22T03:50:00.000Z',
  timeline: [
    { name: 'Prepare', startedAt: '2026-11-22T03:30:00Z', endedAt: '2026-11-22T03:40:00Z', verdict: 'pass' },
    {
      name: 'waiting for Approve',
      startedAt: '2026-11-22T03:40:00Z',
      endedAt: '2026-11-22T03:49:00Z',
      verdict: 'pass',
    },
    { name: 'migrate', startedAt: '2026-11-22T03:51:00Z', endedAt: '2026-11-22T03:52:00Z', verdict: 'fail' },
    { name: 'undo migrate', startedAt: '2026-11-22T03:58:00Z', endedAt: '2026-11-22T03:59:00Z', verdict: 'unknown' },
  ],
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

judged(
  'the receiver of the OpenTelemetry Collector takes the trace, and reads in it what was meant',
  async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const receiver = spawn(program ?? '', [address], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface(receiver.stdout)[Symbol.asyncIterator]();
    try {
      expect((await lines.next()).value).toBe('ready');
      const targets = parseTargets(`- { type: otlp, endpoint: "http://${address}" }`, channelTypes, surroundings);
      const drill: ReleaseMessage = { ...rolledBack, state: 'drill', failure: '' };
      for (const one of [release, drill])
        expect(await deliver(targets, one, new Map(), { ...world, timeoutMs: 30_000 })).toMatchObject([
          { delivery: 'accepted' },
        ]);
      const read = async () => JSON.parse((await lines.next()).value ?? '').resourceSpans[0].scopeSpans[0].spans;
      const [root, ...tasks] = await read();
      expect(root).toMatchObject({
        name: 'RELEASE production web',
        startTimeUnixNano: '1795318200000000000',
        status: { code: 2 },
      });
      expect(tasks.map((span: { name: string; status: { code: number } }) => [span.name, span.status.code])).toEqual([
        ['Prepare', 1],
        ['waiting for Approve', 1],
        ['migrate', 2],
        ['undo migrate', 2],
      ]);
      expect(new Set(tasks.map((span: { parentSpanId: string }) => span.parentSpanId))).toEqual(new Set([root.spanId]));
      expect(await read()).toMatchObject([{ name: 'ALERT DRILL production web', status: { code: 1 } }]);
    } finally {
      receiver.kill('SIGTERM');
    }
  },
  60_000,
);
