import { afterAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { opening } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());
const [source, scratch] = await Promise.all([borrowPostgres(scope), borrowPostgres(scope)]);
const url = await source.createDatabase('shop');
await source.query(
  'create table public.people (id int); insert into public.people values (1), (2); create unlogged table public.cache (id int)',
  [],
  'shop',
);
const empty = await source.createDatabase('empty');
const key = await generateIdentity();
const to = scope.folder('lockstep-backups-');
const nothing = scope.folder('lockstep-backups-');

/** What differs from run to run, by what it is. */
function steady(text: string): string {
  return text
    .replaceAll(to, 'PLACE')
    .replaceAll(nothing, 'NO-PLACE')
    .replace(/\d{8}T\d{6}Z-[0-9a-f]{8}/g, 'ID')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\d+(\.\d+)? (s|MB)\b/g, 'N $2')
    .replace(/\d+ bytes/g, 'N bytes')
    .replace(/(\| )(\d+h )?(\d+m )?\d+(ms|s|m|h)( \|)/g, '$1TIME$5')
    .replace(/\d+ (seconds|minutes|hours|days) (ago|old)/g, 'TIME $2')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/age1[a-z0-9]{20,}/g, 'RECIPIENT');
}

/** What people read of a step. All sentences of this action are asserted here, and only here. */
async function wordsOf(inputs: Readonly<Record<string, string>>) {
  const step = await spawnAction('backup', { to, ...inputs });
  return {
    end: steady(step.log.split('\n').findLast((line) => line.startsWith('backup: ')) ?? ''),
    annotations: step.annotations.map(({ level, message }) => steady(`${level}: ${message.split('\n')[0]}`)),
    summary: steady(step.summary),
  };
}

const recipient = await identityToRecipient(key);
const create = { 'database-url': url, 'encrypt-to': recipient };
const drill = { command: 'drill', 'scratch-database-url': scratch.url(), 'decrypt-with': key };
const restore = {
  ...{ command: 'restore', 'target-database-url': await scratch.createDatabase('standby'), 'decrypt-with': key },
  'confirm-target': '127.0.0.1/standby',
};

const test = opening(6);

// In this order: each finds what the ones before it have left.
test.each<[string, Readonly<Record<string, string>>]>([
  ['wrong inputs', { 'encrypt-to': 'none', to: 's3://acme', tier: 'hourly', every: '1 day' }],
  ['a key instead of a recipient', { ...create, 'encrypt-to': 'age1notakey' }],
  ['an empty database', { ...create, 'database-url': empty }],
  ['no backup to drill', { ...drill, to: nothing }],
  ['no backup at all', { command: 'status', to: nothing }],
  ['backed up', create],
  ['a dry run of a drill', { ...drill, 'dry-run': 'true' }],
  ['drilled', drill],
  ['the source as the scratch server', { ...drill, 'scratch-database-url': source.url() }],
  ['another key', { ...drill, 'decrypt-with': await generateIdentity() }],
  ['the state after it', { command: 'status', 'max-drill-age': '35d' }],
  ['not confirmed', { ...restore, 'confirm-target': 'standby' }],
  ['restored', restore],
  ['restored again', restore],
  ['a table that is not in it', { ...restore, tables: 'public.nurses' }],
])('words: %s', async (_name, inputs) => {
  expect(await wordsOf(inputs)).toMatchSnapshot();
});
