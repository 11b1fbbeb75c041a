import { createHash, randomUUID } from 'node:crypto';
import { asError, isMap, redactData } from '@lockstep/base';
import type { ChannelType } from '../channel.ts';
import type { ReleaseMessage } from '../message.ts';
import { refuseAddress } from '../service-url.ts';
import { Undelivered } from '../undelivered.ts';
import { headline, lookOf, plainText } from '../words.ts';

const CONNECT_TIMEOUT_MS = 10_000;
/** What nodemailer was at when nothing of the mail had been handed over. */
const BEFORE_DATA = ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL FROM', 'RCPT TO'];

/** Its host would be the user, and its port the first digits of the password. */
const TORN = {
  test: ({ hash, pathname, search }: URL) => `${pathname}${search}${hash}`.includes('@'),
  expected: 'expected smtps://USER:PASSWORD@HOST:465, with special characters percent-encoded',
};

/**
 * Mail by SMTP. `smtps://` speaks TLS from the start; `smtp://` insists on STARTTLS as soon as there is a password,
 * except on this machine. All mails of a release are in one thread.
 */
export const email: ChannelType = {
  type: 'email',
  tasks: 'failures',
  open(fields) {
    const smtp = fields.secretUrl('smtp', ['smtps:', 'smtp:']);
    refuseAddress(fields, 'smtp', smtp.reveal(), [TORN]);
    const from = fields.text('from', { required: true, expected: 'an address' });
    const to = fields.list('to', { required: true });
    return {
      place: to.join(', '),
      secrets: [smtp],
      async send(message) {
        const { default: nodemailer } = await import('nodemailer');
        const server = new URL(smtp.reveal());
        const local = ['127.0.0.1', '[::1]', 'localhost'].includes(server.hostname);
        let isHandedOver = false;
        const transport = nodemailer.createTransport({
          host: server.hostname.replace(/^\[|\]$/g, ''),
          port: server.port === '' ? (server.protocol === 'smtps:' ? 465 : 587) : Number(server.port),
          secure: server.protocol === 'smtps:',
          requireTLS: server.protocol === 'smtp:' && server.username !== '' && !local,
          connectionTimeout: CONNECT_TIMEOUT_MS,
          greetingTimeout: CONNECT_TIMEOUT_MS,
          socketTimeout: CONNECT_TIMEOUT_MS,
          ...(server.username === '' ? {} : { auth: login(server) }),
          // The only way to know: where a connection breaks, nodemailer names the connection, whatever it was at.
          transactionLog: true,
          logger: {
            debug: (entry: unknown, words: unknown) => {
              isHandedOver ||= isMap(entry) && entry['tnx'] === 'client' && words === 'DATA';
            },
          },
        });
        try {
          const info = await transport.sendMail({ ...redactData(mail(message)), from, to: [...to] });
          if (info.rejected.length === 0)
            return { delivery: 'accepted', detail: `${server.hostname} accepted the mail` };
          return { delivery: 'failed', detail: `${server.hostname} refused the mail for ${info.rejected.join(', ')}` };
        } catch (thrown) {
          throw undelivered(thrown, server.hostname, isHandedOver);
        } finally {
          transport.close();
        }
      },
    };
  },
};

function login(server: URL): { readonly user: string; readonly pass: string } {
  return { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) };
}

function mail(message: ReleaseMessage) {
  const thread = `<${createHash('sha256').update(message.key).digest('hex').slice(0, 32)}@lockstep.invalid>`;
  return {
    subject: `${lookOf(message).sign} ${headline(message)}${message.summary === '' ? '' : ` (${message.summary})`}`,
    text: plainText(message),
    messageId: `<${randomUUID()}@lockstep.invalid>`,
    inReplyTo: thread,
    references: [thread],
    headers: { 'auto-submitted': 'auto-generated' },
  };
}

function undelivered(thrown: unknown, host: string, isHandedOver: boolean): Undelivered {
  const error = asError(thrown);
  const { code, command, responseCode } = error as {
    readonly code?: string;
    readonly command?: string;
    readonly responseCode?: number;
  };
  const refused = responseCode !== undefined && responseCode >= 400;
  const early = !isHandedOver && command !== undefined && BEFORE_DATA.includes(command);
  return new Undelivered(`the mail server ${host} did not accept the mail`, {
    service: host,
    effect: refused || early ? 'none' : 'unknown',
    retryable: false,
    ...(responseCode === undefined ? {} : { status: responseCode }),
    ...(code === undefined ? {} : { code }),
    ...(code === 'EAUTH' ? { hint: 'check user and password in "smtp"; both are URL-encoded there' } : {}),
    cause: error,
  });
}
