import { Pool } from 'pg';
import type { Query } from './prescriptions';

/** Session or transaction mode both work: whatever is set is set for one transaction. */
export const pool = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 3,
  connectionTimeoutMillis: 3_000,
  query_timeout: 5_000,
});
pool.on('error', () => undefined); // the next query reports an idle connection that broke

/** Runs `work` in a transaction as this user, the way Supabase's own API does: every policy applies. */
export async function asUser<T>(userId: string, work: (query: Query) => Promise<T>): Promise<T> {
  const claims = JSON.stringify({ sub: userId, role: 'authenticated' });
  return inTransaction(async (query) => {
    await query(
      `select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true),
         set_config('request.jwt.claim.sub', $2, true)`,
      [claims, userId],
    );
    return await work(query);
  });
}

/** Runs `work` in a transaction as the app itself, which no policy holds: for what no user asks. */
export async function inTransaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work((sql, values = []) => client.query(sql, [...values]));
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      // A connection in an unknown state is not used again: it may still be someone else's.
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}
