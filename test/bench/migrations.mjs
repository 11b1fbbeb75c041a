import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scope, startPostgres, startProxy } from '@lockstep/proving-ground';
import { median, Peak, timed } from './migrations/measure.mjs';
import { hasPsql, peers, root } from './migrations/peers.mjs';
import { dataFile, layOut, smallMigrations } from './migrations/workload.mjs';

/** A server as it is run in production: the time to make a commit durable is part of every tool's time. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', shared_buffers: '128MB' };
const ROUND_TRIP_MS = 30;
/** The tools take turns, so that what else the machine does strikes all of them; the median counts. */
const ROUNDS = 5;

/** The budgets for migrations, beside the other tools that are installed (`node test/bench/migrations/peers.mjs`). */
export async function bench() {
  const scope = new Scope();
  try {
    return await measureAll(new Lab(scope, await startPostgres(scope, { settings: DURABLE })));
  } finally {
    await scope[Symbol.asyncDispose]();
  }
}

async function measureAll(lab) {
  return [
    ...(await smallFiles(lab, { tables: 100, rounds: ROUNDS })),
    ...(await smallFiles(lab, { tables: 20, rounds: 1, roundTripMs: ROUND_TRIP_MS })),
    ...(await largeFile(lab, { rows: 1_000, name: '50 MB of 1000-row INSERTs' })),
    ...(await largeFile(lab, { rows: 1, name: '50 MB of single INSERTs' })),
  ];
}

class Lab {
  #scope;
  #postgres;
  #count = 0;

  constructor(scope, postgres) {
    this.#scope = scope;
    this.#postgres = postgres;
  }

  /** Runs one tool on files, on a new database; the most memory of its backends beside its own. */
  async run(tool, files, roundTripMs = 0) {
    const name = `bench_${++this.#count}`;
    await this.#postgres.createDatabase(name);
    const checkout = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
    const folder = layOut(checkout, files, tool);
    const direct = this.#postgres.url(name);
    const proxy =
      roundTripMs === 0 ? undefined : await startProxy(this.#scope, this.#postgres.port, { delayMs: roundTripMs / 2 });
    const url = proxy === undefined ? direct : direct.replace(`:${this.#postgres.port}/`, `:${proxy.port}/`);
    const [command, args, env] = commandOf(tool, files)(url, folder, checkout);
    const backends = new Backends(this.#postgres, name);
    try {
      const result = await timed(command, args, { cwd: checkout, env: { PATH: process.env.PATH, ...env } });
      return { ...result, server: backends.megabytes };
    } finally {
      await backends.stop();
      await this.#postgres.dropDatabase(name);
      rmSync(checkout, { recursive: true, force: true });
    }
  }
}

function commandOf(tool, files) {
  if (tool === 'ours') return ours;
  if (tool !== 'psql') return peers()[tool];
  return (url, folder) => [
    'psql',
    [
      '-X',
      '-q',
      '-o',
      '/dev/null',
      '-v',
      'ON_ERROR_STOP=1',
      // One file is one transaction for everybody else too.
      ...(files.length === 1 ? ['-1'] : []),
      ...files.flatMap(([name]) => ['-f', join(folder, name)]),
      url,
    ],
    {},
  ];
}

/** The bundled action, as the runner starts it. */
function ours(url, _folder, checkout) {
  const temp = join(checkout, 'temp');
  mkdirSync(temp);
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'ENV', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(temp, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  const env = { ...files, 'INPUT_DATABASE-URL': url, GITHUB_WORKSPACE: checkout, RUNNER_TEMP: temp };
  return [process.execPath, [join(root, 'dist/migrate/index.js')], env];
}

/** The most memory that a backend of a database held. */
class Backends {
  #peaks = new Map();
  #timer;
  #looking = Promise.resolve();

  constructor(postgres, database) {
    const look = async () => {
      const rows = await postgres
        .query('select pid from pg_stat_activity where datname = $1', [database])
        .catch(() => []);
      for (const { pid } of rows) if (!this.#peaks.has(pid)) this.#peaks.set(pid, new Peak(pid));
    };
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(look);
    }, 200);
  }

  get megabytes() {
    const all = [...this.#peaks.values()].map((peak) => peak.megabytes ?? 0);
    return all.length === 0 ? undefined : Math.max(...all);
  }

  async stop() {
    clearInterval(this.#timer);
    await this.#looking;
    for (const peak of this.#peaks.values()) peak.stop();
  }
}

async function smallFiles(lab, { roundTripMs = 0, rounds, tables }) {
  const files = smallMigrations(tables);
  const tools = ['ours', ...(hasPsql ? ['psql'] : []), ...Object.keys(peers())];
  const times = Object.fromEntries(tools.map((tool) => [tool, []]));
  let memory = 0;
  for (let round = 0; round < rounds; round++) {
    for (const tool of tools) {
      const result = await lab.run(tool, files, roundTripMs);
      times[tool].push(result.ms);
      if (tool === 'ours') memory = Math.max(memory, result.megabytes ?? 0);
    }
  }
  const what = `${files.length} small migrations${roundTripMs === 0 ? '' : ` at ${roundTripMs} ms a round trip`}`;
  const rows = compare(what, times, { psql: 1.3 });
  if (memory > 0 && roundTripMs === 0) rows.push(limit(`${what}, memory`, memory, 90));
  return rows;
}

async function largeFile(lab, { name, rows: perStatement }) {
  const files = dataFile(50, perStatement);
  const tools = ['ours', ...(hasPsql ? ['psql'] : []), ...Object.keys(peers())];
  const times = Object.fromEntries(tools.map((tool) => [tool, []]));
  let own = { megabytes: undefined, server: undefined };
  for (let round = 0; round < ROUNDS; round++) {
    for (const tool of tools) {
      const result = await lab.run(tool, files);
      times[tool].push(result.ms);
      if (tool === 'ours')
        own = { megabytes: most(own.megabytes, result.megabytes), server: most(own.server, result.server) };
    }
  }
  const others = tools.filter((tool) => tool !== 'ours');
  const rows = others.length === 0 ? [] : [fastest(name, times, others)];
  if (own.megabytes !== undefined) rows.push(limit(`${name}, memory of the client`, own.megabytes, 160));
  if (own.server !== undefined) rows.push(limit(`${name}, memory of the backend`, own.server, 100));
  return rows;
}

function most(a, b) {
  return a === undefined ? b : Math.max(a, b ?? 0);
}

/** Against each other tool: within its factor, or simply faster. */
function compare(what, times, factors) {
  const mine = median(times.ours);
  return Object.entries(times)
    .filter(([tool]) => tool !== 'ours')
    .map(([tool, all]) => {
      const ratio = mine / median(all);
      const factor = factors[tool] ?? 1;
      const measured = `${seconds(mine)}, ${ratio.toFixed(2)} × ${tool} (${seconds(median(all))})`;
      return { what, measured, budget: `≤ ${factor} × ${tool}`, ok: ratio <= factor };
    });
}

function fastest(what, times, others) {
  const [tool] = others.toSorted((a, b) => median(times[a]) - median(times[b]));
  const ratio = median(times.ours) / median(times[tool]);
  const all = others.map((other) => `${other} ${seconds(median(times[other]))}`).join(', ');
  const measured = `${seconds(median(times.ours))}, ${ratio.toFixed(2)} × ${tool} (${all})`;
  return { what, measured, budget: '≤ 1.3 × the fastest of them', ok: ratio <= 1.3 };
}

function limit(what, megabytes, most) {
  return { what, measured: `${Math.round(megabytes)} MB`, budget: `≤ ${most} MB`, ok: megabytes <= most };
}

function seconds(ms) {
  return `${(ms / 1_000).toFixed(2)} s`;
}
