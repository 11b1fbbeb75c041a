import { pool } from '../database';
import type { Checks } from './health';

/** Variables without which this app does not work. */
export const variables: readonly string[] = ['DATABASE_URL', 'SUPABASE_JWT_SECRET'];

/** The columns that this version of the code reads: a build that does not fit the schema is unhealthy. */
export const checks: Checks = {
  prescriptions: {
    run: () => pool.query('select id, clinic_id, patient_id, medicine_id, dosage from prescriptions limit 1'),
  },
  patients: { run: () => pool.query('select id, clinic_id, name, born_on from patients limit 1') },
  // As a user: whether the role and the policies are there.
  policies: {
    run: () =>
      pool
        .query("select 1 from pg_policies where tablename = 'prescriptions' having count(*) >= 2")
        .then(({ rowCount }) => {
          if (rowCount === 0) throw new Error('prescriptions has no policies');
        }),
  },
};
