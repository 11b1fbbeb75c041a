// cspell:ignore vercell verion
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { wordsOf } from '@lockstep/proving-ground/action';
import { platformLines } from '../../../packages/platform/src/index.ts';
import { stage } from './spawn.ts';

test('a policy with mistakes: all of them, each at its line', async () => {
  await using at = await stage(
    'vercell:\n  domains: x\nvercel:\n  node-verion: 24.x\n  firewall: perhaps\nsupabase: 3\n',
  );
  expect(wordsOf(await at.run())).toMatchSnapshot();
});

test('a platform with faults', async () => {
  await using at = await stage(
    'vercel:\n  firewall: true\n  node-version: 24.x\nsupabase:\n  auth-autoconfirm: false\n',
  );
  at.world.vercel.configure(at.world.vercelProject, { nodeVersion: '18.x' });
  at.world.project.settings.auth['mailer_autoconfirm'] = true;
  expect(wordsOf(await at.run())).toMatchSnapshot();
});

test('a dry run', async () => {
  await using at = await stage('vercel:\n  firewall: true\n');
  expect(wordsOf(await at.run({ 'dry-run': 'true' }))).toMatchSnapshot();
});

test('the README has a row for every line, with the permission and its source', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  for (const { expected, forRelease, key, scope, source, title } of platformLines)
    expect(readme).toContain(
      `| \`${key}\` | ${title} | ${expected} | ${forRelease ? 'yes' : ''} | ${scope} | [docs](${source}) |`,
    );
});
