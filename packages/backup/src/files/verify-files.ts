import { createHash } from 'node:crypto';
import type { Check } from '@lockstep/base';
import { inParallel } from '../create/pool.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { objectOf } from '../restore/restore.ts';
import { CannotDecrypt } from '../seal/recipients.ts';
import { ChangedObject, type Opened, openSealed } from '../seal/sealed-object.ts';
import { MissingObject } from '../targets/target.ts';
import { fits } from './copy-files.ts';
import type { FileRecord } from './file-list.ts';

export interface VerifyOptions {
  readonly from: Opened;
  readonly manifest: Manifest;
  readonly parallel: number;
  readonly signal: AbortSignal | undefined;
}

const LISTED = { id: 'files-listed', title: 'Files of Supabase Storage are in the backup' } as const;
const WHOLE = { id: 'files-whole', title: 'Every file is there, as it was stored' } as const;
const NAMED = 5;

/** The files of a backup. Throws what openSealed throws for their list. */
export async function* filesOf({ from, manifest, signal }: VerifyOptions): AsyncGenerator<FileRecord> {
  const { files } = manifest;
  if (files === undefined) return;
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of openSealed(from, objectOf(manifest, files.object), { signal })) {
    const all = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = all.pop() ?? '';
    for (const line of all) yield JSON.parse(line) as FileRecord;
  }
  if (rest !== '') throw new ChangedObject(`${files.object} ends within a line`);
}

/** Reads every file that was copied, compares it with its digest, decrypts it, and compares it with what its row says. */
export async function verifyFiles(options: VerifyOptions): Promise<readonly Check[]> {
  const { files } = options.manifest;
  if (files === undefined) return [];
  const records: FileRecord[] = [];
  for await (const record of filesOf(options)) records.push(record);
  const what = `${files.files} files, ${files.bytes} bytes`;
  if (files.mode === 'list') {
    const remedy = 'nothing, if the bytes are kept elsewhere; else copy them with storage-files: copy';
    const measured = `${records.length} files are listed, and none is copied`;
    return [{ ...LISTED, verdict: 'pass', reason: 'files-listed', what, measured, expected: 'a list', remedy }];
  }
  const broken: string[] = [];
  const workers = Array.from({ length: Math.max(1, options.parallel) }, (_, nth) => nth);
  const kept = records.filter(({ stored }) => stored !== null);
  await inParallel(
    workers,
    kept,
    async (_, record) => {
      const problem = await problemOf(options, record);
      if (problem !== undefined) broken.push(`${record.stored?.name}: ${problem}`);
    },
    () => undefined,
  );
  return [containedCheck(records, what), wholeCheck(kept.length, broken, what)];
}

async function problemOf({ from, signal }: VerifyOptions, record: FileRecord): Promise<string | undefined> {
  if (record.stored === null) return undefined;
  const md5 = createHash('md5');
  let bytes = 0;
  try {
    for await (const chunk of openSealed({ ...from, prefix: '' }, record.stored, { signal })) {
      md5.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if (error instanceof MissingObject) return 'it is not there';
    if (error instanceof ChangedObject) return 'it is not what was stored';
    if (error instanceof CannotDecrypt) return 'it cannot be decrypted';
    throw error;
  }
  if (record.state === 'changed') return undefined;
  const isAsSaid = (record.bytes === null || record.bytes === bytes) && fits(record.etag, md5.digest('hex'));
  return isAsSaid ? undefined : 'it is not what its row says';
}

/** Names of files may be about people: buckets and numbers have to do. */
function containedCheck(records: readonly FileRecord[], what: string): Check {
  const lacking = records.filter(({ state }) => state === 'gone' || state === 'left' || state === 'changed');
  const check = { ...LISTED, what, expected: 'every file that the database knows, as its row says' };
  if (lacking.length === 0)
    return { ...check, verdict: 'pass', reason: 'files-contained', measured: 'every file', remedy: '' };
  const buckets = [...new Set(lacking.map(({ bucket }) => bucket))].sort();
  const words = {
    gone: 'without bytes in Storage',
    left: 'not copied in time',
    changed: 'other bytes than its row says',
  };
  const counts = (['gone', 'left', 'changed'] as const).flatMap((state) => {
    const many = lacking.filter((record) => record.state === state).length;
    return many === 0 ? [] : [`${many} ${words[state]}`];
  });
  return {
    ...check,
    verdict: 'fail',
    reason: 'files-missing',
    measured: `${counts.join(', ')}; in ${buckets.slice(0, NAMED).join(', ')}`,
    remedy: 'the list in the backup names them; what was not copied in time comes with the next backups',
  };
}

function wholeCheck(many: number, broken: readonly string[], what: string): Check {
  const isWhole = broken.length === 0;
  return {
    ...WHOLE,
    verdict: isWhole ? 'pass' : 'fail',
    reason: isWhole ? 'files-whole' : 'file-broken',
    what,
    measured: isWhole ? `${many} files were read` : `${broken.length} of ${many}: ${broken.slice(0, NAMED).join('; ')}`,
    expected: 'the bytes that were stored',
    remedy: isWhole ? '' : 'do not rely on the files of this backup; find out who changed them',
  };
}
