import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail {
  /** Envelope addresses: who the server was told to deliver to. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface MailOptions {
  /** Where given, mail is taken only after this login. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Recipients that it refuses, with the SMTP answer (`550 no such mailbox`). */
  readonly refuse?: Readonly<Record<string, string>>;
}

export interface MailCatcher {
  readonly name: 'mail';
  /** `smtp://127.0.0.1:PORT`, with the login where there is one. */
  readonly url: string;
  readonly mails: readonly CaughtMail[];
  close(): Promise<void>;
}

/** A real SMTP dialogue on loopback, without TLS; keeps the mail instead of delivering it. */
export async function catchMail(options: MailOptions = {}): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const { login, refuse = {} } = options;
  const server = new SMTPServer({
    disabledCommands: login === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    authOptional: login === undefined,
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, done) => {
      const known = auth.username === login?.user && auth.password === login?.password;
      done(known ? null : new Error('535 authentication failed'), known ? { user: auth.username } : undefined);
    },
    onRcptTo: (address, _session, done) => {
      const answer = refuse[address.address];
      done(
        answer === undefined
          ? undefined
          : Object.assign(new Error(answer), { responseCode: Number.parseInt(answer, 10) }),
      );
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const parsed = await PostalMime.parse(Buffer.concat(chunks));
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((recipient) => recipient.address),
          subject: parsed.subject ?? '',
          text: parsed.text ?? '',
          html: parsed.html ?? '',
          headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const user = login === undefined ? '' : `${login.user}:${encodeURIComponent(login.password)}@`;
  return {
    name: 'mail',
    url: `smtp://${user}127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
