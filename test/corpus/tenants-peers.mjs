#!/usr/bin/env node
/**
 * Runs other testers of row-level security on leaks of the zoo and on their sound twins, next to ours. See tenants.md.
 *
 *   node test/corpus/tenants-peers.mjs --tools FOLDER [--every 3]
 *
 * FOLDER has what is compared, installed by `npm install supabase@3.1.0 supashield@0.3.0` and
 * `python3 -m venv v && v/bin/pip install rlsgrid==0.5.7 rlsautotest==0.7.1`.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { markdownTable, silent, systemClock } from '@lockstep/base';
import { startPostgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { auditDatabase, judgeAudit } from '@lockstep/tenants';
import swc from '@swc/core';

const TESTS = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../packages/tenants/test');

async function main() {
  const { values } = parseArgs({ options: { tools: { type: 'string' }, every: { type: 'string', default: '3' } } });
  if (values.tools === undefined) throw new Error('say where the tools are: --tools FOLDER');
  const scope = new Scope();
  const work = mkdtempSync(path.join(tmpdir(), 'lockstep-peers-'));
  try {
    const { grants, intent, sound, zoo } = await animals(work);
    const postgres = await startPostgres(scope, { seed: supabaseRoles });
    const chosen = zoo.filter((_, nth) => nth % Number(values.every) === 0);
    const tools = toolsIn(values.tools, work);
    const counts = tools.map(() => ({ said: 0, red: 0, greenTwin: 0 }));
    for (const [nth, animal] of chosen.entries()) {
      const rows = [];
      for (const which of ['leak', 'twin']) {
        const name = `peer_${nth}_${which}`;
        const url = await postgres.createDatabase(name);
        const sql = `${sound};\n${animal.schema ?? ''};\n${animal[which]};\n${grants}\n${animal.after?.[which] ?? ''}`;
        await postgres.query(sql, [], name);
        rows.push(await all(tools, { url, intent: { ...intent, ...animal.intent } }));
        await postgres.dropDatabase(name);
        await postgres.query('drop role if exists clerk_of_zoo, staff_of_zoo');
      }
      const [leak, twin] = rows;
      const marks = tools.map((_, at) => {
        // It has told the leak where it says something of the leaky schema that it does not say of the sound one.
        const said = leak[at].lines.some((line) => !twin[at].lines.includes(line));
        if (said) counts[at].said++;
        if (leak[at].code !== 0) counts[at].red++;
        if (twin[at].code === 0) counts[at].greenTwin++;
        return `${said ? 'told' : '-'}/${leak[at].code === 0 ? 'green' : 'red'}/${twin[at].code === 0 ? 'green' : 'red'}`;
      });
      console.log(`${animal.name}: ${marks.join('  ')}`);
    }
    const head = [
      'tool',
      'version',
      `leaks told, of ${chosen.length}`,
      'exit code red on the leak',
      'exit code green on the twin',
    ];
    const cells = tools.map(({ name, version }, at) => [
      name,
      version,
      ...[counts[at].said, counts[at].red, counts[at].greenTwin].map(String),
    ]);
    console.log(`\n${markdownTable(head, cells)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
    await scope[Symbol.asyncDispose]();
  }
}

/** The zoo is TypeScript of the tests: its types are taken off, file by file. */
async function animals(work) {
  const files = ['sound.ts', ...readdirSync(path.join(TESTS, 'zoo')).map((name) => `zoo/${name}`)];
  mkdirSync(path.join(work, 'zoo'));
  const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } };
  for (const file of files) {
    const { code } = swc.transformSync(readFileSync(path.join(TESTS, file), 'utf8'), options);
    writeFileSync(
      path.join(work, file.replace('.ts', '.mjs')),
      code.replace(/(from ['"]\.[^'"]*)\.ts(['"])/g, '$1.mjs$2'),
    );
  }
  const [{ zoo }, sound] = await Promise.all(
    ['zoo/index.mjs', 'sound.mjs'].map((file) => import(path.join(work, file))),
  );
  return { zoo, ...sound };
}

async function all(tools, world) {
  const found = [];
  for (const tool of tools) found.push(await tool.run(world));
  return found;
}

function toolsIn(folder, work) {
  const npm = (name) => path.resolve(folder, 'node_modules/.bin', name);
  const pip = (name) => path.resolve(folder, 'v/bin', name);
  const bare = (text, url) =>
    text
      .replaceAll(url, '')
      .replaceAll(new URL(url).pathname.slice(1), 'DB')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /\w/.test(line));
  const tool = (name, version, command) => ({
    name,
    version,
    run: async ({ url }) => {
      const { code, text } = await command(url);
      return { code, lines: bare(text, url) };
    },
  });
  return [
    { name: 'tenant-audit', version: 'this', run: ours },
    tool('Supabase advisors (splinter)', '3.1.0', (url) =>
      run(
        npm('supabase'),
        ['db', 'advisors', `--remote=${url}`, '--type', 'security', '--fail-on', 'warn', '--output-format', 'json'],
        work,
      ),
    ),
    tool('supashield', '0.3.0', async (url) => {
      const audit = await run(npm('supashield'), ['audit', '-u', url], work);
      const lint = await run(npm('supashield'), ['lint', '-u', url], work);
      return { code: audit.code || lint.code, text: `${audit.text}\n${lint.text}` };
    }),
    tool('rlsautotest', '0.7.1', (url) =>
      run(pip('rlsautotest'), ['--schema', 'public', '--report', '--fail-on-bypass', '--db-url', url], work),
    ),
    tool('rlsgrid', '0.5.7', async (url) => {
      const home = mkdtempSync(path.join(work, 'grid-'));
      mkdirSync(home, { recursive: true });
      const env = { DATABASE_URL: url };
      await run(pip('rlsgrid'), ['init', '--from-db'], home, env);
      return run(pip('rlsgrid'), ['check'], home, env);
    }),
  ];
}

async function ours({ intent, url }) {
  const options = { production: [], dryRun: false, lockTimeoutMs: 2_000, statementTimeoutMs: 20_000 };
  const result = await auditDatabase(url, { intent, ...options, log: silent, clock: systemClock, signal: undefined });
  if (result.kind !== 'audited') return { code: 1, lines: [result.kind] };
  const { checks } = judgeAudit(result, { intent, files: [] });
  const bad = checks.filter(({ reason, verdict }) => verdict !== 'pass' || /^betrays/.test(reason));
  return {
    code: bad.some(({ verdict }) => verdict !== 'pass') ? 1 : 0,
    lines: bad.map(({ id, what }) => `${id} ${what}`),
  };
}

function run(command, args, cwd, env = {}) {
  const options = {
    cwd,
    timeout: 60_000,
    maxBuffer: 50_000_000,
    env: { ...process.env, ...env, NO_COLOR: '1', SUPABASE_TELEMETRY_DISABLED: '1' },
  };
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) =>
      resolve({
        code: error === null ? 0 : typeof error.code === 'number' ? error.code : 99,
        text: `${stdout}\n${stderr}`,
      }),
    );
  });
}

await main();
