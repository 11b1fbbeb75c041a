import { type Check, describe } from '@lockstep/base';
import { SqlError } from '@lockstep/postgres';
import { OtherRows } from '../restore/restore.ts';
import { BrokenScript } from '../rows/copy-script.ts';
import { CannotDecrypt } from '../seal/recipients.ts';
import { ChangedObject } from '../seal/sealed-object.ts';
import { MissingObject } from '../targets/target.ts';

const WHOLE = { id: 'backup-whole', title: 'All of the backup is there, as it was stored' } as const;
const RESTORES = { id: 'backup-restores', title: 'The backup can be restored' } as const;

/** What an error says about the backup; undefined where it says nothing about it. */
export function brokenCheck(error: unknown, backup: string): Check | undefined {
  const failed = (kind: typeof WHOLE | typeof RESTORES, reason: string, remedy: string): Check => ({
    ...kind,
    verdict: 'fail',
    reason,
    what: backup,
    measured: describe(error),
    expected: kind === WHOLE ? 'the bytes that were stored' : 'every statement is taken',
    remedy,
  });
  const another = 'do not rely on this backup; make another one, and find out who changed this one';
  if (error instanceof MissingObject) return failed(WHOLE, 'object-missing', another);
  if (error instanceof ChangedObject || error instanceof BrokenScript) return failed(WHOLE, 'object-changed', another);
  if (error instanceof OtherRows) return failed(WHOLE, 'rows-differ', another);
  if (error instanceof CannotDecrypt)
    return failed(
      WHOLE,
      'cannot-decrypt',
      'give the key of one of its recipients; where it is that key, the bytes were changed',
    );
  if (error instanceof SqlError)
    return failed(
      RESTORES,
      'statement-refused',
      'read what the server refuses: a backup that cannot be restored is none',
    );
  return undefined;
}

/** The backup is as it was stored, and every statement was taken. */
export function wholeChecks(backup: string, objects: number, bytes: number): readonly Check[] {
  const whole = { verdict: 'pass', reason: 'backup-whole', what: backup, remedy: '' } as const;
  return [
    { ...WHOLE, ...whole, measured: `${objects} objects, ${bytes} bytes`, expected: 'the bytes that were stored' },
    {
      ...RESTORES,
      ...whole,
      reason: 'restored',
      measured: 'every statement was taken',
      expected: 'every statement is taken',
    },
  ];
}
