import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeHelloOutput } from '../../src/vercel/index.ts';
import type { Ground } from './client.ts';

/** The official CLI is 360 MB and no dependency of ours: `LOCKSTEP_VERCEL_CLI=…/node_modules/.bin/vercel` names one. */
export const cli = process.env['LOCKSTEP_VERCEL_CLI'];

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the CLI in a linked folder, as a pipeline would. */
export async function runCli(ground: Ground, folder: string, ...args: readonly string[]): Promise<Said> {
  const { vercel: standIn } = ground;
  const where = ['--api', standIn.url, '--token', standIn.token, '--scope', standIn.team.slug, '--cwd', folder];
  const home = ground.scope.folder();
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    CI: '1',
    VERCEL_TELEMETRY_DISABLED: '1',
    NO_UPDATE_NOTIFIER: '1',
  };
  return new Promise((resolve) => {
    execFile(cli ?? '', [...args, ...where], { env, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

/** A folder with a small Build Output that is linked to the project. */
export async function linkedFolder(ground: Ground, project: string, says: string): Promise<string> {
  const folder = await writeHelloOutput(ground.scope.folder(), says);
  mkdirSync(path.join(folder, '.vercel'), { recursive: true });
  const link = { projectId: project, orgId: ground.vercel.team.id, settings: { framework: null } };
  writeFileSync(path.join(folder, '.vercel/project.json'), JSON.stringify(link));
  return folder;
}
