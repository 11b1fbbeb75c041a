import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { Faults } from '@lockstep/proving-ground/faults';
import { type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { byApproval, type Project, startVercel } from '@lockstep/proving-ground/vercel';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { planFiles, sources, writeFiles } from '../../../test/starters.ts';
import { platformLines } from '../../platform/src/index.ts';
import { type AskGitHub, type AskVercel, checkSettings } from '../../starters/src/index.ts';
import { RELEASE_LINES } from '../../starters/src/settings/policy-needs.ts';
import { githubAsker, vercelAsker } from '../src/commands/doctor/askers.ts';

const INPUTS = {
  'vercel-project': 'web',
  'vercel-team': 'lockstep',
  'production-url': '${{ vars.PRODUCTION_URL }}',
  'approval-environment': 'production-approval',
  'secrets-environment': 'production-emergency',
};
const ALL = {
  actions: 'read',
  'actions-variables': 'read',
  administration: 'read',
  contents: 'read',
  environments: 'read',
  secrets: 'read',
} as const;

let scope: Scope;
let github: Awaited<ReturnType<typeof startGitHub>>;
let vercel: Awaited<ReturnType<typeof startVercel>>;
let repo: RepositorySeed;
let project: Project;
let folder: string;

beforeEach(async () => {
  scope = new Scope();
  const faults = new Faults();
  github = await startGitHub({ faults });
  vercel = await startVercel({ scope, faults });
  project = vercel.addProject({ name: 'web', domains: ['shop.localhost'] });
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  repo = github.repository('acme/shop');
  repo.commit();
  repo.configure({
    secrets: ['VERCEL_TOKEN', 'PROTECTION_BYPASS'],
    organizationVariables: ['PRODUCTION_URL'],
    requiredChecks: { by: 'ruleset', names: ['Verdict'] },
  });
  for (const name of ['production', 'production-emergency']) repo.environment(name, [], { secrets: ['DATABASE_URL'] });
  repo.environment('preview');
  repo.environment('production-approval', ['olga']);
  install({ plain: true });
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  github.expectNoViolations();
  expect(vercel.unmodelled).toEqual([]);
  await github.close();
  await scope[Symbol.asyncDispose]();
});

const plannedOnce = new Map<string, ReturnType<typeof planFiles>>();
function install(options: object = {}, inputs: object = {}): void {
  const all = { inputs: { ...INPUTS, ...inputs }, ...options };
  const key = JSON.stringify(all);
  const planned = plannedOnce.get(key) ?? planFiles([], all);
  plannedOnce.set(key, planned);
  writeFiles(folder, planned.files, true);
}

const never = new AbortController().signal;
const readGitHub = (token: string, base = github.url) =>
  githubAsker('acme/shop', never, { GITHUB_API_URL: base, GITHUB_TOKEN: token });
const readVercel = (url: string, token: string) => vercelAsker(new URL(url), never, { VERCEL_TOKEN: token });
/** What is not there, or could not be seen. */
const findingsOf = async (ask: AskGitHub, vercelReader: AskVercel | undefined) => {
  const world = { sources, github: ask, vercel: vercelReader, server: 'https://github.com' };
  return (await checkSettings(folder, 'acme/shop', world)).filter(({ verdict }) => verdict !== 'there');
};
const check = async (permissions: Readonly<Record<string, 'read'>> = ALL) => {
  const token = github.token({ repository: 'acme/shop', permissions, login: 'olga' });
  const findings = await findingsOf(readGitHub(token), readVercel(vercel.url, vercel.token));
  return findings.map(({ verdict, what }) => `${verdict}: ${what}`);
};

test('where everything is there nothing is said', async () => {
  expect(await check()).toEqual([]);
});

describe('what is missing is said', () => {
  test.each<[string, () => void, RegExp]>([
    [
      'a secret that nothing has',
      () => repo.configure({ secrets: ['PROTECTION_BYPASS'] }),
      /^missing: secret VERCEL_TOKEN: \.github\/workflows\/lockstep-\w+\.yml needs it, in the repository or/,
    ],
    [
      'a secret that another environment has',
      () => repo.environment('production', [], { secrets: [] }),
      /^missing: secret DATABASE_URL: .* environment production$/,
    ],
    ['a variable', () => repo.configure({ organizationVariables: [] }), /^missing: variable PRODUCTION_URL: /],
    [
      'a check that the branch does not require',
      () => repo.configure({ requiredChecks: { by: 'ruleset', names: ['Quality / Verdict'] } }),
      /^missing: required check Verdict: main can be merged to without it/,
    ],
    [
      'an approval that nobody gives',
      () => repo.environment('production-approval', []),
      /^missing: environment production-approval: no one has to approve/,
    ],
    [
      'a rollback that waits for reviewers',
      () => repo.environment('production-emergency', ['olga'], { secrets: ['DATABASE_URL'] }),
      /^missing: environment production-emergency: an emergency rollback waits/,
    ],
    [
      'Actions that are off',
      () => repo.configure({ allowedActions: 'none' }),
      /^missing: GitHub Actions is switched off/,
    ],
    [
      'actions that may not be used',
      () => repo.configure({ allowedActions: { githubOwned: true, patterns: ['acme/*'] } }),
      /^missing: allowed actions: lockstep-ci\/lockstep may not be used/,
    ],
    [
      'a project that Vercel does not know',
      () => install({ plain: true }, { 'vercel-project': 'wep' }),
      /^missing: Vercel's project wep: not there/,
    ],
    [
      'a project whose pushes go live by themselves',
      () => vercel.configure(project, { link: { org: 'acme', repo: 'shop', productionBranch: 'main' } }),
      /^missing: Vercel's own Git deployments: a push to main goes live/,
    ],
    [
      'rolling releases',
      () => vercel.configure(project, { rollingConfig: byApproval(10) }),
      /^missing: rolling releases are on for web/,
    ],
    [
      'a release by stages in a project without them',
      () => install({ plain: true }, { strategy: 'rolling' }),
      /^missing: rolling releases are off for web: switch them on/,
    ],
    [
      'a permission that a call does not grant',
      () => {
        install();
        const path = join(folder, '.github/workflows/lockstep-release.yml');
        writeFileSync(path, readFileSync(path, 'utf8').replace('deployments: write', 'deployments: read'));
        repo.configure({ secrets: ['VERCEL_TOKEN', 'DATABASE_URL', 'PROTECTION_BYPASS'] });
      },
      /^missing: \S+lockstep-release\.yml: job release has to grant deployments: write to release\.yml$/,
    ],
  ])('%s', async (_what, change, said) => {
    change();
    const found = await check();
    expect(found).not.toEqual([]);
    expect([...new Set(found.filter((one: string) => !said.test(one)))]).toEqual([]);
  });

  test('nothing of rolling releases, where the workflow and the project both have them', async () => {
    install({ plain: true }, { strategy: 'rolling' });
    vercel.configure(project, { rollingConfig: byApproval(10) });
    expect(await check()).toEqual([]);
  });

  test('an environment that is not there', async () => {
    install({ plain: true }, { environment: 'staging' });
    expect(await check()).toContain(
      'missing: environment staging: there is none; GitHub would make it, open to every branch',
    );
  });

  test('a protected project without the bypass', async () => {
    vercel.protect(project, 'all_except_custom_domains');
    expect(await check()).toEqual([]);
    repo.configure({ secrets: ['VERCEL_TOKEN'] });
    expect(await check()).toEqual([expect.stringMatching(/^missing: secret PROTECTION_BYPASS: Vercel protects web/)]);
  });
});

describe('a policy of the platform', () => {
  const policy = (text: string) => {
    mkdirSync(join(folder, '.lockstep'), { recursive: true });
    writeFileSync(join(folder, '.lockstep/platform.yml'), text);
  };
  const audited = () => install({ plain: true }, { 'platform-audit': 'require' });

  test('names the secrets of the services that it is about', async () => {
    audited();
    policy('vercel: { firewall: true }\nstripe: { webhooks-live: true }\nsentry:\ngithub: { private: true }\n');
    expect(await check()).toEqual([
      expect.stringMatching(
        /^missing: secret VERCEL_AUDIT_TOKEN: the section "vercel" of \.lockstep\/platform\.yml in/,
      ),
      expect.stringMatching(/^missing: secret LOCKSTEP_AUDIT_TOKEN: the section "github"/),
      expect.stringMatching(/^missing: secret STRIPE_AUDIT_KEY: the section "stripe"/),
    ]);
    const secrets = ['VERCEL_TOKEN', 'PROTECTION_BYPASS', 'VERCEL_AUDIT_TOKEN', 'LOCKSTEP_AUDIT_TOKEN'];
    repo.configure({ secrets: [...secrets, 'STRIPE_AUDIT_KEY'] });
    expect(await check()).toEqual([]);
  });

  test('names the secret of a release only where a release asks for it', async () => {
    policy('supabase: { pitr: true }\n');
    expect(await check()).toEqual([]);
    policy('supabase: { functions-current: [send-mail] }\n');
    expect(await check()).toEqual([
      expect.stringMatching(/^missing: secret SUPABASE_TOKEN: .*lockstep-release\.yml needs it/),
    ]);
  });

  test('that is not there, or cannot be read, is said where an audit compares with it', async () => {
    audited();
    expect(await check()).toEqual([
      expect.stringMatching(/^missing: \.lockstep\/platform\.yml: .*lockstep platform init/),
    ]);
    policy('vercel: [');
    expect(await check()).toEqual(['missing: .lockstep/platform.yml: not readable as YAML']);
  });

  test('the lines that a release asks of Supabase are those of the policy', () => {
    const lines = platformLines.filter(({ forRelease, key }) => forRelease && key.startsWith('supabase.'));
    expect(lines.map(({ key }) => key.slice('supabase.'.length))).toEqual(RELEASE_LINES);
  });
});

describe("Vercel's own Git deployments", () => {
  beforeEach(() => vercel.configure(project, { link: { org: 'acme', repo: 'shop', productionBranch: 'main' } }));
  const file = (deploymentEnabled: unknown) =>
    writeFileSync(join(folder, 'vercel.json'), JSON.stringify({ git: { deploymentEnabled } }));

  test.each([[false], [{ main: false }]])(
    'are off with deploymentEnabled: %j, once the workflow says so',
    async (off) => {
      file(off);
      expect(await check()).toEqual([expect.stringContaining('confirm it with skip-git-deployment-check: true')]);
      install({ plain: true }, { 'skip-git-deployment-check': 'true' });
      expect(await check()).toEqual([]);
    },
  );

  test('are on where another branch alone is off', async () => {
    file({ dev: false });
    expect(await check()).toEqual([expect.stringMatching(/a push to main goes live/)]);
  });

  test('are off where the project makes no deployments of pushes', async () => {
    vercel.configure(project, { createDeployments: 'disabled' });
    expect(await check()).toEqual([]);
  });
});

describe('what cannot be seen is never taken for there', () => {
  test("with a token that may not read settings, as a workflow's own", async () => {
    expect(await check({ actions: 'read', contents: 'read' })).toEqual([
      'unknown: secrets: this token may not list them',
      'unknown: variables: this token may not list them',
      'unknown: allowed actions: this token may not see it',
    ]);
  });

  test('without a token of Vercel, or without an answer', async () => {
    const token = github.token({ repository: 'acme/shop', permissions: ALL, login: 'olga' });
    const seen = async (vercelReader?: AskVercel) =>
      (await findingsOf(readGitHub(token), vercelReader)).map(({ what }) => what);
    expect(await seen()).toEqual(["Vercel's project web: no VERCEL_TOKEN to look with"]);
    expect(await seen(readVercel('http://127.0.0.1:9', 'x'))).toEqual(["Vercel's project web: no answer"]);
  });

  test('without an answer of GitHub: nothing is said of the token, and nothing to be missing', async () => {
    const found = await findingsOf(readGitHub('x', 'http://127.0.0.1:9'), undefined);
    const said = found.map(({ verdict, what }) => `${verdict}: ${what}`);
    expect(said).toEqual(expect.arrayContaining(['unknown: secrets: no answer', 'unknown: variables: no answer']));
    expect(said.filter((one: string) => /^missing|token/.test(one) && !/VERCEL_TOKEN/.test(one))).toEqual([]);
  });

  test("without an answer of an environment's list, in which a secret might be", async () => {
    install({ plain: true });
    repo.configure({ secrets: [] });
    const token = github.token({ repository: 'acme/shop', permissions: ALL, login: 'olga' });
    const read = readGitHub(token);
    const patchy: typeof read = async (endpoint, parameters) =>
      endpoint === 'actions.listEnvironmentSecrets' ? { status: 502 } : read(endpoint, parameters);
    const found = await findingsOf(patchy, undefined);
    const said = found.map(({ verdict, what }) => `${verdict}: ${what}`);
    expect(said).toContain('unknown: secret DATABASE_URL: no answer (HTTP 502)');
    expect(said.filter((one: string) => one.startsWith('missing: secret'))).toEqual([]);
  });

  test("of an environment's secrets that may not reach a workflow of another owner", async () => {
    install();
    const found = await check();
    expect(found.length).toBeGreaterThan(0);
    for (const one of found)
      expect(one).toMatch(
        /^unknown: secret DATABASE_URL: only the environment production\S* has it, and in a workflow/,
      );
  });

  test('in a file that cannot be said as plain steps', async () => {
    const path = join(folder, '.github/workflows/own.yml');
    writeFileSync(
      path,
      'name: Own\non: push\njobs:\n  x:\n    uses: lockstep-ci/lockstep/.github/workflows/gone.yml@v1\n',
    );
    expect(await check()).toEqual([expect.stringMatching(/^unknown: \.github\/workflows\/own\.yml: /)]);
  });
});
