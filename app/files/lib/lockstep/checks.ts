import { Pool } from 'pg';
import type { Checks } from './health';

// Yours: what this app cannot do without, asked the way in which this version of the app asks it.

/** Variables without which this app does not work. */
export const variables: readonly string[] = ['DATABASE_URL'];

const database = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 1,
  connectionTimeoutMillis: 3_000,
  query_timeout: 3_000,
});
database.on('error', () => undefined); // the next query reports an idle connection that broke

/** Name the columns that the code reads: then a build that does not fit the schema is unhealthy. */
export const checks: Checks = {
  database: { run: () => database.query('select 1') },
};
