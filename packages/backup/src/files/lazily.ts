import type { S3Tools } from '../targets/s3/store.ts';
import type { FileSource, FileSourceSettings } from './file-source.ts';
import type { VerifyOptions } from './verify-files.ts';
import type { WrittenFiles } from './write-files.ts';

/** All about files is loaded when it is used: most backups have none. */
export const copying = () => import('./copy-files.ts');
export const listing = () => import('./file-list.ts');
export const verifying = () => import('./verify-files.ts');

/** With its client. */
export async function openFileSource(settings: FileSourceSettings, tools: S3Tools): Promise<FileSource> {
  const { s3FileSource } = await import('./file-source.ts');
  return s3FileSource(settings, tools);
}

export async function writeBackupFiles(
  options: Omit<VerifyOptions, 'parallel'>,
  folder: string,
): Promise<WrittenFiles> {
  const { writeFiles } = await import('./write-files.ts');
  return writeFiles({ ...options, parallel: 1 }, folder);
}
