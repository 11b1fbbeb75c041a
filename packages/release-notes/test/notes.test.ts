import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { hasDownHalf } from '@lockstep/migrations';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { openWorld, type TestWorld } from '../../github/test/world.ts';
import { changeLines, headline, type NotesQuestion, readNotes, renderNotes } from '../src/index.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const reading = { contents: 'read', 'pull-requests': 'read' } as const;
const github = () => world.client({ token: world.token(reading) });

function question(from: string | undefined, to: string, more: Partial<NotesQuestion> = {}): NotesQuestion {
  return {
    environment: 'production',
    service: '',
    from,
    to,
    migrationFolders: ['supabase/migrations', './supabase/rollbacks/'],
    paths: [],
    excludeLabels: [],
    config: '.github/release.yml',
    ...more,
  };
}
const notesOf = (from: string | undefined, to: string, more?: Partial<NotesQuestion>) =>
  readNotes({ github: github(), hasDownHalf }, question(from, to, more));
const titles = (sections: readonly { title: string; changes: readonly { title: string; reference: string }[] }[]) =>
  sections.map(({ title, changes }) => [title, ...changes.map((change) => `${change.reference} ${change.title}`)]);

/** A branch with one commit, merged; gives what main is at then. */
function land(
  title: string,
  files: Record<string, string | null>,
  how: 'merge' | 'squash' | 'rebase' = 'merge',
  more = {},
) {
  const base = world.repo.state.refs.get('heads/main') ?? '';
  const branch = `branch-${world.repo.state.commits.size}`;
  world.repo.commit({ message: 'wip', branch, parents: [base], files, author: 'ann' });
  return world.repo.merge(world.repo.pull({ title, head: branch, user: 'bob', ...more }), 'cleo', how);
}

describe('forward', () => {
  test('pull requests however merged, commits without one, migrations with their down migrations, and who did it', async () => {
    const from = world.repo.commit({ message: 'Live', files: { 'supabase/migrations/1_a.sql': 'select 1;\n' } });
    land('feat(cart): add a cart', {
      'supabase/migrations/2_cart.sql': 'create table cart();\n',
      'supabase/rollbacks/2_cart.sql': 'drop table cart;\n',
    });
    land('Total was wrong', { 'a.ts': '1\n' }, 'squash', { labels: ['bug'] });
    land('perf: faster', { 'b.ts': '1\n' }, 'rebase');
    world.repo.commit({ message: 'chore: tidy\n\nCo-authored-by: Dana <dana@example.com>', author: 'renovate[bot]' });
    const to = world.repo.commit({
      message: 'Ping @everyone',
      files: { 'supabase/migrations/3_b.sql': 'select 2;\n' },
    });
    const notes = await notesOf(from, to);
    expect(titles(notes.gained)).toEqual([
      ['Features', '#1 add a cart'],
      ['Fixes', '#2 Total was wrong'],
      ['Performance', '#3 faster'],
      ['Maintenance', expect.stringMatching(/^[0-9a-f]{7} tidy$/)],
      ['Other changes', expect.stringContaining('Ping @everyone')],
    ]);
    expect(notes).toMatchObject({ direction: 'forward', lost: [], caveats: [] });
    const text = renderNotes(notes, 60_000);
    const blob = `${world.server.url}/acme/shop/blob/${to}/supabase`;
    expect(text).toContain('## Changes in production\n');
    expect(text).toContain(
      `: [5 changes, 2 migrations, 1 without a down migration](${world.server.url}/acme/shop/compare/`,
    );
    expect(text).toContain(`- **cart:** add a cart ([#1](${world.server.url}/acme/shop/pull/1)) by [bob](`);
    expect(text).toContain(
      `| [2\\_cart.sql](${blob}/migrations/2_cart.sql) | [2\\_cart.sql](${blob}/rollbacks/2_cart.sql) |`,
    );
    expect(text).toContain(`| [3\\_b.sql](${blob}/migrations/3_b.sql) | **none** |`);
    expect(text).toMatch(/### Contributors\n\n\[octocat\]\(\S+\), Dana, \[bob\]\(\S+\), \[ann\]\(\S+\)\n$/);
    expect(text).not.toMatch(/renovate|cleo/);
    expect(text).not.toContain('@everyone');
    expect(headline(notes)).toBe('5 changes, 2 migrations, 1 without a down migration');
    expect(changeLines(notes)).toContain('add a cart (#1)');
  });

  test('a down migration in the same file is found, a migration edited after its release is named', async () => {
    const up = '-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n';
    const quoted = "insert into notes values ('\n-- migrate:up\n-- migrate:down\n');\n";
    const from = world.repo.commit({ files: { 'supabase/migrations/1_a.sql': 'select 1;\n' } });
    const to = world.repo.commit({
      files: {
        'supabase/migrations/1_a.sql': 'select 2;\n',
        'supabase/migrations/2_b.sql': up,
        'supabase/migrations/3_c.sql': quoted,
      },
    });
    const text = renderNotes(await notesOf(from, to), 60_000);
    expect(text).toContain('/migrations/2_b.sql) | in the same file |');
    expect(text).toContain('/migrations/3_c.sql) | **none** |');
    expect(text).toContain('### Migrations edited after their release\n\n- supabase/migrations/1\\_a.sql');
  });

  test('the repository sorts by its own categories, and leaves out what it excludes', async () => {
    const yaml = 'changelog:\n  exclude: {labels: [skip]}\n  categories:\n    - {title: Shop, labels: [shop]}\n';
    const from = world.repo.commit({ files: { '.github/release.yml': yaml } });
    land('feat: one', { 'a.ts': '1\n' }, 'merge', { labels: ['shop'] });
    land('feat: two', { 'b.ts': '1\n' }, 'merge', { labels: ['skip'] });
    land('feat: three', { 'c.ts': '1\n' }, 'merge', { labels: ['quiet'] });
    land('feat: four', { 'd.ts': '1\n' });
    const notes = await notesOf(from, 'main', { excludeLabels: ['quiet'] });
    expect(titles(notes.gained)).toEqual([
      ['Shop', '#1 one'],
      ['Features', '#4 four'],
    ]);
  });

  test('of a repository with several apps, only what touches the paths', async () => {
    const from = world.sha;
    land('feat: web', { 'apps/web/a.ts': '1\n' });
    land('feat: admin', { 'apps/admin/a.ts': '1\n' }, 'squash');
    land('fix: shared', { 'packages/ui/a.ts': '1\n' }, 'rebase');
    const notes = await notesOf(from, 'main', { paths: ['apps/web', 'packages/ui/'] });
    expect(titles(notes.gained)).toEqual([
      ['Features', '#1 web'],
      ['Fixes', '#3 shared'],
    ]);
  });
});

test('going back, the same changes are rolled back, their migrations the newest first', async () => {
  const live = world.sha;
  land('feat: cart', { 'supabase/migrations/2_a.sql': 'a\n', 'supabase/migrations/3_b.sql': 'b\n' });
  const notes = await notesOf('main', live);
  expect(notes).toMatchObject({ direction: 'back', gained: [], contributors: [] });
  expect(titles(notes.lost)).toEqual([['Features', '#1 cart']]);
  expect(changeLines(notes)).toEqual(['rolled back: cart (#1)']);
  const text = renderNotes(notes, 60_000);
  expect(text).toContain('## Rolled back in production\n');
  expect(text).toMatch(/that are rolled back[\s\S]*3\\_b\.sql[\s\S]*2\\_a\.sql/);
  expect(headline(notes)).toBe('1 change rolled back, 2 migrations, 2 without a down migration');
});

test('a hotfix from an older commit brings one thing and rolls back another', async () => {
  const base = world.sha;
  land('feat: cart', { 'a.ts': '1\n' });
  const hotfix = world.repo.commit({ message: 'fix: total', branch: 'hotfix', parents: [base] });
  const notes = await notesOf('main', hotfix);
  expect(notes.direction).toBe('both');
  expect(renderNotes(notes, 60_000)).toMatch(
    /### Fixes[\s\S]*total[\s\S]*## Rolled back[\s\S]*### Features[\s\S]*cart/,
  );
});

test('nothing between, and nothing before', async () => {
  const same = await notesOf(world.sha, 'main');
  expect([same.direction, headline(same)]).toEqual(['none', 'no changes']);
  expect(renderNotes(same, 60_000)).toContain('## No changes in production');
  const first = await notesOf(undefined, 'main', { service: 'web' });
  expect([first.direction, headline(first)]).toEqual(['first', 'first release']);
  expect(renderNotes(first, 60_000)).toContain('## First release in production / web');
});

describe('what cannot be read', () => {
  test('pull requests without the permission: commits are told, and which permission is missing', async () => {
    const from = world.sha;
    land('feat: cart', { 'a.ts': '1\n' }, 'squash');
    const notes = await readNotes(
      { github: world.client({ token: world.token({ contents: 'read' }) }), hasDownHalf },
      question(from, 'main'),
    );
    expect(titles(notes.gained)).toEqual([['Features', expect.stringContaining('cart (#1)')]]);
    expect(renderNotes(notes, 60_000)).toContain(
      '> Pull requests could not be read: the job needs `pull-requests: read`',
    );
  });

  test.each([
    ['from', 'v0', 'main'],
    ['to', 'main', '0123456789012345678901234567890123456789'],
  ])('a commit that is not there: %s', async (input, from, to) => {
    await expect(notesOf(from, to)).rejects.toThrow(new RegExp(`^${input}: this repository has no commit`));
  });

  test('two commits without a common history', async () => {
    const orphan = world.repo.commit({ branch: 'orphan', parents: [] });
    await expect(notesOf(world.sha, orphan)).rejects.toThrow('share no history');
  });

  test('a folder outside the repository', async () => {
    const land = world.repo.commit();
    await expect(notesOf(world.sha, land, { paths: ['../x'] })).rejects.toThrow('expected a folder of the repository');
  });

  test('an outage in the middle is an error, not shorter notes', async () => {
    const from = world.sha;
    land('feat: cart', { 'a.ts': '1\n' });
    world.faults.plant({
      service: 'github',
      path: /\/pulls$/,
      times: Infinity,
      effect: { kind: 'status', status: 502 },
    });
    await expect(notesOf(from, 'main')).rejects.toMatchObject({ status: 502 });
    expect(world.faults.hits()[0]).toBeGreaterThan(1);
  });
});

test('what is too long is shortened with a word about it, and never longer than it may be', async () => {
  const from = world.sha;
  for (let n = 1; n <= 120; n++) world.repo.commit({ message: `fix: number ${n} ${'x'.repeat(150)}` });
  const notes = await notesOf(from, 'main');
  expect(notes.gained[0]?.changes).toHaveLength(120);
  for (const limit of [60_000, 10_000, 2_000, 1_000, 100]) {
    const text = renderNotes(notes, limit);
    expect(text.length).toBeLessThanOrEqual(limit);
  }
  const short = renderNotes(notes, 10_000);
  expect(short).toContain('- … and 95 more changes');
  expect(short).toContain('has everything.');
  expect(renderNotes(notes, 60_000)).not.toContain('more changes');
});
