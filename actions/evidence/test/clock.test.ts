import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { type ObjectStore, startObjectStore } from '@lockstep/proving-ground/object-store';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
const faults = new Faults();
let github: GitHub;
let store: ObjectStore;
beforeAll(async () => {
  [github, store] = await Promise.all([startGitHub({ faults }), startObjectStore({ faults })]);
  store.bucket('acme-trails');
});
afterAll(async () => {
  await Promise.all([github.close(), store.close(), scope[Symbol.asyncDispose]()]);
  github.expectNoViolations();
  expect(store.unmodelled).toEqual([]);
});

const BEHIND = -10 * 60_000;
const AHEAD = 10 * 60_000;

/** Steps of a repository of its own, on runners whose clocks are wrong by so much. */
function team(name: string) {
  const full = `acme/${name}`;
  github.repository(full).commit();
  const { accessKeyId, secretAccessKey } = store.key({
    rights: ['s3:PutObject', 's3:GetObject', 's3:ListBucket', 's3:ListBucketVersions'],
  });
  const aws = {
    AWS_REGION: store.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_ENDPOINT_URL_S3: store.url,
  };
  const token = github.token({ repository: full, permissions: { contents: 'write' } });
  return (offMs: number, inputs: Readonly<Record<string, string>>) => {
    const wrong = `const now=Date.now;Date.now=()=>now()+(${offMs})`;
    const clock = offMs === 0 ? {} : { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(wrong)}` };
    return spawnAction(
      'evidence',
      { 'github-token': token, ...inputs },
      { env: { ...aws, ...clock }, github: { api_url: github.url, repository: full } },
    );
  };
}

test.each([
  ['bucket', (): string => 's3://acme-trails/shop'],
  ['branch', (): string => 'branch:lockstep-evidence'],
  ['folder', (): string => scope.folder('lockstep-trail-')],
] as const)(
  'runners with wrong clocks write one trail in a %s, and none of them finds tampering',
  async (name, place) => {
    const step = team(name);
    const to = place();
    const what = { event: 'drill', subject: 'production', 'event-code': 'restored', 'event-result': 'pass' };
    for (const [id, offMs] of [
      ['one', 0],
      ['two', BEHIND],
      ['three', AHEAD],
      ['four', 0],
    ] as const)
      expect(await step(offMs, { command: 'record', to, ...what, 'event-id': id })).toMatchObject({
        status: 0,
        outputs: { reason: 'recorded', added: '1' },
      });
    const { outputs } = await step(0, { command: 'record', to, ...what, 'event-id': 'five' });
    for (const offMs of [0, BEHIND, AHEAD])
      expect(await step(offMs, { command: 'verify', to, anchors: outputs['anchor'] ?? '' })).toMatchObject({
        status: 0,
        outputs: { verdict: 'pass', records: '5', failed: '0' },
      });
  },
);
