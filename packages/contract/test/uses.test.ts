import { describe, expect, test } from '@jest/globals';
import { findUses } from '../src/uses/find-uses.ts';
import { judgeUses, missingOf, unreadUses } from '../src/uses/judge-uses.ts';
import type { Relations } from '../src/uses/relations.ts';
import { readConditions, readSelect } from '../src/uses/select-text.ts';
import { traceGone } from '../src/uses/trace-gone.ts';

const relation = (columns: string, links: Readonly<Record<string, string>> = {}) => ({
  columns: new Set(columns.split(' ')),
  links: Object.entries(links).map(([column, to]) => ({ constraint: `own_${column}`, columns: [column], to })),
});

const schema: Relations = {
  relations: new Map([
    ['public.patients', relation('id name born address')],
    ['public.prescriptions', relation('id patient_id doctor_id dose', { patient_id: 'public.patients' })],
    ['billing.invoices', relation('id total')],
  ]),
  functions: new Map([
    ['public.search', [{ args: ['term', 'most'], required: ['term'], of: '', returns: '' }]],
    ['public.age', [{ args: ['row'], required: ['row'], of: 'public.patients', returns: '' }]],
  ]),
};

const uses = (text: string, file = 'app/page.tsx') =>
  findUses({ file, text: `import { createClient } from '@supabase/supabase-js';\n${text}` }, 'public');
const missing = (text: string) => missingOf(uses(text), schema).map(({ kind, name }) => `${kind} ${name}`);
const unread = (text: string) => unreadUses(uses(text), 'fail').map(({ because }) => because);

describe('calls that the schema answers', () => {
  test.each([
    [`supabase.from('patients').select('id, name, age')`],
    [`supabase.from('patients').select()`],
    [`supabase.from('patients').select('*, prescriptions(id, dose)')`],
    [`supabase.from('prescriptions').select('dose, patient:patients!inner(name)').eq('patient.name', x)`],
    [`supabase.from('prescriptions').select('id, patient_id(name)')`],
    [`supabase.from('prescriptions').select('id, own_patient_id(name)')`],
    [`supabase.from('patients').select('city:address->>city, count(), born::text')`],
    [`supabase.from('patients').select('...prescriptions(total:dose.sum())')`],
    [`supabase.schema('billing').from('invoices').select('total')`],
    [`supabase.rpc('search', { term, most: 3 })`],
    [`supabase.rpc('search', { term })`],
    [`(await createServerClient())!.from('patients').insert([{ name }, { born }]).select('id').single()`],
    [`supabase.from('patients').select('id').or('name.eq.x,and(born.gt.2000-01-01,id.not.is.null)')`],
    ['supabase.from(`patients`).select("id").or(`name.ilike.%${term}%,born.eq.${born}`)'],
    [`Array.from('nothing').map(String); Buffer.from('nothing'); storage.from('nothing').upload(path, file)`],
    [`// supabase.from('nothing').select('x')\nconst said = "supabase.from('nothing').select('x')";`],
  ])('%s', (text) => {
    expect([missing(text), unread(text)]).toEqual([[], []]);
  });
});

describe('what the schema lacks is found', () => {
  test.each([
    [`supabase.from('patient').select('id')`, 'table public.patient'],
    [`supabase.from('patients').select('id, fullname')`, 'column public.patients.fullname'],
    [`supabase.from('patients').select('id').eq('fullname', x)`, 'column public.patients.fullname'],
    [`supabase.from('patients').select('id').order('fullname')`, 'column public.patients.fullname'],
    [`supabase.from('patients').select('id').or('fullname.eq.x')`, 'column public.patients.fullname'],
    [`supabase.from('patients').select('id').match({ fullname })`, 'column public.patients.fullname'],
    [`supabase.from('patients').insert([{ name }, { fullname }])`, 'column public.patients.fullname'],
    [`supabase.from('patients').upsert({ name }, { onConflict: 'fullname' })`, 'column public.patients.fullname'],
    [`supabase.from('prescriptions').select('patients(fullname)')`, 'column public.patients.fullname'],
    [`supabase.from('prescriptions').select('p:patients(id)').eq('p.fullname', 1)`, 'column public.patients.fullname'],
    [`supabase.from('prescriptions').select('doctors(name)')`, 'relationship public.prescriptions → doctors'],
    [`supabase.schema('billing').from('patients').select()`, 'table billing.patients'],
    [`const C = 'id,' + ' fullname'; supabase.from('patients').select(C)`, 'column public.patients.fullname'],
    [`supabase.rpc('seek', { term })`, 'function public.seek'],
    [`supabase.rpc('search', { word: 1 })`, 'function-arguments public.search(word)'],
    [`supabase.rpc('search')`, 'function-arguments public.search()'],
    [`const { data } = await (client as Client).from('patient')\n.select<Row>('id')`, 'table public.patient'],
  ])('%s', (text, expected) => {
    expect(missing(text)).toEqual([expected]);
  });
});

test.each([
  ['supabase.from(table).select()', 'the name of the table is not a constant'],
  ["supabase.from('patients').select(columns)", 'the selected columns or a filter are not a constant'],
  ["supabase.from('patients').insert(row)", 'the written row is not an object with constant keys'],
  ["supabase.from('patients').update({ ...row })", 'the written row is not an object with constant keys'],
  ['supabase.rpc(name)', 'the name of the function is not a constant'],
  ["supabase.schema(s).from('patients').select()", 'the name of the schema is not a constant'],
  ["supabase.from('patients').select(", 'the file could not be parsed'],
  [
    "function a() { const t = 'patients'; } function b() { const t = 'x'; supabase.from(t).select(); }",
    'the name of the table is not a constant',
  ],
])('what is only known when it runs is said, and is no pass: %s', (text, because) => {
  expect(unread(text)).toEqual([because]);
});

test('a place is the line of the call that names it', () => {
  const [found] = missingOf(uses("supabase\n  .from('patients')\n  .select('id')\n  .eq('fullname', 1)"), schema);
  expect(found?.place).toEqual({ file: 'app/page.tsx', line: 5 });
});

test('select and filter texts of other forms are not guessed', () => {
  expect(readSelect('a(b')).toBeUndefined();
  expect(readSelect('a b')).toBeUndefined();
  expect(readConditions('a')).toBeUndefined();
});

describe('a migration that drops', () => {
  const found = uses("supabase.from('patients').select('id, fullname')");
  const before: Relations = {
    ...schema,
    relations: new Map([['public.patients', relation('id fullname')]]),
  };
  const empty: Relations = { relations: new Map(), functions: new Map() };
  const judged = (steps: readonly (readonly [string, Relations])[], rule: 'warn' | 'fail') => {
    const { goneWith, look } = traceGone(found, missingOf(found, schema));
    for (const [file, one] of steps) look(file, one);
    return judgeUses(found, schema, { missing: rule, goneWith });
  };

  test('is named at the code, and names the code', () => {
    const checks = judged(
      [
        ['1.sql', empty],
        ['2.sql', before],
        ['3_rename.sql', schema],
      ],
      'fail',
    );
    expect(checks).toMatchObject([
      {
        id: 'source/column',
        verdict: 'fail',
        where: { file: 'app/page.tsx', line: 2 },
        measured: 'dropped or renamed by 3_rename.sql',
      },
      {
        id: 'source/drop',
        verdict: 'fail',
        what: '3_rename.sql',
        measured: 'public.patients.fullname at app/page.tsx:2',
      },
    ]);
  });

  test('is not blamed for what never was there', () => {
    const checks = judged(
      [
        ['1.sql', empty],
        ['2.sql', schema],
      ],
      'fail',
    );
    expect(checks).toMatchObject([{ id: 'source/column', measured: 'no migration creates it' }]);
  });

  test('is only reported where the caller wants no more', () => {
    expect(
      judged(
        [
          ['2.sql', before],
          ['3.sql', schema],
        ],
        'warn',
      ).map(({ reason, verdict }) => [verdict, reason]),
    ).toEqual([
      ['pass', 'column-missing-reported'],
      ['pass', 'still-used-reported'],
    ]);
  });
});

test('code without any call proves nothing', () => {
  expect(judgeUses([], schema, { missing: 'fail', goneWith: () => undefined })).toMatchObject([
    { verdict: 'unknown', reason: 'no-calls-found' },
  ]);
});
