import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnAction } from '@lockstep/proving-ground/action';
import type { Scope } from '@lockstep/proving-ground/scope';
import { checkout } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

/** A trail of two records in a folder, and the anchor of its head. */
async function trail(scope: Scope) {
  const to = checkout(scope);
  const what = { command: 'record', to, event: 'access-change', subject: 'production', 'event-code': 'reviewed' };
  await spawnAction('evidence', { ...what, 'event-id': 'one' });
  const { outputs } = await spawnAction('evidence', { ...what, 'event-id': 'two' });
  return { to, anchor: outputs['anchor'] ?? '' };
}

function verify(scope: Scope, to: string, anchors: readonly string[] = [], more: readonly string[] = []): Asked {
  return {
    cwd: checkout(scope),
    inputs: {
      ...{ command: 'verify', to, anchors: anchors.join('\n') },
      ...(more[1] === undefined ? {} : { 'max-unanchored': more[1] }),
    },
    args: ['--to', to, ...anchors.flatMap((one) => ['--anchor', one]), ...more],
  };
}

const RECORD = (to: string, number: number) => join(to, `records/00000000${number}.json`);

async function changed(scope: Scope, change: (to: string) => void): Promise<Asked> {
  const { anchor, to } = await trail(scope);
  change(to);
  return verify(scope, to, [anchor]);
}

export const pair: Pair = {
  command: 'evidence verify',
  action: 'evidence',
  cases: {
    'an anchor proves it': {
      ...{ verdict: 'pass', reason: 'checks-passed' },
      ask: async (scope) => {
        const { anchor, to } = await trail(scope);
        return verify(scope, to, [anchor]);
      },
    },
    'a record was deleted': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: (scope) => changed(scope, (to) => rmSync(RECORD(to, 2))),
    },
    'a record was changed': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: (scope) =>
        changed(scope, (to) =>
          writeFileSync(RECORD(to, 1), readFileSync(RECORD(to, 1), 'utf8').replace('production', 'preview')),
        ),
    },
    'no anchor proves it': {
      ...{ verdict: 'unknown', reason: 'checks-unknown' },
      ask: async (scope) => verify(scope, (await trail(scope)).to),
    },
    'an anchor and a duration that are none': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => verify(scope, checkout(scope), ['none'], ['--max-unanchored', 'long']),
    },
  },
};
