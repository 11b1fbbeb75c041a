import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { layRelease, releases } from '../../examples/prescriptions/history/lay.mjs';

const root = join(import.meta.dirname, '..', '..');
export const example = join(root, 'examples/prescriptions');
export const SECRET = 'a secret of a project that is none: 32 characters';

/** Next.js is no dependency of ours: `LOCKSTEP_NEXT_APP=1` lets the example install it from the registry. */
export const isJudged = process.env['LOCKSTEP_NEXT_APP'] === '1';
/** Folders that are built already save builds: the one of the newest release, `bash .ci/run` makes it. */
const BUILT = process.env['LOCKSTEP_EXAMPLE_BUILT'];
/** The build of the newest release is there already. */
export const isGiven = BUILT !== undefined;
export const isBuilt = isJudged || isGiven;

/** A folder that is installed and built. */
export interface Built {
  readonly folder: string;
  /** Deletes it, where it was made here. */
  remove(): void;
}

/** The newest release. */
export function builtNow(): Built {
  if (BUILT !== undefined) return { folder: BUILT, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'example-'));
  layRelease(releases.length, folder);
  build(folder, 'npm ci --no-audit --no-fund');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The code of an earlier release, with the packages of the newest one: they are the same. */
export function builtLike(number: number, now: Built): Built {
  const folder = mkdtempSync(join(tmpdir(), `example-${number}-`));
  layRelease(number, folder);
  build(folder, `cp -al ${JSON.stringify(join(now.folder, 'node_modules'))} node_modules`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function build(folder: string, install: string): void {
  const { NODE_OPTIONS: _jests, ...env } = process.env;
  const options = { cwd: folder, encoding: 'utf8', env: { ...env, NEXT_TELEMETRY_DISABLED: '1' } } as const;
  for (const command of [install, 'npm run build']) {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], options);
    if (status !== 0) throw new Error(`${command} ended with ${status}:\n${stdout}${stderr}`);
  }
  if (!existsSync(join(folder, '.next/BUILD_ID'))) throw new Error('nothing was built');
}

/** What `next build` reads, and nothing else: two folders with the same digest have the same build. */
export function digestOfCode(folder: string): string {
  const hash = createHash('sha256');
  for (const path of codeOf(folder))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0');
  return hash.digest('hex');
}

function codeOf(folder: string): readonly string[] {
  const below = ['app', 'lib'].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name))),
  );
  return [...below, 'proxy.ts', 'instrumentation.ts', 'next.config.ts', 'package-lock.json'].sort();
}

/**
 * Writes a program that is a build command: it takes the build of the same code, and fails where there is none. What it
 * writes is a prebuilt output (Build Output API) that Next.js' own server answers from.
 */
export function buildCommandFor(builds: readonly Built[], folder: string): string {
  mkdirSync(folder, { recursive: true });
  const known = Object.fromEntries(builds.map((one) => [digestOfCode(one.folder), one.folder]));
  const program = join(folder, 'take-build.mjs');
  writeFileSync(
    program,
    `import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
const known = ${JSON.stringify(known)};
${codeOf.toString()}
${digestOfCode.toString()}
const built = known[digestOfCode('.')];
if (built === undefined) throw new Error('no build has this code');
const output = '.vercel/output/functions/index.func';
mkdirSync(output, { recursive: true });
writeFileSync('.vercel/output/config.json', JSON.stringify({ version: 3, routes: [{ src: '/.*', dest: '/index' }] }));
writeFileSync(join(output, '.vc-config.json'), JSON.stringify({ runtime: 'nodejs24.x', handler: 'server.cjs', launcherType: 'Nodejs' }));
writeFileSync(join(output, 'server.cjs'), \`process.chdir(\${JSON.stringify(built)});
const next = require(\${JSON.stringify(join(built, 'node_modules/next'))});
const server = (next.default ?? next)({ dev: false, dir: \${JSON.stringify(built)}, hostname: '127.0.0.1', port: 0 });
const answer = server.getRequestHandler();
let ready;
module.exports = async (request, response) => {
  ready ??= server.prepare();
  await ready;
  return answer(request, response);
};
\`);
`,
  );
  return `node ${JSON.stringify(program)}`;
}
