import type { Part } from '../facts/part.ts';
import type { SupabaseFacts } from '../supabase/facts.ts';
import { mapped, plain, type State } from './plain.ts';

/** What of a Supabase project is kept. Its health, its backups and what its advisor says are not settings. */
export function supabaseState(facts: SupabaseFacts): Readonly<Record<string, Part<State>>> {
  return {
    project: mapped(facts.project, ({ name, postgresMajor, region }) => ({ name, postgresMajor, region })),
    auth: mapped(facts.auth, (auth) => ({ ...auth })),
    ssl: mapped(facts.ssl, ({ enforced }) => ({ enforced })),
    network: mapped(facts.network, ({ allowed }) => ({ allowed: [...allowed] })),
    keys: mapped(facts.keys, ({ legacyEnabled }) => ({ legacyEnabled })),
    dataApi: mapped(facts.dataApi, (dataApi) => plain(dataApi)),
    functions: mapped(facts.functions, (functions) =>
      Object.fromEntries(functions.map(({ slug, status, verifyJwt = null }) => [slug, { status, verifyJwt }])),
    ),
    backups: mapped(facts.backups, ({ pitrEnabled }) => ({ pitrEnabled })),
    pitrDays: mapped(facts.pitrDays, (days) => days),
    members: mapped(facts.members, (members) => Object.fromEntries(members.map(({ name, role }) => [name, { role }]))),
    buckets: mapped(facts.buckets, (buckets) =>
      Object.fromEntries(buckets.map((bucket) => [bucket.name, { public: bucket.public }])),
    ),
  };
}
