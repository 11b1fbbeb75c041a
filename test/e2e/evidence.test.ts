import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { parse } from 'yaml';
import { live } from './ends.ts';
import { installEvidence, monthly, nothingKept } from './evidence-runs.ts';
import { release } from './release.ts';
import { rare } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, logs } from './team.ts';

const stage = useStage();

/** Of the page; no one asked for it. */
const SKIPPED = 'Publish: skipped';
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

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function trailOf(shop: Shop): string {
  const { commits, refs } = shop.consumer.github.state;
  return commits.get(refs.get('heads/lockstep-evidence') ?? '')?.files[FILE] ?? '';
}

describe('the audit trail', () => {
  rare('has what releases left in the ledger, once, and shows what was changed in it', async () => {
    const shop = await stage.liveShop();
    await release(shop, { version: 2 });
    installEvidence(shop);
    const first = await monthly(shop);
    expect([checks(first.run), first.issues]).toEqual([['Evidence / Trail: success', SKIPPED], []]);
    const records = trailOf(shop)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records).toContainEqual(
      expect.objectContaining({
        event: 'release',
        reason: 'released',
        verdict: 'pass',
        subject: `${shop.environment}/${shop.service}`,
      }),
    );
    expect(logs(first.run)).toContain('evidence: unknown');

    await monthly(shop);
    expect(trailOf(shop).trim().split('\n')).toHaveLength(records.length);

    const changed = trailOf(shop).replace('"released"', '"held"');
    shop.consumer.github.commit({ branch: 'lockstep-evidence', files: { [FILE]: `${changed}${changed}` } });
    const bad = await monthly(shop);
    expect([checks(bad.run), bad.issues]).toEqual([['Evidence / Trail: failure', SKIPPED], ['open']]);
    expect(logs(bad.run)).toContain('evidence: fail');
  });

  rare('leads to controls, and to a status page that is kept', async () => {
    const shop = await stage.liveShop();
    await release(shop, { version: 2 });
    const more = { 'controls-file': '.lockstep/controls.yml', 'status-title': 'Prescriptions' };
    installEvidence(shop, more, { '.lockstep/controls.yml': CONTROLS });
    const kept = nothingKept();
    const { run } = await monthly(shop, kept);
    expect(checks(run)).toEqual(['Evidence / Trail: success', SKIPPED]);
    const names = (artifact: string) => [...(kept.artifacts.get(artifact)?.keys() ?? [])];
    expect(names('lockstep-controls')).toEqual(expect.arrayContaining(['controls.html', 'controls.oscal.json']));
    expect(names('lockstep-status')).toEqual(['index.html', 'status.json']);
    expect(names('lockstep-incidents')).toContain('incidents.json');
    expect(logs(run)).toContain('1 of 2 controls have current evidence');
  });
});

const today = () => new Date().toISOString().slice(0, 10);
const retention = (reviewed = today()) => `---
kind: retention
owner: Data protection
reviewed: ${reviewed}
---

# Retention

## Schedule

| Data | Kept for | Because | Deleted by |
|---|---|---|---|
| accounts | 30 days | mistakes | a job |

## Backups

A year.

## Requests for erasure

By hand.
`;
const DOCUMENTS = 'version: 1\ndocuments:\n  retention: docs/retention.md\n';

describe('documents that people keep', () => {
  const asked = { 'documents-file': '.lockstep/documents.yml' };
  const written = (text: string) => ({ '.lockstep/documents.yml': DOCUMENTS, 'docs/retention.md': text });
  const judged = (kept: ReturnType<typeof nothingKept>) =>
    JSON.parse(kept.artifacts.get('lockstep-documents')?.get('checks.json') ?? '{}') as {
      readonly checks: readonly { readonly id: string; readonly verdict: string }[];
    };

  rare('pass as they are; red ones fail the run and open an issue, and the rest is done all the same', async () => {
    const shop = await stage.liveShop();
    await release(shop, { version: 2 });
    installEvidence(shop, asked, written(retention()));
    const kept = nothingKept();
    const good = await monthly(shop, kept);
    expect([checks(good.run), good.issues]).toEqual([['Evidence / Trail: success', SKIPPED], []]);
    expect(judged(kept).checks.map(({ verdict }) => verdict)).not.toContain('fail');

    installEvidence(shop, asked, written(retention('2020-01-31').replace('## Backups', '## Copies')));
    const bad = await monthly(shop, kept);
    expect([checks(bad.run), bad.issues]).toEqual([['Evidence / Trail: failure', SKIPPED], ['open']]);
    const red = judged(kept).checks.filter(({ verdict }) => verdict === 'fail');
    expect(red.map(({ id }) => id).sort()).toEqual(['document/headings', 'document/reviewed']);
    expect(JSON.stringify(shop.consumer.github.state.issues)).toContain('Documents: checks-failed, 2 failed');
    expect([...(kept.artifacts.get('lockstep-status')?.keys() ?? [])]).toEqual(['index.html', 'status.json']);

    installEvidence(shop, asked, written(retention()));
    const mended = await monthly(shop, kept);
    expect([checks(mended.run), mended.issues]).toEqual([['Evidence / Trail: success', SKIPPED], ['closed']]);
  });
});

describe('incidents', () => {
  rare('of releases that users had open an issue, once, and are on the page as numbers', async () => {
    const shop = await stage.liveShop();
    const end = await release(shop, { version: 2, behaviour: 'sick-after-traffic' });
    expect(end).toMatchObject({ conclusion: 'failure', ...live('v1') });
    // As the starter is: it names no service, and the release is of one.
    installEvidence(shop, { service: '' });
    const kept = nothingKept();
    const first = await monthly(shop, kept);
    expect([checks(first.run), first.issues]).toEqual([['Evidence / Trail: success', SKIPPED], ['open']]);
    const [issue] = shop.consumer.github.state.issues;
    expect(issue?.title).toMatch(/incident/i);
    const again = await monthly(shop, kept);
    expect(again.issues).toEqual(['open']);
    const { incidents } = JSON.parse(kept.artifacts.get('lockstep-incidents')?.get('incidents.json') ?? '{}');
    expect(incidents).toEqual([expect.objectContaining({ cause: 'failed-release', number: issue?.number })]);
    const page = JSON.parse(kept.artifacts.get('lockstep-status')?.get('status.json') ?? '{}');
    expect(page.incidents.shown).toHaveLength(1);
    expect(JSON.stringify(page)).not.toContain(issue?.title);
  });
});

describe('attestations', () => {
  const asked = { attest: 'true', 'on-unknown': 'fail', 'controls-file': '.lockstep/controls.yml' };
  const map = { '.lockstep/controls.yml': CONTROLS };

  rare('say what is attested, and prove the trail to the next run', async () => {
    const shop = await stage.liveShop();
    await release(shop, { version: 2 });
    installEvidence(shop, asked, map);
    const kept = nothingKept();
    const first = await monthly(shop, kept);
    // No anchor proves it yet, and this is the first.
    expect(checks(first.run)).toEqual(['Evidence / Trail: failure', SKIPPED]);
    expect(logs(first.run)).toContain('evidence: unknown');
    const lines = trailOf(shop).trim().split('\n');
    const digest = sha256(`${lines.at(-1)}\n`);
    const report = kept.artifacts.get('lockstep-controls');
    expect(kept.statements).toEqual([
      {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: 'lockstep-evidence', digest: { sha256: digest } }],
        predicateType: 'https://github.com/lockstep-ci/lockstep/trail-head/v1',
        predicate: { anchor: `lockstep-anchor ${lines.length} ${digest}` },
      },
      {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: 'controls.json', digest: { sha256: sha256(report?.get('controls.json') ?? '') } }],
        predicateType: 'https://in-toto.io/attestation/svr/v0.1',
        predicate: {
          verifier: { id: expect.stringMatching(/^https:/) },
          timeCreated: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
          properties: ['EVIDENCE_CURRENT:released'],
        },
      },
    ]);

    const anchored = { ...asked, 'anchor-files': 'attestations.jsonl', 'controls-file': '' };
    installEvidence(shop, anchored, { 'attestations.jsonl': `${kept.bundles[0]}\n` });
    const second = await monthly(shop, kept);
    expect([checks(second.run), logs(second.run)]).toEqual([
      ['Evidence / Trail: success', SKIPPED],
      expect.stringContaining('1 anchors'),
    ]);

    // Rewritten: what is there is a chain as good as any, but for the attestation.
    const rewritten = trailOf(shop).replace('"reason":"released"', '"reason":"rollback"');
    expect(rewritten).not.toBe(trailOf(shop));
    shop.consumer.github.commit({ branch: 'lockstep-evidence', files: { [FILE]: rewritten } });
    const changed = await monthly(shop, kept);
    expect(checks(changed.run)).toEqual(['Evidence / Trail: failure', SKIPPED]);
    expect(logs(changed.run)).toContain('attestations.jsonl');
    expect(kept.statements).toHaveLength(3);
  });
});

describe('the page for the public', () => {
  rare('is published where a variable says so, with what the allow-list has and no other file', async () => {
    const shop = await stage.liveShop();
    await release(shop, { version: 2 });
    // Its files are checked out for the map, and one of them is in a folder of the page's name.
    const files = { '.lockstep/controls.yml': CONTROLS, 'status/customers.csv': 'olga,secret\n' };
    installEvidence(shop, { 'controls-file': '.lockstep/controls.yml' }, files);
    const kept = nothingKept();
    const off = await monthly(shop, kept, { LOCKSTEP_PUBLISH_STATUS: 'false' });
    expect([checks(off.run), kept.published]).toEqual([['Evidence / Trail: success', SKIPPED], []]);

    const on = await monthly(shop, kept, { LOCKSTEP_PUBLISH_STATUS: 'true' });
    expect(checks(on.run)).toEqual(['Evidence / Trail: success', 'Publish: success']);
    const [page] = kept.published;
    expect([...(page?.keys() ?? [])]).toEqual(['index.html', 'status.json']);
    expect(page).toEqual(kept.artifacts.get('lockstep-status'));
    const head = shop.consumer.github.state.refs.get('heads/main') ?? 'no commit';
    const text = [...(page?.values() ?? [])].join('\n');
    for (const hidden of ['dana', 'olga', shop.consumer.name, shop.project.name, shop.host, 'Version 2', head])
      expect(text).not.toContain(hidden);
  });

  rare('is red where there is none, and is no reason for other jobs to have a right to Pages', async () => {
    const shop = await stage.liveShop();
    installEvidence(shop, { 'status-title': '' });
    const kept = nothingKept();
    const none = await monthly(shop, kept, { LOCKSTEP_PUBLISH_STATUS: 'true' });
    expect(checks(none.run)).toContain('Publish: failure');
    expect(logs(none.run)).toContain('Artifact not found for name: lockstep-status');
    expect(kept.published).toEqual([]);
    const text = readFileSync(join(shop.consumer.root, '.github/workflows/lockstep-evidence.yml'), 'utf8');
    const { jobs, permissions } = parse(text) as {
      readonly jobs: Readonly<Record<string, { readonly permissions: object }>>;
      readonly permissions: object;
    };
    expect(permissions).toEqual({});
    const ofPages = Object.keys(jobs).filter((name) => 'pages' in (jobs[name]?.permissions ?? {}));
    expect(ofPages).toEqual(['publish']);
    expect(jobs['publish']?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  });
});
