import { startPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { DURABLE, Lab, racers } from './migrations/lab.mjs';
import { median } from './migrations/measure.mjs';
import { dataFile, smallMigrations } from './migrations/workload.mjs';

const ROUND_TRIP_MS = 30;
/** The tools take turns, so that what else the machine does strikes all of them; the median counts. */
const ROUNDS = 5;

/** The budgets for migrations, beside the other tools that are installed (`node test/bench/migrations/peers.mjs`). */
export async function* bench() {
  const scope = new Scope();
  try {
    yield* measureAll(new Lab(scope, await startPostgres(scope, { settings: DURABLE })));
  } finally {
    await scope[Symbol.asyncDispose]();
  }
}

async function* measureAll(lab) {
  yield* smallFiles(lab, { tables: 100, rounds: ROUNDS });
  yield* smallFiles(lab, { tables: 20, rounds: 1, roundTripMs: ROUND_TRIP_MS });
  yield* largeFile(lab, { rows: 1_000, name: '50 MB of 1000-row INSERTs' });
  yield* largeFile(lab, { rows: 1, name: '50 MB of single INSERTs' });
}

async function* smallFiles(lab, { roundTripMs = 0, rounds, tables }) {
  const files = smallMigrations(tables);
  const what = `${files.length} small migrations${roundTripMs === 0 ? '' : ` at ${roundTripMs} ms a round trip`}`;
  const tools = racers();
  const times = Object.fromEntries(tools.map((tool) => [tool, []]));
  let memory = 0;
  for (let round = 0; round < rounds; round++) {
    console.log(`        ${what}: round ${round + 1} of ${rounds}`);
    for (const tool of tools) {
      const result = await lab.run(tool, files, roundTripMs);
      times[tool].push(result.ms);
      if (tool === 'ours') memory = Math.max(memory, result.megabytes ?? 0);
    }
  }
  yield* compare(what, times, { psql: 1.3 });
  if (memory > 0 && roundTripMs === 0) yield limit(`${what}, memory`, memory, 90);
}

async function* largeFile(lab, { name, rows: perStatement }) {
  const files = dataFile(50, perStatement);
  const tools = racers();
  const times = Object.fromEntries(tools.map((tool) => [tool, []]));
  let own = { megabytes: undefined, server: undefined };
  for (let round = 0; round < ROUNDS; round++) {
    console.log(`        ${name}: round ${round + 1} of ${ROUNDS}`);
    for (const tool of tools) {
      const result = await lab.run(tool, files);
      times[tool].push(result.ms);
      if (tool === 'ours')
        own = { megabytes: most(own.megabytes, result.megabytes), server: most(own.server, result.server) };
    }
  }
  const others = tools.filter((tool) => tool !== 'ours');
  if (others.length > 0) yield fastest(name, times, others);
  if (own.megabytes !== undefined) yield limit(`${name}, memory of the client`, own.megabytes, 160);
  if (own.server !== undefined) yield limit(`${name}, memory of the backend`, own.server, 100);
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
