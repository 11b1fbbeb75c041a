import { expect, test } from '@jest/globals';
import { describeTry, InputError, RemoteError, describe as say } from '../src/index.ts';

test('a remote failure is one line with status, code, request id and what to do', () => {
  const error = new RemoteError('Vercel refused the alias', {
    service: 'Vercel',
    status: 403,
    code: 'forbidden',
    requestId: 'fra1::abc',
    retryable: false,
    hint: 'the token needs access to team acme',
  });
  expect(say(error)).toBe(
    'Vercel refused the alias (HTTP 403, forbidden, request fra1::abc); the token needs access to team acme',
  );
});

test('causes follow, each once', () => {
  const cause = new Error('connect ECONNREFUSED', { cause: new Error('ECONNREFUSED') });
  expect(say(new Error('the database cannot be reached', { cause }))).toBe(
    'the database cannot be reached: connect ECONNREFUSED',
  );
});

test('an error of many errors names them all', () => {
  expect(say(new AggregateError([new Error('::1 refused'), new Error('127.0.0.1 refused')], ''))).toBe(
    '::1 refused; 127.0.0.1 refused',
  );
});

test('all problems of the input stay apart, and are one line when described', () => {
  const error = new InputError(['input "a": wrong', 'input "b": wrong']);
  expect(error.problems).toHaveLength(2);
  expect(say(error)).toBe('input "a": wrong; input "b": wrong');
});

test.each([[undefined], [null], ['text'], [42]])('whatever was thrown can be described: %j', (thrown) => {
  expect(typeof say(thrown)).toBe('string');
});

test('an error that is its own cause comes to an end', () => {
  const error = new Error('round');
  error.cause = error;
  expect(say(error)).toBe('round');
});

test('a try that is repeated is described without the words of the service', () => {
  const error = new RemoteError('Stripe: no such key sk_live_x', { service: 'Stripe', status: 500, retryable: true });
  expect(describeTry(error)).toBe('Stripe: HTTP 500');
  expect(describeTry(new RemoteError('reset', { service: 'Vercel', retryable: true }))).toBe('Vercel: no answer');
  expect(describeTry(new Error('mine'))).toBe('mine');
});
