import type { EdgeFunctionSeed } from '@lockstep/proving-ground/supabase';
import type { Row } from './row.ts';

const first = (seeds: EdgeFunctionSeed[], more: Partial<EdgeFunctionSeed>) => void Object.assign(seeds[0] ?? {}, more);
const second = (seeds: EdgeFunctionSeed[], more: Partial<EdgeFunctionSeed>) => void Object.assign(seeds[1] ?? {}, more);
const replaced = (from: string, to: string) => ({
  contract: (text: string) => {
    if (!text.includes(from)) throw new Error(`the contract has no ${from}`);
    return text.replace(from, to);
  },
});

export const COMPATIBILITY: readonly Row[] = [
  [
    'an operation is removed from the contract',
    ['compatibility/operation-removed'],
    replaced('/admin/users:\n    get:', '/admin/users:\n    put:'),
  ],
  [
    'an enumeration of an answer is widened',
    ['compatibility/answer-enum-changed'],
    replaced('enum: [healthy, degraded]', 'enum: [healthy, degraded, down]'),
  ],
  [
    'an enumeration of a request is narrowed',
    ['compatibility/request-enum-changed'],
    replaced('status: { enum: [active, discharged] }', 'status: { enum: [active] }'),
  ],
  [
    'a required field of an answer becomes optional',
    ['compatibility/answer-field-optional'],
    replaced('required: [id, role]', 'required: [id]'),
  ],
  [
    'a status is removed from the contract',
    ['compatibility/status-removed'],
    replaced("'204': { description: gone }", "'202': { description: later }"),
  ],
  [
    'a parameter becomes required',
    ['compatibility/parameter-required'],
    { ...replaced('{ name: page, in: query, schema', '{ name: page, in: query, required: true, example: 1, schema') },
  ],
  [
    'stricter authentication',
    ['compatibility/stricter-auth'],
    replaced('    delete:\n      responses', '    delete:\n      security: [{ bearer: [], key: [] }]\n      responses'),
  ],
];

export const LIVE: readonly Row[] = [
  ['the backend is not live yet', ['requires/live'], { version: '2.3.9' }],
  ['the schema is not live yet', ['requires/live'], { schemaVersion: 20260104 }],
  ['the webhook accepts unsigned events', ['webhook/refuses-unsigned'], { webhook: 'unsigned' }],
  [
    'the webhook accepts any signature',
    ['webhook/refuses-wrong-signature', 'webhook/refuses-stale'],
    { webhook: 'any-signature' },
  ],
  ['the webhook accepts old events', ['webhook/refuses-stale'], { webhook: 'stale' }],
  ['an event that comes twice has two effects', ['webhook/one-effect'], { webhook: 'repeats' }],
  ['an event has no effect', ['webhook/one-effect'], { webhook: 'forgets' }],
  ['an event that comes again is refused', ['webhook/accepts-signed'], { webhook: 'refuses-again' }],
  [
    'a function is not deployed',
    ['function/deployed', 'function/answers', 'function/refuses-no-token'],
    { functions: (seeds) => void seeds.shift() },
  ],
  ['a function is throttled', ['function/active'], { functions: (seeds) => first(seeds, { status: 'THROTTLED' }) }],
  [
    'a function verifies no tokens',
    ['function/verify-jwt', 'function/refuses-no-token'],
    { functions: (seeds) => first(seeds, { verify_jwt: false }) },
  ],
  [
    'a function verifies tokens that its callers do not have',
    ['function/verify-jwt'],
    { functions: (seeds) => second(seeds, { verify_jwt: true }) },
  ],
  [
    'a function is older than its commit',
    ['function/current'],
    { functions: (seeds) => second(seeds, { updated_at: 1 }) },
  ],
  ['a function does not start', ['function/answers'], { functions: (seeds) => second(seeds, { answers: 'crash' }) }],
  [
    'a function that the repository does not have',
    ['function/known'],
    { functions: (seeds) => void seeds.push({ slug: 'old', status: 'ACTIVE', version: 1, updated_at: 1 }) },
  ],
];

export const DATA: readonly Row[] = [
  [
    'a column that the code uses is renamed',
    ['source/column', 'source/drop'],
    {
      sql: [
        'alter table public.patients rename name to full_name',
        'alter table public.patients rename full_name to name',
      ],
    },
  ],
  [
    'a column that the code uses was never made',
    ['source/column'],
    { source: (text) => text.replace('id, name', 'id, surname') },
  ],
  [
    'a table that the code uses was never made',
    ['source/table'],
    { source: (text) => text.replace("from('patients')", "from('people')") },
  ],
  [
    'an embedded table without a relationship',
    ['source/relationship'],
    { source: (text) => text.replace('clinic:clinics(city)', 'audit(at)x').replace('audit(at)x', 'doctors(name)') },
  ],
  [
    'a function with other arguments',
    ['source/function-arguments'],
    { source: (text) => text.replace('{ term }', '{ word: term }') },
  ],
  [
    'a function that no migration makes',
    ['source/function'],
    { source: (text) => text.replace('find_patients', 'seek_patients') },
  ],
  [
    'an orphan',
    ['data/rule'],
    { sql: ["insert into public.patients values (9, 'Bob', true, null)", 'delete from public.patients where id = 9'] },
  ],
  [
    'a row is older than the policy',
    ['data/rule'],
    {
      sql: [
        "insert into public.audit values (9, now() - interval '11 years')",
        'delete from public.audit where id = 9',
      ],
    },
  ],
  [
    'a younger row was deleted',
    ['data/rule'],
    { sql: ['delete from public.audit where id = 2', 'insert into public.audit values (2, now())'] },
  ],
  [
    'required data is missing',
    ['data/rule'],
    {
      sql: [
        'alter table public.patients drop constraint at_clinic; alter table public.clinics rename to clinics_kept; create table public.clinics (like public.clinics_kept); insert into public.clinics select 1, city from public.clinics_kept where false',
        'drop table public.clinics; alter table public.clinics_kept rename to clinics; alter table public.patients add constraint at_clinic foreign key (clinic_id) references public.clinics',
      ],
    },
  ],
  [
    'a served table without row-level security',
    ['data/row-security'],
    {
      sql: [
        'alter table public.clinics disable row level security',
        'alter table public.clinics enable row level security',
      ],
    },
  ],
];
