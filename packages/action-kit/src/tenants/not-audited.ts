import type { AuditResult, Refused } from '@lockstep/tenants';

/** What an audit ends with that looked at nothing, for whoever asked for it. */
export function notAuditedEnd(result: Exclude<AuditResult, { readonly kind: 'audited' | 'planned' }>) {
  switch (result.kind) {
    case 'refused':
      return refusedEnd(result.why);
    case 'locked':
      return { verdict: 'unknown', reason: 'lock-timeout', message: `nothing is known: ${result.message}` } as const;
    case 'not-seeded': {
      const message = `no row of ${result.table}: ${result.message}`;
      return { verdict: 'unknown', reason: 'cannot-seed', message } as const;
    }
  }
}

/** Of a database that no audit may touch. */
export function refusedEnd({ detail, kind }: Refused) {
  const why = {
    'is-production': `this is a production server (${detail})`,
    'has-rows': `the database holds rows in ${detail}`,
    'in-use': `the database is in use by ${detail}`,
  };
  return { verdict: 'fail', reason: kind, message: `nothing was written: ${why[kind]}` } as const;
}
