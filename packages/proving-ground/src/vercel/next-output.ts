import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { BuildFailure } from './build-failure.ts';

/** Whether `next build` has run in a folder. */
export function isNextBuild(app: string): boolean {
  return existsSync(path.join(app, '.next/BUILD_ID'));
}

/**
 * A Build Output that is served by Next's own production server. Vercel makes functions of each route instead
 * (@vercel/next, which is in its CLI: `vercel build`); what a page says is the same, how it is cached need not be.
 */
export async function writeNextOutput(app: string, output: string): Promise<void> {
  const next = nextOf(app);
  const folder = path.join(output, 'functions/index.func');
  await mkdir(folder, { recursive: true });
  const routes = [{ src: '/.*', dest: '/index' }];
  await writeFile(path.join(output, 'config.json'), JSON.stringify({ version: 3, routes }));
  const launcher = { runtime: 'nodejs24.x', handler: 'server.cjs', launcherType: 'Nodejs' };
  await writeFile(path.join(folder, '.vc-config.json'), JSON.stringify(launcher));
  await writeFile(path.join(folder, 'server.cjs'), serverOf(app, next));
}

function nextOf(app: string): string {
  try {
    return createRequire(path.join(app, 'package.json')).resolve('next');
  } catch {
    throw new BuildFailure('NEXT_NO_VERSION', 'There is a .next folder, and `next` is not installed next to it.');
  }
}

function serverOf(app: string, next: string): string {
  return `process.chdir(${JSON.stringify(app)});
const made = require(${JSON.stringify(next)});
const server = (made.default ?? made)({ dev: false, dir: ${JSON.stringify(app)}, hostname: '127.0.0.1', port: 0 });
const answer = server.getRequestHandler();
let ready;
module.exports = async (request, response) => {
  ready ??= server.prepare();
  await ready;
  return answer(request, response);
};
`;
}
