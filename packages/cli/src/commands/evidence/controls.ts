import { statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@lockstep/base';
import { type Collected, type ControlMap, readCollected, readControls, readZip } from '@lockstep/evidence';
import type { Call } from '../../command.ts';
import { assertWritable, decode, read, readBytes, write } from '../../files.ts';

/** What `collect` writes; the artifact of the workflow has it under the same name. */
const EVIDENCE = 'evidence.json';
const LIMITS = { files: 1_000, bytes: 256 * 1024 * 1024 };
const ZIP = Buffer.from('PK\u0003\u0004');

/** The map of controls. Throws InputError. */
export function controlsOf(call: Call): ControlMap {
  const name = call.text('controls-file');
  const text = read(name, 'name it with --controls-file; "lockstep init --documents" writes one to begin with');
  return readControls(text, name, Date.now());
}

/** What was collected: the file itself, the folder of an artifact, or its archive. Throws InputError. */
export function collectedIn(path: string): Collected {
  const file = isFolder(path) ? join(path, EVIDENCE) : path;
  const bytes = readBytes(file, 'name what `lockstep evidence collect` wrote, or an artifact of evidence.yml');
  return readCollected(decode(unpacked(bytes, file), file), file);
}

/** What cannot be looked at is said where it is read. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function unpacked(bytes: Buffer, file: string): Buffer {
  if (!bytes.subarray(0, ZIP.length).equals(ZIP)) return bytes;
  const zip = readZip(bytes, (name) => name === EVIDENCE, LIMITS);
  if (zip.kind === 'broken') throw new InputError(`${file}: ${zip.why}; download it again`);
  const found = zip.files.get(EVIDENCE);
  if (found === undefined)
    throw new InputError(`${file}: the archive has no ${EVIDENCE}; name the artifact lockstep-controls`);
  return found;
}

/** Throws InputError where the files could not be written, before it takes minutes to know what to write. */
export function assertFolder(call: Call, option = 'report-directory', file = EVIDENCE): string {
  const folder = call.text(option);
  if (folder === '') throw new InputError(`--${option}: expected a folder`);
  assertWritable(join(folder, file));
  return folder;
}

/** Writes each, and gives their paths. */
export function writeAll(folder: string, files: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    write(path, text);
    return path;
  });
}
