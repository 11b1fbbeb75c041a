import { afterEach, expect, test } from '@jest/globals';
import { catchMail, type MailCatcher, type MailOptions } from '@lockstep/proving-ground/mail';
import { channelTypes, deliver } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { message, rolledBack, surroundings, world } from './samples.ts';

let catcher: MailCatcher | undefined;
afterEach(() => catcher?.close());

async function send(options: MailOptions = {}, url?: (url: string) => string, one = rolledBack) {
  catcher ??= await catchMail(options);
  const smtp = (url ?? ((same) => same))(catcher.url);
  const yaml = `- type: email\n  smtp: ${smtp}\n  from: ci@example.com\n  to: [ops@example.com, dba@example.com]`;
  return await deliver(parseTargets(yaml, channelTypes, surroundings), one, new Map(), { ...world, timeoutMs: 5_000 });
}
afterEach(() => {
  catcher = undefined;
});

test('the mail has everything in plain text, and a release is one thread', async () => {
  expect(await send({}, undefined, message)).toMatchObject([{ delivery: 'accepted' }]);
  await send();
  const [first, second] = catcher?.mails ?? [];
  expect(second).toMatchObject({
    from: 'ci@example.com',
    to: ['ops@example.com', 'dba@example.com'],
    subject: '🟡 production / web: rolled back (v2: faster checkout)',
  });
  expect(second?.text).toContain('migrate: pass, went down from 12 to 10');
  expect(second?.headers['references']).toBe(first?.headers['references']);
  expect(second?.headers['message-id']).not.toBe(first?.headers['message-id']);
});

test('a server that wants a login gets it', async () => {
  expect(await send({ login: { user: 'ci', password: 'p@ss/word' } })).toMatchObject([{ delivery: 'accepted' }]);
});

test('a wrong password fails for certain and is shown nowhere', async () => {
  const reports = await send({ login: { user: 'ci', password: 'right-password' } }, (url) =>
    url.replace('right-password', 'wrong-password'),
  );
  expect(reports).toMatchObject([{ delivery: 'failed', detail: expect.stringContaining('check user and password') }]);
  expect(JSON.stringify(reports)).not.toContain('wrong-password');
});

test('one refused recipient is a failure that names it', async () => {
  const reports = await send({ refuse: { 'dba@example.com': '550 no such mailbox' } });
  expect(reports).toMatchObject([{ delivery: 'failed', detail: expect.stringContaining('dba@example.com') }]);
  expect(catcher?.mails).toHaveLength(1);
});

test('a server that is not there fails for certain', async () => {
  const closed = await catchMail();
  await closed.close();
  expect(await send({}, () => closed.url)).toMatchObject([{ delivery: 'failed' }]);
});

test('a password is never sent in the clear to another machine', async () => {
  const reports = await send({}, (url) => url.replace('//127.0.0.1', '//ci:hunter2hunter2@127.0.0.2'));
  expect(reports[0]?.delivery).toBe('failed');
  expect(catcher?.mails).toEqual([]);
});
