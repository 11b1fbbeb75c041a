import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { BEYOND_REPOSITORY, CHANGES, READS } from '../../packages/github/src/endpoints.ts';
import { routeOf } from '../../packages/github/test/routes.ts';
import { githubPaths } from './github-path-rules.ts';

const root = join(import.meta.dirname, '..', '..');
/** They answer in GitHub's place. */
const STAND_INS = ['packages/proving-ground', 'packages/workflow-runner'];
/** It runs beside tokens that can write, where nothing is installed. */
const NOTHING_INSTALLED = ['scripts/publish.mjs'];
/** It prints commands that a person runs, and asks nothing. */
const FOR_PEOPLE = ['packages/platform/src/state/restore-github.ts'];
/** Octokit has no method for these; packages/github/test/routes.test.ts holds each against GitHub's own description. */
const UNKNOWN_TO_OCTOKIT = ['packages/github/src/routes.ts'];
/** Starters and workflows as text, made from the files that other tests judge. */
const WORKFLOWS_AS_TEXT = ['packages/starters/src/files.generated.ts'];
const EXCEPT = [...STAND_INS, ...NOTHING_INSTALLED, ...FOR_PEOPLE, ...UNKNOWN_TO_OCTOKIT, ...WORKFLOWS_AS_TEXT];

const sources = ['packages', 'actions', 'scripts'].flatMap((kind) =>
  readdirSync(join(root, kind), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => kind === 'scripts' || /^[^/]+\/[^/]+\/src\//.test(file)),
);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

test('no path of GitHub stands in the sources: Octokit has them', () => {
  const looked = sources.filter((file) => !EXCEPT.some((one) => file.startsWith(one)));
  expect(looked.length).toBeGreaterThan(200);
  expect(looked.flatMap((file) => githubPaths(textOf(file)).map((path) => `${file}: ${path}`))).toEqual([]);
});

test.each([
  ["await ask('/repos/acme/shop/issues');", '/repos/acme/shop/issues'],
  ["const route = 'GET /repos/{owner}/{repo}/deployments';", 'GET /repos/{owner}/{repo}/deployments'],
  ['github(`/repos/${name}/environments/${id}`)', '/repos/${name}/environments/${id}'],
  ['fetch(`${surroundings.githubApiUrl}/repos/${name}`)', '${surroundings.githubApiUrl}/repos/${name}'],
  ['fetch(`${base}/repos/${name}`)', '${base}/repos/${name}'],
  ['fetch("https://api.github.com/meta")', 'https://api.github.com/meta'],
  ['fetch(`${shell.env.apiUrl}/meta`)', '${shell.env.apiUrl}/meta'],
  ["get('/user')", '/user'],
  ["post('POST /graphql')", 'POST /graphql'],
  ['/* a comment */ x("/orgs/acme") // another', '/orgs/acme'],
])('%s is found', (source, path) => {
  expect(githubPaths(source)).toEqual([path]);
});

test.each([
  "github.read('repos.get', {}) // GET /repos/{owner}/{repo}",
  "/** As `GET /repos/{owner}/{repo}` answers it. */ const shown = 'repository';",
  "const url = 'https://github.com/acme/shop'; const api = 'https://api.github.com';",
  'vercel.read(`/v9/projects/${project}`)',
  "const page = `${serverUrl}/${owner}/${repo}/actions/runs/${id}`; const x = '/users.html';",
])('%s is none', (source) => {
  expect(githubPaths(source)).toEqual([]);
});

test('every endpoint that is declared is one of GitHub, asked somewhere, and reads or changes as it is declared', () => {
  const all = sources
    .filter((file) => !file.endsWith('endpoints.ts'))
    .map(textOf)
    .join('\n');
  const idle = [...READS, ...CHANGES].filter((name) => !all.includes(`'${name}'`));
  expect(idle).toEqual([]);
  expect(READS.filter((name) => !routeOf(name).startsWith('GET '))).toEqual([]);
  expect(CHANGES.filter((name) => routeOf(name).startsWith('GET '))).toEqual([]);
  const elsewhere = [...READS, ...CHANGES].filter((name) => !routeOf(name).includes(' /repos/{owner}/{repo}'));
  expect(elsewhere).toEqual([...BEYOND_REPOSITORY]);
});
