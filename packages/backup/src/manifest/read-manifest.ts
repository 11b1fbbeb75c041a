import { Fields, isMap } from '@lockstep/base';
import { ChangedObject, type Opened, openSealed } from '../seal/sealed-object.ts';
import { type BackupTarget, MissingObject, type ReadOptions } from '../targets/target.ts';
import {
  CONTENTS_KIND,
  type Contents,
  MANIFEST_KIND,
  MANIFEST_NAME,
  type Manifest,
  manifestDigest,
} from './manifest.ts';

/** A manifest of 100,000 objects. */
const LONGEST = 64 * 1024 * 1024;

/** `newer`: written by a later version of this program; `edited`: not as it was written; `unreadable`: nothing of ours. */
export type ReadManifest =
  | { readonly kind: 'read'; readonly manifest: Manifest }
  | { readonly kind: 'missing' }
  | { readonly kind: 'newer' | 'edited' | 'unreadable'; readonly why: string };

export async function readManifest(target: BackupTarget, prefix: string, options: ReadOptions): Promise<ReadManifest> {
  let text: string;
  try {
    text = await textOf(await target.get(`${prefix}${MANIFEST_NAME}`, options));
  } catch (error) {
    if (error instanceof MissingObject) return { kind: 'missing' };
    throw error;
  }
  return parseManifest(text, prefix);
}

export function parseManifest(text: string, prefix: string): ReadManifest {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', why: 'it is no JSON' };
  }
  if (!isMap(data)) return { kind: 'unreadable', why: 'it is no JSON object' };
  const kind = data['kind'];
  if (kind !== MANIFEST_KIND) {
    const version = /^lockstep-backup\/(\d+)$/.exec(String(kind))?.[1];
    if (version === undefined) return { kind: 'unreadable', why: 'it is no manifest of a backup' };
    return { kind: 'newer', why: `it is of version ${version}, and this program reads version 1` };
  }
  const { digest, ...rest } = data as unknown as Manifest;
  if (digest !== manifestDigest(rest)) return { kind: 'edited', why: 'its digest is not that of its text' };
  const problems = shapeProblems(data);
  if (problems.length > 0) return { kind: 'unreadable', why: problems.join('; ') };
  if (prefix !== `${rest.tier}/${rest.id}/`)
    return { kind: 'edited', why: `it is of the backup ${rest.tier}/${rest.id}, and is kept as ${prefix}` };
  return { kind: 'read', manifest: { ...rest, digest } };
}

/** Only what we go on with before the contents are compared: the digest has shown that it is as it was written. */
function shapeProblems(data: Readonly<Record<string, unknown>>): readonly string[] {
  const fields = new Fields(data, 'manifest');
  for (const name of ['id', 'tier', 'takenAt', 'finishedAt']) fields.text(name, { required: true });
  for (const name of ['source', 'encryption', 'totals', 'contents', 'tool']) {
    if (fields.map(name) === undefined) fields.complain(name, 'required');
  }
  if (!Array.isArray(data['objects'])) fields.complain('objects', 'expected a list');
  return fields.problems;
}

/** The contents, which must be of this manifest. Throws MissingObject, CannotDecrypt, ChangedObject. */
export async function readContents(from: Opened, manifest: Manifest, options: ReadOptions): Promise<Contents> {
  const text = await textOf(openSealed(from, manifest.contents, options));
  const contents = JSON.parse(text) as Contents;
  if (contents.kind !== CONTENTS_KIND) throw new ChangedObject('the contents are of another version');
  const { id, takenAt, source } = manifest;
  const isOfIt =
    contents.id === id && contents.takenAt === takenAt && JSON.stringify(contents.source) === JSON.stringify(source);
  if (!isOfIt) throw new ChangedObject(`the contents are of another backup: ${contents.id}`);
  const names = manifest.objects.map((object) => object.name);
  const missing = contents.order.filter((name) => !names.includes(name));
  const tables = contents.tables.filter(({ object }) => !contents.order.includes(object));
  if (missing.length > 0 || tables.length > 0)
    throw new ChangedObject(`the manifest does not list ${[...missing, ...tables.map(({ name }) => name)].join(', ')}`);
  const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0);
  if (contents.tables.length !== manifest.totals.tables || rows !== manifest.totals.rows)
    throw new ChangedObject('the manifest counts other tables or rows than the contents');
  return contents;
}

export async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST) throw new ChangedObject('it is too long for what it should be');
  }
  return Buffer.concat(chunks).toString('utf8');
}
