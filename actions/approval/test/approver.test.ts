import { expect, test } from '@jest/globals';
import { type Answer, readApprover } from '../src/approver.ts';

const ID = '20261122T040000Z-a1b2c3';
const olga = { login: 'olga', id: 7, type: 'User' };

const said = (eventName: string, payload: object, { answer = 'approve' as Answer, request = '' } = {}) =>
  readApprover({ eventName, event: () => ({ sender: olga, ...payload }) }, answer, request);
const commented = (body: unknown, user: object = olga, action = 'created') =>
  said('issue_comment', { action, comment: { body, user } });
const denied = (body: unknown) =>
  said('issue_comment', { action: 'created', comment: { body, user: olga } }, { answer: 'deny' });

test.each([`/approve-release ${ID}`, `/approve-release ${ID}\n`, `/approve-release ${ID} \r\n`])(
  'the comment %j approves',
  (body) => {
    expect(commented(body)).toEqual({ kind: 'person', by: 'olga', id: 7, isBot: false, request: ID, reason: '' });
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
  expect(commented(body)).toMatchObject({ kind: 'refused', reason: 'not-a-command' });
});

test('an edited comment does not: whoever edits need not be its author', () => {
  expect(commented(`/approve-release ${ID}`, olga, 'edited')).toMatchObject({ reason: 'not-a-command' });
});

test('the button approves what is named', () => {
  expect(said('workflow_dispatch', {}, { request: ID })).toMatchObject({ kind: 'person', by: 'olga', request: ID });
  expect(said('workflow_dispatch', {})).toMatchObject({ reason: 'no-request-named' });
});

test.each(['push', 'schedule', 'repository_dispatch', 'workflow_run', 'pull_request_target'])(
  'a run started by %s is nobody’s approval',
  (event) => {
    expect(said(event, {}, { request: ID })).toMatchObject({ reason: 'not-started-by-person' });
  },
);

test.each([
  [`/deny-release ${ID}`, ''],
  [`/deny-release ${ID} the audit is not over\r\n`, 'the audit is not over'],
  [`/deny-release ${ID} $(touch x); \`y\``, '$(touch x); `y`'],
])('the comment %j denies, with what stands behind the id as the reason', (body, reason) => {
  expect(denied(body)).toMatchObject({ kind: 'person', request: ID, reason });
});

test.each([
  `/approve-release ${ID}`,
  `/deny-release`,
  `/deny-release ${ID}\nnot now`,
  `/deny-release ${ID} ${'a'.repeat(3_000)}`,
  `no /deny-release ${ID}`,
])('a comment that is another or has too much in it does not deny (%#)', (body) => {
  expect(denied(body)).toMatchObject({ kind: 'refused', reason: 'not-a-command' });
});

test('an app that comments is a bot, whatever its name is', () => {
  expect(commented(`/approve-release ${ID}`, { login: 'olga', id: 7, type: 'Bot' })).toMatchObject({ isBot: true });
});

test('an event without a person is nobody’s', () => {
  expect(said('workflow_dispatch', { sender: undefined }, { request: ID })).toMatchObject({
    reason: 'not-started-by-person',
  });
});
