import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { count, formatDuration, InputError, nameSome } from '@lockstep/base';
import { builtinActions } from '@lockstep/workflow-runner';
import { repositoryRoot } from '../action/repository-root.ts';
import { dispatch } from '../ground/dispatch.ts';
import { type ProvingGround, startProvingGround } from '../ground/ground.ts';
import { progressLine } from '../ground/progress.ts';
import { openShop, type Shop } from '../ground/shop.ts';
import { startPostgres } from '../postgres/index.ts';
import { endOnSignals } from '../scope/end-on-signals.ts';
import { Scope } from '../scope/scope.ts';
import { startTraffic } from '../traffic/traffic.ts';
import { isOnPath } from '../vercel/app-folder.ts';
import { searchPath } from '../vercel/build-command.ts';
import { byApproval } from '../vercel/rolling-state.ts';
import { HOME } from './contracts.ts';
import { type Guard, startGuard } from './guard.ts';
import { type Known, lay } from './lay.ts';
import type { RehearsalOptions } from './options.ts';
import { registriesOf } from './registries.ts';
import { type RehearsedCommit, type RehearsedRepository, readRepository } from './repository.ts';
import { type EndedRun, startOf } from './start.ts';
import { tell, tellAttempt, withoutLinks } from './tell.ts';
import { planTrigger, pushMisses, readOn, type Trigger } from './trigger.ts';
import { callsCli, cliAdvice, dependenciesIn, NEEDS_ACCOUNT } from './vercel-cli.ts';

/** How long a run goes on after something in it would have asked another machine. */
const REFUSED_FOR_MS = 3_000;
/** Said first: what does not go through is not held by a promise. */
const LIMIT =
  'Node.js programs, git, and programs that use a proxy, such as curl, are kept on this machine; a program that connects directly, such as psql or ssh, is not';
const WORKFLOWS = '.github/workflows';
/** In percent; all users follow. */
const STAGES = [10, 50];

/** What the runs of a rehearsal share. */
interface Rehearsal {
  readonly options: RehearsalOptions;
  readonly repository: RehearsedRepository;
  readonly shop: Shop;
  readonly guard: Guard;
  readonly secrets: Readonly<Record<string, string>>;
  /** Runs that have ended, the oldest first. */
  readonly ended: EndedRun[];
  /** What was said of the workflows already. */
  readonly said: Set<string>;
}

/**
 * Runs workflows of somebody's repository on the proving ground: its newest commits are released, its pull requests
 * looked at, its buttons pressed. Nothing outside of this machine is asked; where something would, it stops and says
 * what. Resolves to whether the last run went well. Throws InputError where there is nothing to rehearse.
 */
export async function rehearse(wish: RehearsalOptions): Promise<boolean> {
  const print = (line: string) => wish.print(withoutLinks(line));
  const options = { ...wish, print };
  const { keep } = options;
  const scope = new Scope();
  endOnSignals(scope);
  let good = false;
  try {
    const repository = readRepository(scope, options);
    tellUncommitted(repository, options);
    print(`note: ${LIMIT}`);
    const guard = await startGuard(scope, registriesOf(repository.root, options.inputs['registry-url']));
    const shop = await openShop(await startGround(scope, guard, options.postgres), nameOf(options.folder), {
      rootDirectory: options.rootDirectory ?? null,
      env: options.env,
    });
    guard.leadVercelCli(shop.ground.vercel.url);
    const secrets = { ...shop.secrets, PREVIEW_DATABASE_SERVER: await previewServer(shop), ...options.secrets };
    const rehearsal: Rehearsal = { options, repository, shop, guard, secrets, ended: [], said: new Set() };
    good = await runAll(rehearsal);
    if (keep) {
      print(
        `\nLeft up; end it with Ctrl-C:\n  the app       http://${shop.host}/\n  the database  ${shop.databaseUrl}`,
      );
      await new Promise<void>((done) => scope.signal.addEventListener('abort', () => done(), { once: true }));
    }
  } finally {
    await scope[Symbol.asyncDispose]();
  }
  return good;
}

/** With the PostgreSQL that was named. */
function startGround(scope: Scope, { env }: Guard, home: RehearsalOptions['postgres']): Promise<ProvingGround> {
  return startProvingGround(scope, {
    processEnv: env,
    startPostgres: (within, wanted) => startPostgres(within, home === undefined ? wanted : { ...wanted, home }),
  });
}

async function runAll(rehearsal: Rehearsal): Promise<boolean> {
  const { options, repository, guard } = rehearsal;
  const [first = '', ...then] = options.workflows;
  const newest = repository.commits.at(-1);
  const runs = [
    ...repository.commits.map((commit) => ({ commit, workflow: first })),
    ...then.flatMap((workflow) => (newest === undefined ? [] : [{ commit: newest, workflow }])),
  ];
  let good = false;
  for (const { commit, workflow } of runs) {
    options.print(`\n${commit.sha.slice(0, 7)} ${commit.title}${options.workflows.length > 1 ? ` · ${workflow}` : ''}`);
    good = await runOne(rehearsal, commit, workflow);
    const [attempt] = guard.attempts();
    if (attempt === undefined) continue;
    for (const line of tellAttempt(attempt)) options.print(line);
    return false;
  }
  return good;
}

async function runOne(rehearsal: Rehearsal, commit: RehearsedCommit, workflow: string): Promise<boolean> {
  const { options, shop, guard, secrets, ended } = rehearsal;
  const { ground, consumer, runner } = shop;
  const trigger = triggerOf(rehearsal, commit, workflow);
  const branch = trigger.kind === 'pull-request' ? branchFor(rehearsal, commit) : undefined;
  const sha = commitHere(rehearsal, commit, `Commit ${commit.sha}`, workflow);
  const start = startOf({ shop, trigger, commit: { sha, title: commit.title }, branch, earlier: ended });
  const { pull, ...started } = start;
  const cli = usesAccount(rehearsal, readFileSync(join(consumer.root, workflow), 'utf8'));
  const before = shop.messages().length;
  const visitors = ground.vercel.holder(shop.host) === null ? undefined : visit(shop);
  const run = await dispatch(ground, runner, consumer, {
    ...started,
    sha,
    workflow,
    secrets: cli ? { ...secrets, VERCEL_TOKEN: ground.vercel.token } : secrets,
    vars: { ...shop.vars, ...options.vars },
    actions: { ...Object.fromEntries(options.mirrors.map((name) => [name, repositoryRoot()])), ...options.actions },
    env: guard.env,
    signal: ground.scope.signal,
    onEvent: (event) => {
      const line = progressLine(event);
      if (line !== undefined) options.print(line);
    },
  });
  // Whoever was refused gets the time to say so in its log.
  let over: NodeJS.Timeout | undefined;
  const ignore = guard.onAttempt(() => {
    over = setTimeout(() => run.cancel(), REFUSED_FOR_MS);
  });
  const began = Date.now();
  const result = await run.result.finally(() => {
    ignore();
    clearTimeout(over);
  });
  const visits = (await visitors?.stop())?.visits;
  await ground.vercel.settled();
  const took = formatDuration(Date.now() - began);
  ended.push({
    runId: run.runId,
    workflow: nameIn(readFileSync(join(consumer.root, workflow), 'utf8')),
    conclusion: result.conclusion,
  });
  for (const line of await tell(shop, { result, took, before, visits, pull })) options.print(`    ${line}`);
  if (branch !== undefined) consumer.switchTo('main');
  return result.conclusion === 'success' || result.conclusion === 'skipped';
}

/** What starts the workflow in this commit. Throws InputError where nothing that is wished does. */
function triggerOf({ options, repository, shop, said }: Rehearsal, commit: RehearsedCommit, workflow: string): Trigger {
  repository.checkOut(commit, shop.consumer.root);
  const path = join(shop.consumer.root, workflow);
  if (!existsSync(path))
    throw new InputError(
      existsSync(join(repository.root, workflow))
        ? `${workflow}: it is there, and not in this commit: commit it, or add --uncommitted`
        : `${workflow}: there is no such file; install it with "lockstep init", or name another one with --workflow`,
    );
  const on = readOn(readFileSync(path, 'utf8'));
  const isFirst = workflow === options.workflows[0];
  // What is said of how one starts is said of the last of several, and of the only one.
  const isLast = workflow === options.workflows.at(-1);
  const trigger = planTrigger(workflow, on, {
    event: isLast ? options.event : undefined,
    inputs: isLast ? options.dispatchInputs : {},
    comment: isLast ? options.comment : undefined,
  });
  const misses = trigger.kind === 'push' && isFirst ? pushMisses(on, repository.branch) : undefined;
  if (misses !== undefined && !said.has(misses)) {
    said.add(misses);
    options.print(`    note: ${misses}`);
  }
  return trigger;
}

/** A branch for a pull request, whose base is what the commit came after. */
function branchFor(rehearsal: Rehearsal, commit: RehearsedCommit): string {
  const { consumer } = rehearsal.shop;
  if (consumer.github.state.refs.get('heads/main') === undefined) {
    const parent = rehearsal.repository.parentOf(commit);
    if (parent === undefined) consumer.commit('Start');
    else commitHere(rehearsal, parent, `Commit ${parent.sha}`);
  }
  const branch = `rehearsal-${commit.sha.slice(0, 7)}`;
  consumer.switchTo(branch);
  return branch;
}

/** Where nobody said which token it gets. */
function usesAccount({ options }: Rehearsal, workflow: string): boolean {
  return options.secrets['VERCEL_TOKEN'] === undefined && callsCli(workflow);
}

/** Commits the files of a commit to the repository here, its workflows told where the services are. */
function commitHere(rehearsal: Rehearsal, commit: RehearsedCommit, message: string, workflow?: string): string {
  const { options, repository, shop, secrets, said } = rehearsal;
  const { ground, consumer, host, project } = shop;
  repository.checkOut(commit, consumer.root);
  const here = {
    project,
    productionUrl: `http://${host}`,
    team: ground.vercel.team,
    vercelApi: ground.vercel.url,
    slackApi: ground.slack.apiUrl,
    hostFor: (name: string) => `${name.replace(/[^A-Za-z0-9]+/g, '-')}.localhost:${ground.vercel.edge.port}`,
    secrets: new Set(Object.keys(secrets)),
    given: options.inputs,
  };
  const folder = join(consumer.root, WORKFLOWS);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  for (const path of names.map((name) => `${WORKFLOWS}/${name}`)) {
    const file = join(consumer.root, path);
    const laid =
      path === workflow
        ? lay(readFileSync(file, 'utf8'), here, knownOf(options), path)
        : layLoosely(file, here, options);
    writeFileSync(file, laid.text);
    if (path !== workflow) continue;
    if (laid.rolls) rollOut(rehearsal);
    if (said.has(path)) continue;
    said.add(path);
    if (laid.missing.length > 0)
      options.print(`    note: empty here, give them by --secret NAME=VALUE: ${laid.missing.join(', ')}`);
    const advice = cliAdvice(laid.text, {
      dependencies: dependenciesIn([consumer.root, join(consumer.root, options.rootDirectory ?? '.')]),
      isOnPath: (program) => isOnPath(program, searchPath()),
    });
    if (advice !== undefined) options.print(`    note: ${advice}`);
    else if (usesAccount(rehearsal, laid.text)) options.print(`    note: ${NEEDS_ACCOUNT}`);
  }
  return consumer.commit(message);
}

/** Switches rolling releases on, as the settings of the real project have them, unless a run has written stages of its own. */
function rollOut({ options, shop }: Rehearsal): void {
  const { vercel } = shop.ground;
  const project = vercel.project(shop.project.id);
  if (project.rollingConfig !== null) return;
  vercel.configure(project, { rollingConfig: byApproval(...STAGES) });
  options.print(`    note: rolling releases are switched on here, with stages of ${STAGES.join(' % and ')} %`);
}

/** A workflow that is not rehearsed itself, but may be called: what is wrong with it is said once it is rehearsed. */
function layLoosely(file: string, here: Parameters<typeof lay>[1], options: RehearsalOptions): ReturnType<typeof lay> {
  const text = readFileSync(file, 'utf8');
  try {
    return lay(text, here, knownOf(options), file);
  } catch {
    return { text, missing: [], rolls: false };
  }
}

function knownOf({ mirrors, actions }: RehearsalOptions): Known {
  return { homes: [HOME, ...mirrors], others: [...Object.keys(builtinActions), ...Object.keys(actions)] };
}

function tellUncommitted({ uncommitted }: RehearsedRepository, { withUncommitted, print }: RehearsalOptions): void {
  if (uncommitted.length === 0) return;
  const what = `${count(uncommitted.length, 'path')} with changes that are not committed (${nameSome(uncommitted, 5)})`;
  print(
    withUncommitted
      ? `note: with ${what}; a release on GitHub has what is committed and pushed`
      : `note: without ${what}; --uncommitted takes them along`,
  );
}

/** A server for databases of pull requests, as a user who may make them. */
async function previewServer({ ground }: Shop): Promise<string> {
  await ground.postgres.query("create role previews login createdb password 'pass/word+of-previews'");
  const server = new URL(ground.postgres.url('postgres', 'previews'));
  server.password = 'pass/word+of-previews';
  return server.href;
}

function nameIn(text: string): string {
  return (
    /^name: *(.+)$/m
      .exec(text)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, '$2') ?? ''
  );
}

/** What is a host, a database and a project of Vercel's at once. */
function nameOf(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(name) ? name.slice(0, 40) : 'app';
}

function visit({ ground, host }: Shop) {
  return startTraffic({
    port: ground.vercel.edge.port,
    host,
    connections: 2,
    pauseMs: 20,
    signal: ground.scope.signal,
  });
}
