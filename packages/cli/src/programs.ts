import { existsSync } from 'node:fs';
import { isProgram } from './paths.ts';

const ENDINGS = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', '.com'] : [''];

/** Whether this machine has a program, by the PATH. */
export function hasProgram(name: string): boolean {
  return isProgram(name, { path: process.env['PATH'] ?? '', endings: ENDINGS, isThere: existsSync });
}
