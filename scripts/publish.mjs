#!/usr/bin/env node
/**
 * Publishes a version of this repository: the newest of CHANGELOG.md. Runs in publish.yml, next to tokens that can
 * write: hence Node and git alone, nothing installed. See docs/releasing.md.
 *
 *   node scripts/publish.mjs plan                     says what is to be done, and refuses what must not be
 *   node scripts/publish.mjs tags [--dry-run]         pushes the version's tag and the moving tag, both or neither
 *   node scripts/publish.mjs release [--dry-run]      makes the GitHub Release of the version's tag
 *   node scripts/publish.mjs move v1 v1.2.2 [--dry-run]   takes a version back: leads the moving tag to another
 *
 * Environment: GITHUB_REF_NAME, GITHUB_REPOSITORY, GITHUB_SERVER_URL, GITHUB_API_URL, PUBLISH_TOKEN (contents and
 * workflows: write), GITHUB_STEP_SUMMARY. Each command reads back what it did, and does nothing where it is done.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { isMain } from './is-main.mjs';
import { planMove, planPublish, readChangelog } from './publish-plan.mjs';

const env = (name, otherwise = '') => process.env[name] || otherwise;

function git(...args) {
  return execFileSync('git', args, { encoding: 'utf8', env: { ...process.env, ...credentials() } }).trim();
}

/** As actions/checkout does it: the token is neither in an argument nor in a file. */
function credentials() {
  const token = env('PUBLISH_TOKEN');
  if (token === '') return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${env('GITHUB_SERVER_URL', 'https://github.com')}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  };
}

/**
 * The remote's tags, since what is there counts, not what this clone has: name → commit, and name → what the tag
 * itself is, which is another object where it is annotated.
 */
function remoteTags() {
  const commits = new Map();
  const objects = new Map();
  for (const line of git('ls-remote', '--tags', 'origin').split('\n')) {
    const [sha, ref = ''] = line.split('\t');
    const name = ref.slice('refs/tags/'.length).replace('^{}', '');
    // A line with `^{}` follows that of an annotated tag and names its commit.
    commits.set(name, sha);
    if (!ref.endsWith('^{}')) objects.set(name, sha);
  }
  return { commits, objects };
}

function plan(tags) {
  return planPublish({
    changelog: readChangelog(readFileSync('CHANGELOG.md', 'utf8')),
    tags: tags.commits,
    commit: git('rev-parse', 'HEAD'),
    branch: env('GITHUB_REF_NAME') || git('rev-parse', '--abbrev-ref', 'HEAD'),
  });
}

function describe({ tag, move, done, prerelease, isLatest, notes }) {
  const from = move?.from === undefined ? 'new' : `from ${move.from.slice(0, 7)}`;
  return [
    `## ${tag}`,
    '',
    `- tag ${tag}: ${done ? 'is there already' : 'new'}`,
    `- moving tag: ${move === undefined ? 'stays' : `${move.tag}, ${from}`}`,
    `- GitHub Release: ${prerelease ? 'a prerelease' : isLatest ? 'the latest' : 'not the latest'}`,
    '',
    notes,
    '',
  ].join('\n');
}

/** One push, all or none, and only where each tag still is what was planned on: new ones must not be there. */
function push(commit, names, tags, dryRun) {
  if (names.length === 0) return say('the tags are there already');
  const leases = names.map((name) => `--force-with-lease=refs/tags/${name}:${tags.objects.get(name) ?? ''}`);
  const refs = names.map((name) => `${commit}:refs/tags/${name}`);
  // Not git's own dry run: that asks for a token that can write, and a rehearsal has none.
  if (dryRun) return say(`would push ${refs.join(' ')}`);
  git('push', '--atomic', ...leases, 'origin', ...refs);
  const now = remoteTags().commits;
  const wrong = names.filter((name) => now.get(name) !== commit);
  if (wrong.length > 0) throw new Error(`${wrong.join(', ')}: pushed, but reading back shows another commit`);
  say(`pushed ${refs.join(' ')}`);
}

async function release({ tag, prerelease, isLatest, notes }, dryRun) {
  const { status, body: found } = await api('GET', `releases/tags/${encodeURIComponent(tag)}`);
  if (status === 200) return say(`${tag}: the GitHub Release is there already: ${found.html_url}`);
  if (status !== 404) throw new Error(`GitHub answered ${status} when asked for the release of ${tag}`);
  if (dryRun) return say(`would make the GitHub Release of ${tag}`);
  // Without its tag GitHub would make one by itself, wherever the default branch is by now.
  if (!remoteTags().commits.has(tag)) throw new Error(`${tag}: no such tag; run "tags" first`);
  const made = await api('POST', 'releases', {
    tag_name: tag,
    name: tag,
    body: notes,
    prerelease,
    make_latest: String(isLatest),
  });
  if (made.status !== 201)
    throw new Error(`GitHub answered ${made.status} to the release of ${tag}: ${made.body?.message}; run it again`);
  const { body: seen } = await api('GET', `releases/tags/${encodeURIComponent(tag)}`);
  if (seen?.draft !== false) throw new Error(`${tag}: the GitHub Release was created, but cannot be read back`);
  say(`${tag}: ${seen.html_url}`);
  if (seen.immutable !== true)
    console.log('::warning::the release can still be changed: turn on immutable releases in the repository settings');
}

async function api(method, path, body) {
  const base = `${env('GITHUB_API_URL', 'https://api.github.com')}/repos/${env('GITHUB_REPOSITORY')}`;
  const response = await fetch(`${base}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env('PUBLISH_TOKEN')}`,
      'user-agent': 'lockstep',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : undefined };
}

function say(line) {
  console.log(line);
  if (env('GITHUB_STEP_SUMMARY') !== '') appendFileSync(env('GITHUB_STEP_SUMMARY'), `${line}\n`);
}

async function main(words) {
  const [command, ...args] = words;
  const dryRun = args.includes('--dry-run');
  const [line = '', version = ''] = args.filter((arg) => !arg.startsWith('--'));
  const tags = remoteTags();
  if (command === 'plan') return say(describe(plan(tags)));
  if (command === 'release') return await release(plan(tags), dryRun);
  if (command === 'tags') {
    const { tag, done, move } = plan(tags);
    const names = [...(done ? [] : [tag]), ...(move === undefined ? [] : [move.tag])];
    return push(git('rev-parse', 'HEAD'), names, tags, dryRun);
  }
  if (command === 'move') {
    const move = planMove({ tags: tags.commits, line, version });
    // A checkout holds the newest commit alone, and git pushes only what it has.
    if (!dryRun) git('fetch', '--quiet', '--depth=1', 'origin', `refs/tags/${version}`);
    return push(move.to, move.from === move.to ? [] : [move.tag], tags, dryRun);
  }
  throw new Error('expected one of plan, tags, release, move');
}

if (isMain(import.meta.url)) {
  await main(process.argv.slice(2)).catch((error) => {
    console.error(`::error::${(error.stderr || error.message).trim().replaceAll('\n', '%0A')}`);
    process.exitCode = 1;
  });
}
