import type { State } from './plain.ts';
import type { RestoreRequest, RestoreStep, Wanted } from './step.ts';

type Members = Readonly<Record<string, State>>;
const SERVICE = 'supabase';

/** What Supabase's Management API sets. The region, members, buckets, functions and add-ons stay for a person. */
export function supabaseSteps({ changes, parts, place }: Wanted): readonly RestoreStep[] {
  const base = `/v1/projects/${place.supabaseRef}`;
  const has = (part: string) => changes.some(({ path }) => path.startsWith(`${SERVICE}.${part}.`));
  const auth = changes.flatMap(({ after, path }) => {
    const name = path.startsWith('supabase.auth.') ? path.slice('supabase.auth.'.length) : '';
    return name === '' || name === 'custom_smtp' || after === undefined ? [] : [[name, after] as const];
  });
  const steps: RestoreStep[] = [];
  const request = (
    part: string,
    what: string,
    { path, ...how }: Pick<RestoreRequest, 'method' | 'path' | 'query' | 'body'>,
  ): void => {
    steps.push({
      service: SERVICE,
      what,
      how: { kind: 'request', path: `${base}${path}`, values: [], ...how },
      paths: [`${SERVICE}.${part}`],
    });
  };
  if (has('ssl'))
    request('ssl', 'enforcement of TLS', {
      method: 'PUT',
      path: '/ssl-enforcement',
      body: { requestedConfig: { database: (parts['ssl'] as Members)['enforced'] } },
    });
  if (has('network')) {
    const allowed = (parts['network'] as Members)['allowed'] as readonly string[];
    request('network', 'addresses that may reach the database', {
      method: 'POST',
      path: '/network-restrictions/apply',
      body: {
        dbAllowedCidrs: allowed.filter((one) => !one.includes(':')),
        dbAllowedCidrsV6: allowed.filter((one) => one.includes(':')),
      },
    });
  }
  if (auth.length > 0)
    steps.push({
      service: SERVICE,
      what: 'authentication settings',
      how: {
        kind: 'request',
        method: 'PATCH',
        path: `${base}/config/auth`,
        body: Object.fromEntries(auth),
        values: [],
      },
      paths: auth.map(([name]) => `supabase.auth.${name}`),
    });
  if (has('dataApi')) {
    const { maxRows, schemas } = parts['dataApi'] as Members;
    request('dataApi', 'settings of the Data API', {
      method: 'PATCH',
      path: '/postgrest',
      body: {
        db_schema: (schemas as readonly string[]).join(','),
        ...(typeof maxRows === 'number' ? { max_rows: maxRows } : {}),
      },
    });
  }
  if (has('keys'))
    request('keys', 'API keys of the old kind', {
      method: 'PUT',
      path: '/api-keys/legacy',
      query: { enabled: String((parts['keys'] as Members)['legacyEnabled']) },
    });
  return steps;
}
