import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { planFiles, sources, templates, writeFiles } from '../../../test/starters.ts';
import { defaultBranch, repositoryOf, suggestOptions } from '../src/index.ts';
import { packedSources } from '../src/packed.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const workflows = '.github/workflows';
const names = [...templates.keys()];
interface Job {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
}
const jobsOf = (text: string | undefined): Readonly<Record<string, Job>> => parse(text ?? '').jobs;

let into: string;
beforeEach(() => {
  into = mkdtempSync(join(tmpdir(), 'install-'));
});
afterEach(() => rmSync(into, { recursive: true, force: true }));

describe('a starter', () => {
  test.each(names)('%s says of itself what GitHub shows', (name) => {
    const properties = JSON.parse(readFileSync(join(root, 'workflows-templates', `${name}.properties.json`), 'utf8'));
    expect(properties).toMatchObject({ name: expect.stringMatching(/^Lockstep: /), description: expect.any(String) });
    expect(properties.iconName).toMatch(/^octicon [a-z-]+$/);
    expect(Object.keys(properties).sort()).toEqual(
      expect.arrayContaining(['categories', 'description', 'iconName', 'name']),
    );
    for (const pattern of properties.filePatterns ?? []) expect(() => new RegExp(pattern)).not.toThrow();
  });

  test.each([...templates])('%s passes every secret that a workflow of ours takes, by its name', (name, text) => {
    for (const { uses = '', secrets = {} } of Object.values(jobsOf(text))) {
      const [, called] = /\/\.github\/workflows\/([\w-]+)\.yml@/.exec(uses) ?? [];
      if (called === undefined) continue;
      const { on } = parse(readFileSync(join(root, workflows, `${called}.yml`), 'utf8'));
      const takes = Object.keys(on.workflow_call.secrets ?? {});
      // Code that nobody has looked at yet gets production's database by nobody's default.
      const expected = takes.filter((secret) => name !== 'lockstep-pull-request' || secret !== 'DATABASE_URL');
      expect(Object.keys(secrets).sort()).toEqual(expected.sort());
      for (const [secret, value] of Object.entries(secrets)) expect(value).toBe(`\${{ secrets.${secret} }}`);
    }
  });

  test('has a name of its own', () => {
    const files = readdirSync(join(root, 'workflows-templates')).filter((file) => file.endsWith('.properties.json'));
    const shown = files.map((file) => JSON.parse(readFileSync(join(root, 'workflows-templates', file), 'utf8')).name);
    expect(new Set(shown).size).toBe(shown.length);
    expect(files.map((file) => file.replace('.properties.json', '')).sort()).toEqual([...names].sort());
  });
});

test('names are filled in where a workflow takes them, and what is left is said', () => {
  const { files, missing } = planFiles(['pull-request'], {
    inputs: { 'vercel-project': 'shop', 'install-command': 'pnpm i' },
  });
  const jobs = jobsOf(files.get(`${workflows}/lockstep-pull-request.yml`));
  expect(jobs['preview']?.with).toMatchObject({ 'vercel-project': 'shop' });
  expect(jobs['quality']?.with).toEqual({
    ...{ 'tenant-audit': 'off', 'access-review': 'off' },
    'install-command': 'pnpm i',
  });
  expect(missing).toEqual(['lockstep-pull-request.yml: vercel-team is still YOUR-VERCEL-TEAM']);
});

test.each(['0123', '1e3', '0x1f', 'true', 'null', '~', '', 'eu-central-1 # mine', '*', 'a: b', ' a '])(
  'what is a text for a workflow stays the text %j',
  (value) => {
    const { files } = planFiles(['backup'], { inputs: { 's3-region': value, to: 's3://acme/shop' } });
    expect(jobsOf(files.get(`${workflows}/lockstep-backup.yml`))['backup']?.with).toMatchObject({ 's3-region': value });
  },
);

test('a misspelled name is refused, and so is a value of another type', () => {
  const plan = (inputs: Readonly<Record<string, string>>) => () => planFiles(['backup'], { inputs });
  expect(plan({ 's3-regoin': 'eu-central-1' })).toThrow(
    /no called workflow has an input s3-regoin; there is .*s3-region/,
  );
  expect(plan({ parallel: 'many' })).toThrow('--with parallel: expected a number, got "many"');
  expect(plan({ create: 'maybe' })).toThrow('--with create: expected a boolean, got "maybe"');
  expect(plan({ parallel: '*x' })).toThrow('--with parallel: expected a number, got "*x"');
  expect(plan({ parallel: '8', create: 'true' })).not.toThrow();
});

test('every reference is at the version that was asked for', () => {
  const { files } = planFiles([], { ref: 'v1.2.3' });
  const uses = [...files.values()].flatMap((text) =>
    [...text.matchAll(/uses: (lockstep-ci\S+)/g)].map((match) => match[1]),
  );
  expect(uses.length).toBeGreaterThanOrEqual(5);
  expect(uses.filter((one) => !one?.endsWith('@v1.2.3'))).toEqual([]);
});

describe('the branch that is released, where none is named', () => {
  const of = (answers: Readonly<Record<string, string>>) => defaultBranch(async (command = '') => answers[command]);
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['is what the remote says', { 'symbolic-ref': 'origin/trunk', 'for-each-ref': 'main' }, 'trunk'],
    ['may have slashes', { 'symbolic-ref': 'origin/release/next' }, 'release/next'],
    ['is the only one', { 'for-each-ref': 'master', branch: 'master' }, 'master'],
    ['is main among others', { 'for-each-ref': 'feature\nmain\nmaster', branch: 'feature' }, 'main'],
    ['is master where there is no main', { 'for-each-ref': 'feature\nmaster', branch: 'feature' }, 'master'],
    ['is what is checked out, of others', { 'for-each-ref': 'a\nb', branch: 'b' }, 'b'],
    ['is what is checked out before the first commit', { branch: 'trunk' }, 'trunk'],
    ['is main where there is no repository', {}, 'main'],
  ])('%s', async (_what, answers, branch) => {
    expect(await of(answers)).toBe(branch);
  });
});

test('what is released is the branch that is named', () => {
  const release = (options: object) => planFiles(['release'], options).files.get(`${workflows}/lockstep-release.yml`);
  expect(release({})).toContain('branches: [main]');
  expect(release({ branch: 'trunk' })).toContain('branches: [trunk]');
});

test('a set that is named is its own: files, workflows, and what they follow', () => {
  const options = { named: 'admin', inputs: { service: 'admin' } };
  const { files } = planFiles(['release', 'recover'], options);
  expect([...files.keys()]).toEqual([
    `${workflows}/lockstep-release-admin.yml`,
    `${workflows}/lockstep-recover-admin.yml`,
  ]);
  const [release, recover] = [...files.values()].map((text) => parse(text));
  expect(release).toMatchObject({ name: 'Release admin', jobs: { release: { with: { service: 'admin' } } } });
  for (const followed of recover.on.workflow_run.workflows) expect(followed).toMatch(/ admin$/);
  expect(recover).toMatchObject({
    name: 'Recover admin',
    on: { workflow_run: { workflows: expect.arrayContaining(['Release admin']) } },
  });
});

test('plain steps call no workflow of ours, take the same inputs, and name our actions at their version', async () => {
  const inputs = { 'vercel-project': 'shop', 'approval-environment': 'production-approval' };
  const { files } = planFiles(names, { plain: true, ref: 'v1.2.3', inputs });
  expect([...files.keys()].sort()).toEqual(names.map((name) => `${workflows}/${name}.yml`).sort());
  for (const text of files.values()) {
    expect(text).not.toMatch(/\$\/|workflow_call|\.github\/workflows\/[\w-]+\.yml@/);
    expect([...text.matchAll(/lockstep-ci\/lockstep\/actions\/[\w-]+@(\S+)/g)].map(([, ref]) => ref)).not.toEqual([]);
    expect(text).not.toMatch(/lockstep-ci\/lockstep\/actions\/[\w-]+@(?!v1\.2\.3)/);
  }
  const release = jobsOf(files.get(`${workflows}/lockstep-release.yml`));
  expect(release).toMatchObject({ approve: { environment: { name: 'production-approval' } } });
});

test('for a server of your own everything is named by its mirror, without what servers lack', () => {
  const { files } = planFiles([], { plain: true, mirror: 'platform/lockstep', olderServer: true });
  for (const text of files.values()) {
    expect(text).not.toContain('lockstep-ci/lockstep/');
    expect(text).toContain('uses: platform/lockstep/actions/');
    expect(text).not.toMatch(/^ +(queue|deployment): /m);
  }
});

test('where none is named, what is another way to release, or needs settings of its own, is left out', () => {
  const others = ['alert-drill', 'approve', 'backend', 'backup', 'drill', 'evidence', 'promote', 'scan', 'stage'].map(
    (name) => `lockstep-${name}`,
  );
  const usual = [...planFiles([]).files.keys()].map((path) => path.replace(/.*\/(.*)\.yml/, '$1'));
  expect(usual.sort()).toEqual([...names].filter((name) => !others.includes(name)).sort());
});

test('a schedule keeps its time zone, unless a server does not know it', () => {
  const scheduleOf = (olderServer: boolean) => {
    const { files } = planFiles(['backup'], { inputs: { to: 's3://b/p', 'encrypt-to': 'age1x' }, olderServer });
    return parse(files.get(`${workflows}/lockstep-backup.yml`) ?? '').on.schedule;
  };
  expect(scheduleOf(false)).toMatchObject([{ timezone: 'Etc/UTC' }, { timezone: 'Etc/UTC' }]);
  expect(scheduleOf(true)).toEqual([{ cron: '23 2 * * *' }, { cron: '23 14 * * *' }]);
});

test('an input that no workflow has is an error', () => {
  expect(() => planFiles([], { inputs: { 'vercel-projekt': 'shop' } })).toThrow(/vercel-projekt/);
});

test('a starter that is not there is an error that names those that are', () => {
  expect(() => planFiles(['pull-requests'])).toThrow(/no starter "pull-requests"; expected one of .*pull-request/);
});

test('a file that is there and differs is never written over, nor anything beside it, unless it may be', () => {
  const { files } = planFiles([]);
  const path = `${workflows}/lockstep-cleanup.yml`;
  mkdirSync(join(into, workflows), { recursive: true });
  writeFileSync(join(into, path), 'mine');
  expect(() => writeFiles(into, files)).toThrow(/lockstep-cleanup\.yml: there already/);
  expect(readdirSync(join(into, workflows))).toEqual(['lockstep-cleanup.yml']);
  expect(writeFiles(into, files, true)).toContain(path);
  expect(writeFiles(into, files)).toEqual([]);
});

test('where migrations have policies the audit of tenants is proposed, unless it was decided', () => {
  const suggest = (name: string, inputs = {}) =>
    suggestOptions(into, [`${workflows}/lockstep-${name}.yml`], inputs).join();
  expect(suggest('pull-request')).not.toContain('tenant-audit');
  mkdirSync(join(into, 'supabase/migrations'), { recursive: true });
  writeFileSync(join(into, 'supabase/migrations/1_a.sql'), 'create policy own on public.note using (true);');
  expect(suggest('pull-request')).toMatch(/--with tenant-audit=worse.*\.lockstep\/tenants\.yml/);
  expect(suggest('release')).not.toContain('tenant-audit');
  expect(suggest('pull-request', { 'tenant-audit': 'off' })).not.toContain('tenant-audit');
  mkdirSync(join(into, '.lockstep'));
  writeFileSync(join(into, '.lockstep/tenants.yml'), '');
  expect(suggest('pull-request')).not.toContain('describe the tenants');
});

test('with the audit of every week that of the settings is proposed, unless it was decided', () => {
  const suggest = (name: string, inputs = {}) =>
    suggestOptions(into, [`${workflows}/lockstep-${name}.yml`], inputs).join();
  expect(suggest('audit')).toMatch(/--with platform-audit=require .*lockstep platform init" first/);
  expect(suggest('release')).not.toContain('platform-audit');
  expect(suggest('audit', { 'platform-audit': 'off' })).toBe('');
  mkdirSync(join(into, '.lockstep'));
  writeFileSync(join(into, '.lockstep/platform.yml'), '');
  expect(suggest('audit')).not.toContain('platform init');
});

test('what the package carries is what is here: starters, workflows, and inputs of actions (scripts/docs.mjs)', () => {
  expect(packedSources).toEqual(sources);
  expect(sources.workflows.size).toBeGreaterThan(10);
});

test.each([
  ['https://github.com/acme/shop.git', 'acme/shop'],
  ['https://x-access-token@github.com/acme/shop', 'acme/shop'],
  ['git@github.com:acme/shop.js.git', 'acme/shop.js'],
  ['ssh://git@ghe.example:22/acme/shop/', 'acme/shop'],
  ['/home/somebody/acme/shop', undefined],
  ['../shop', undefined],
])('the repository of %s is %s', async (url, name) => {
  expect(await repositoryOf(async () => url)).toBe(name);
});
