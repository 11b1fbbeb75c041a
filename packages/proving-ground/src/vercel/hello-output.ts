import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes the smallest Build Output that serves: one function for every path, which answers `{ says, build, commit,
 * host, path }`. Returns the folder to deploy, the one above `.vercel/output`.
 */
export async function writeHelloOutput(folder: string, says: string): Promise<string> {
  const output = path.join(folder, '.vercel/output');
  const hello = path.join(output, 'functions/hello.func');
  await mkdir(hello, { recursive: true });
  const config = { version: 3, routes: [{ handle: 'filesystem' }, { src: '/(.*)', dest: '/hello' }] };
  await writeFile(path.join(output, 'config.json'), JSON.stringify(config));
  const runtime = { runtime: 'nodejs24.x', handler: 'index.js', launcherType: 'Nodejs', shouldAddHelpers: false };
  await writeFile(path.join(hello, '.vc-config.json'), JSON.stringify(runtime));
  await writeFile(path.join(hello, 'index.js'), source(says));
  return folder;
}

function source(says: string): string {
  return `const { VERCEL_DEPLOYMENT_ID: build, VERCEL_GIT_COMMIT_SHA: commit } = process.env;
module.exports = (request, response) => {
  response.setHeader('content-type', 'application/json');
  const { host } = request.headers;
  response.end(JSON.stringify({ says: ${JSON.stringify(says)}, build, commit, host, path: request.url }));
};
`;
}
