import { expect, test } from '@jest/globals';
import { whoSays } from '../src/who-says.ts';

const ID = '20261122T040000Z-a1b2c3';
const olga = { login: 'olga', type: 'User' };

const said = (eventName: string, payload: object, { actor = 'olga', request = '' } = {}) =>
  whoSays({ eventName, event: () => ({ sender: olga, ...payload }), actor }, request);
const commented = (body: unknown, user: object = olga, action = 'created') =>
  said('issue_comment', { action, comment: { body, user } });

test.each([`/approve-release ${ID}`, `/approve-release ${ID}\n`, `/approve-release ${ID} \r\n`])(
  'the comment %j approves',
  (body) => {
    expect(commented(body)).toEqual({ kind: 'said', by: 'olga', isBot: false, request: ID });
  },
);

test.each([
  ['talk around it', `please /approve-release ${ID}`],
  ['something after it', `/approve-release ${ID} thanks`],
  ['a second line', `/approve-release ${ID}\nrm -rf /`],
  ['quotes', `/approve-release "${ID}"`],
  ['a command', '/approve-release $(touch x)'],
  ['another form of id', '/approve-release 123'],
  ['another case', `/Approve-release ${ID}`],
  ['two spaces', `/approve-release  ${ID}`],
  ['other digits', '/approve-release ２0261122T040000Z-a1b2c3'],
  ['no text', undefined],
  ['a list', [`/approve-release ${ID}`]],
])('a comment with %s does not', (_what, body) => {
  expect(commented(body)).toMatchObject({ kind: 'nobody', reason: 'not-a-command' });
});

test('an edited comment does not: whoever edits need not be its author', () => {
  expect(commented(`/approve-release ${ID}`, olga, 'edited')).toMatchObject({ reason: 'not-a-command' });
});

test('the button approves what is named', () => {
  expect(said('workflow_dispatch', {}, { request: ID })).toMatchObject({ kind: 'said', by: 'olga', request: ID });
  expect(said('workflow_dispatch', {})).toMatchObject({ reason: 'no-request-named' });
});

test.each(['push', 'schedule', 'repository_dispatch', 'workflow_run', 'pull_request_target'])(
  'a run started by %s is nobody’s approval',
  (event) => {
    expect(said(event, {}, { request: ID })).toMatchObject({ reason: 'not-by-a-person' });
  },
);

test('a run that somebody else started again is not theirs', () => {
  expect(said('workflow_dispatch', {}, { request: ID, actor: 'dana' })).toMatchObject({ reason: 'started-by-another' });
  expect(said('workflow_dispatch', {}, { request: ID, actor: 'Olga' })).toMatchObject({ kind: 'said' });
});

test('an app that comments is a bot, whatever its name is', () => {
  expect(commented(`/approve-release ${ID}`, { login: 'olga', type: 'Bot' })).toMatchObject({ isBot: true });
});

test('an event without a person is nobody’s', () => {
  expect(said('workflow_dispatch', { sender: undefined }, { request: ID })).toMatchObject({
    reason: 'not-by-a-person',
  });
});
