import { InputError } from '@lockstep/base';

/** Who can decrypt: age recipients, or nobody needs to. */
export type Encryption = { readonly kind: 'age'; readonly recipients: readonly string[] } | { readonly kind: 'none' };

/** Encrypts a stream to every recipient. Throws InputError for a recipient that age does not know. */
export async function encrypt(
  plain: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
): Promise<AsyncIterable<Uint8Array>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(ReadableStream.from(plain) as never) as never;
}

/** Why these can be no recipients. A key that decrypts, put here by mistake, is not shown. */
export async function recipientProblems(recipients: readonly string[]): Promise<readonly string[]> {
  if (recipients.length === 0) return ['encrypt-to: at least one age recipient (age1…), or none'];
  const { Encrypter } = await import('age-encryption');
  return recipients.flatMap((recipient, at) => {
    const which = `encrypt-to: line ${at + 1}`;
    if (/AGE-SECRET-KEY/i.test(recipient))
      return [
        `${which} is the key that decrypts; give its recipient (age-keygen -y), and replace that key: it was shown`,
      ];
    try {
      new Encrypter().addRecipient(recipient);
      return [];
    } catch {
      // What does not begin like a recipient may be a passphrase.
      if (/^age1[a-z0-9]{1,2000}$/.test(recipient)) return [`${which}: "${recipient}" is no age recipient (age1…)`];
      return [
        `${which} is no age recipient (age1…); a passphrase or an SSH key cannot be used, age-keygen creates a key`,
      ];
    }
  });
}

/** The key does not open this, or it was changed. */
export class CannotDecrypt extends Error {
  override readonly name = 'CannotDecrypt';
}

/** Decrypts with any of the identities. Throws CannotDecrypt, at the latest at the first byte that is not as it was. */
export async function* decrypt(
  sealed: AsyncIterable<Uint8Array>,
  identities: readonly string[],
): AsyncGenerator<Uint8Array> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  let failure: unknown;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* sealed;
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  try {
    yield* (await decrypter.decrypt(ReadableStream.from(watched()) as never)) as unknown as AsyncIterable<Uint8Array>;
  } catch (cause) {
    if (failure !== undefined) throw failure;
    throw new CannotDecrypt('it cannot be decrypted: another key, or bytes that are not as they were', { cause });
  }
}

/** The identities of a key file of age: its lines but comments. Throws InputError; never shows one. */
export async function readIdentities(text: string): Promise<readonly string[]> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const { Decrypter } = await import('age-encryption');
  const problems = identities.flatMap((identity, at) => {
    try {
      new Decrypter().addIdentity(identity);
      return [];
    } catch {
      return [
        `decrypt-with: key ${at + 1} is no age identity (AGE-SECRET-KEY-…); a passphrase or an SSH key cannot be used`,
      ];
    }
  });
  if (identities.length === 0) problems.push('decrypt-with: no key in it; expected AGE-SECRET-KEY-…');
  if (problems.length > 0) throw new InputError(problems);
  return identities;
}
