import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { builtinActions } from '@lockstep/workflow-runner';
import { release } from './release.ts';
import { rare } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, installStarters, logs, runWorkflowOf } from './team.ts';

jest.setTimeout(120_000);
const stage = useStage();

const workflow = '.github/workflows/lockstep-evidence.yml';
const FILE = 'lines-000000001.jsonl';

const CONTROLS = `version: 1
controls:
  - id: released
    framework: House
    title: Releases are recorded
    evidence: [{ record: release, max-age: 31d }]
  - id: firewall
    framework: House
    title: A firewall is in front
    evidence: [{ checks: platform-audit, ids: [vercel.firewall], max-age: 9d }]
`;

/** Runs the starter as its schedule does. */
async function monthly(shop: Shop, kept = new Map<string, readonly string[]>()) {
  const run = await runWorkflowOf(shop, {
    ...{ sha: shop.consumer.commit('Evidence'), workflow, secrets: {} },
    actions: {
      // Neither is asked for here.
      ...{ 'aws-actions/configure-aws-credentials': async () => {}, 'actions/attest': async () => {} },
      'actions/upload-artifact': async (context) => {
        const [name = '', path = ''] = [context.input('name'), context.input('path')];
        kept.set(name, readdirSync(path).sort());
        await builtinActions['actions/upload-artifact']?.(context);
      },
    },
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

  rare('leads to controls, and to a status page that is kept', async () => {
    const shop = await stage.liveShop();
    await release(shop, { version: 2 });
    const { environment, service } = shop;
    const more = { 'controls-file': '.lockstep/controls.yml', 'status-title': 'Prescriptions' };
    installStarters(shop, ['evidence'], { inputs: { environment, service, ...more } });
    mkdirSync(join(shop.consumer.root, '.lockstep'), { recursive: true });
    writeFileSync(join(shop.consumer.root, '.lockstep/controls.yml'), CONTROLS);
    const kept = new Map<string, readonly string[]>();
    const { run } = await monthly(shop, kept);
    expect(checks(run)).toEqual(['Evidence / Trail: success']);
    expect(kept.get('lockstep-controls')).toEqual(expect.arrayContaining(['controls.html', 'controls.oscal.json']));
    expect(kept.get('lockstep-status')).toEqual(['index.html', 'status.json']);
    expect(kept.get('lockstep-incidents')).toContain('incidents.json');
    expect(logs(run)).toContain('1 of 2 controls have current evidence');
  });
});
