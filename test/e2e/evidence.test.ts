import { describe, expect, jest } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { release } from './release.ts';
import { rare } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, installStarters, logs, runWorkflowOf } from './team.ts';

jest.setTimeout(120_000);
const stage = useStage();

const workflow = '.github/workflows/lockstep-evidence.yml';
const FILE = 'lines-000000001.jsonl';

/** Runs the starter as its schedule does. */
async function monthly(shop: Shop) {
  const run = await runWorkflowOf(shop, {
    ...{ sha: shop.consumer.commit('Evidence'), workflow, secrets: {} },
    // Neither is asked for here.
    actions: { 'aws-actions/configure-aws-credentials': async () => {}, 'actions/attest': async () => {} },
  });
  return { run, issues: shop.consumer.github.state.issues.map(({ state }) => state) };
}

function trailOf(shop: Shop): string {
  const { commits, refs } = shop.consumer.github.state;
  return commits.get(refs.get('heads/lockstep-evidence') ?? '')?.files[FILE] ?? '';
}

describe('the audit trail', () => {
  rare('has what releases left in the ledger, once, and shows what was changed in it', async () => {
    const shop = await stage.liveShop();
    await release(shop, { version: 2 });
    const { environment, service } = shop;
    installStarters(shop, ['evidence'], { inputs: { environment, service } });
    const first = await monthly(shop);
    expect([checks(first.run), first.issues]).toEqual([['Evidence / Trail: success'], []]);
    const records = trailOf(shop)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records).toContainEqual(
      expect.objectContaining({
        event: 'release',
        reason: 'released',
        verdict: 'pass',
        subject: `${environment}/${service}`,
      }),
    );
    expect(logs(first.run)).toContain('evidence: unknown');

    await monthly(shop);
    expect(trailOf(shop).trim().split('\n')).toHaveLength(records.length);

    const changed = trailOf(shop).replace('"released"', '"held"');
    shop.consumer.github.commit({ branch: 'lockstep-evidence', files: { [FILE]: `${changed}${changed}` } });
    const bad = await monthly(shop);
    expect([checks(bad.run), bad.issues]).toEqual([['Evidence / Trail: failure'], ['open']]);
    expect(logs(bad.run)).toContain('evidence: fail');
  });
});
