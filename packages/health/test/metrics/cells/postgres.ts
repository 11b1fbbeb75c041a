import pg from 'pg';
import { type Shop, shop, watchDatabase, work } from '../database.ts';
import { type Cells, HOSTILE } from './cell.ts';

const SLOWER = `    query: slower-statements
    min-calls: 20
    success: '[VALUE] < 1.5'`;
const HITS = `    query: cache-hits
    min-samples: 5000
    success: '[VALUE] > 0.5'`;

/** A database whose application has worked for a while, and works on as the case says. */
async function working(metric: string, during: (shop: Shop) => Promise<unknown>) {
  const database = await shop();
  await work(database, 30, 0.002);
  return await watchDatabase(database, metric, async () => void (await during(database)));
}

/** Reads twenty thousand rows again and again, in a transaction that outlasts the watch: until it ends nothing is counted. */
async function reading() {
  const database = await shop();
  await database.run('create table orders as select generate_series(1, 20000) as id');
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const watched = await watchDatabase(database, HITS, async () => {
      await client.query('begin');
      for (let turn = 0; turn < 120; turn++) await client.query('select count(*) from orders');
    });
    // It was there all the while, and only late.
    await client.query('commit; select pg_stat_force_next_flush()');
    const { rows } = await client.query(
      'select blks_hit::int as hits from pg_stat_database where datname = current_database()',
    );
    if (rows[0].hits < 5000) throw new Error(`only ${rows[0].hits} blocks were counted afterwards`);
    return watched;
  } finally {
    await client.end();
  }
}

export const postgres: Cells = {
  'finds a candidate that is worse': () => working(SLOWER, (database) => work(database, 30, 0.015)),
  'passes one that is equal': () => working(SLOWER, (database) => work(database, 30, 0.002)),
  'is unknown on an empty answer': () => working(SLOWER, async () => undefined),
  'is unknown on an error': () => watchDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none' }, SLOWER),
  'is unknown below its minimum of samples': () =>
    working(`${SLOWER}\n    min-samples: 100`, (database) => work(database, 30, 0.015)),
  'is unknown while data is late': reading,
  // The database counts since the watch began, and can be asked about no other time.
  'refuses a window that began before the swap': () => working(`${SLOWER}\n    window: 10m`, async () => undefined),
  'shows nothing of a hostile text': () =>
    working("    query: new-statements\n    failure: '[VALUE] > 0.5'\n    success: '[VALUE] < 0.2'", (database) =>
      work(database, 30, 0.01, ` as "${HOSTILE}", now()`),
    ),
};
