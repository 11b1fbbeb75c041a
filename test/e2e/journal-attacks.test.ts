import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { live, schema } from './ends.ts';
import { start } from './promotion.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { commitChange, installStarters } from './team.ts';

const stage = useStage();

/** A step of the team's own between the swap and the bake, in a job whose every step stands in their workflow. */
function meddle({ consumer }: Shop, run: string): void {
  const path = join(consumer.root, '.github/workflows/lockstep-release.yml');
  const text = readFileSync(path, 'utf8');
  const parts = text.split('      - name: Bake\n');
  expect(parts).toHaveLength(2);
  writeFileSync(path, parts.join(`      - name: Tidy up\n        run: |\n          ${run}\n      - name: Bake\n`));
}

test.each([
  ['removes the journal', 'rm -rf "$RUNNER_TEMP/lockstep"; exit 1'],
  [
    'empties the journal, and points elsewhere',
    ': > "$LOCKSTEP_JOURNAL"; echo LOCKSTEP_JOURNAL= >> "$GITHUB_ENV"; exit 1',
  ],
])('a step that %s after the swap keeps nobody from undoing it, and nothing passes in silence', async (_what, run) => {
  const shop = await stage.liveShop();
  installStarters(shop, ['release'], { plain: true });
  meddle(shop, run);
  await commitChange(shop, { version: 2 });
  const end = await start(shop, 'release', { event: { name: 'push' } });
  expect(end).toMatchObject({
    conclusion: 'failure',
    ...live('v1'),
    // What the journal would have said of it, nobody knows: the old code lives with it.
    ...schema('prescriptions', 'dosage'),
    ledger: ['released: found live', expect.stringMatching(/^unknown: /)],
    told: expect.stringContaining('to: finish'),
  });
  expect(end.errors).toContain('alias-swap: journal-lost');
  expect(end.errors).toContain('migrate: journal-lost');
  expect(end.errors).toContain('release: unknown');
});
