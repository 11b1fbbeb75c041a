import { expect, test } from '@jest/globals';
import { readEnvFile, realSecrets } from '../src/commands/rehearse/env-file.ts';

test('a file of variables is read as tools read it', () => {
  const text = [
    '# the app',
    'NAME=shop',
    'export REGION = fra1 # near',
    `QUOTED="a # b\\nc" # a comment`,
    "SINGLE='$DATABASE_URL\\n'",
    'URL=https://shop.example/#top',
    'EMPTY=',
    '',
  ].join('\r\n');
  expect(readEnvFile(text, '.env')).toEqual({
    values: {
      ...{ NAME: 'shop', REGION: 'fra1', QUOTED: 'a # b\nc', SINGLE: '$DATABASE_URL\\n' },
      ...{ URL: 'https://shop.example/#top', EMPTY: '' },
    },
    problems: [],
  });
});

test('what is wrong is said with its line, and without the line', () => {
  const { problems } = readEnvFile('A=1\ngeheim geheim\n9X=1\nB="open\n', '.env');
  expect(problems).toEqual([
    ...['.env:2: expected NAME=VALUE', '.env:3: expected NAME=VALUE', '.env:4: its quote has no end'],
  ]);
});

test.each([
  ['STRIPE_SECRET_KEY', 'sk_live_51HabcdefghijkL', true],
  ['SERVICE', 'eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZSJ9.c2ln', true],
  ['POSTGRES_URL', 'postgresql://me:pw@db.abc.supabase.co:5432/postgres', true],
  ['RESEND_API_KEY', 're_aBcDeFgHiJkL123', true],
  ['POSTGRES_URL', 'postgresql://me:pw@127.0.0.1:5432/postgres', false],
  ['POSTGRES_URL', '$DATABASE_URL', false],
  ['STRIPE_SECRET_KEY', 'sk_test_abcdefghijkl', false],
  ['API_KEY', 'xxxxxxxxxxxxxxxx', false],
  ['NEXT_PUBLIC_ANON_KEY', 'abcdefghijklmnop', false],
  ['MONKEY_NAME', 'abcdefghijklmnop', false],
  ['REGION', 'europe-west-frankfurt', false],
])('%s of %s is a secret in use: %s', (name, value, expected) => {
  expect(realSecrets({ [name]: value })).toEqual(expected ? [name] : []);
});
