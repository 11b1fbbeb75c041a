import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redactText } from '@lockstep/base';

/** Writes the files of a step into its directory, without any secret in them. */
export function writeFiles(directory: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), redactText(text));
}
