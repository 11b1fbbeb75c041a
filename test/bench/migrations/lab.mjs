import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProxy } from '@lockstep/proving-ground/proxy';
import { Peak, timed } from './measure.mjs';
import { hasPsql, peers, root } from './peers.mjs';
import { layOut } from './workload.mjs';

/** The tools that are there, ours first. */
export const racers = () => ['ours', ...(hasPsql ? ['psql'] : []), ...Object.keys(peers())];

/** A server as it is run in production: the time to make a commit durable is part of every tool's time. */
export const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', shared_buffers: '128MB' };

/** Runs the tools, each on a new database. */
export class Lab {
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
