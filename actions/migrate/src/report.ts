import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Shell } from '@lockstep/action-shell';
import { redactData } from '@lockstep/base';

/** Writes the whole story as JSON beside the job's other temp files; its path becomes the output `report-path`. */
export function writeReport(shell: Shell, report: object): string {
  mkdirSync(shell.env.tempDir, { recursive: true });
  const file = path.join(shell.env.tempDir, `lockstep-migrate-${shell.instance}.json`);
  writeFileSync(file, `${JSON.stringify(redactData(report), null, 2)}\n`);
  return file;
}
