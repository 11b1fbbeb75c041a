/** Writes .vercel/output (https://vercel.com/docs/build-output-api/v3): one function, one static file, one cron. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const app = JSON.parse(readFileSync('app.json', 'utf8'));
const target = process.env.VERCEL_TARGET_ENV ?? process.env.VERCEL_ENV ?? 'production';
const output = '.vercel/output';
const func = `${output}/functions/index.func`;

console.log(`building version ${app.version} for ${target}`);
if (app.behaviour === 'build-fails') {
  console.error('src/pages/index.tsx:12:7: error TS2339: this version does not build');
  process.exit(1);
}
rmSync(output, { recursive: true, force: true });
mkdirSync(`${output}/static`, { recursive: true });
writeFileSync(`${output}/static/robots.txt`, 'User-agent: *\nDisallow:\n');
cpSync('api', func, { recursive: true });
cpSync('vendor', `${func}/node_modules`, { recursive: true });
if (app.prerender) writeFileSync(`${output}/static/catalogue.json`, JSON.stringify(await readCatalogue()));
writeFileSync(`${func}/app.json`, JSON.stringify({ ...app, builtAt: new Date().toISOString() }));
writeJson(`${func}/.vc-config.json`, {
  runtime: 'nodejs24.x',
  handler: 'index.js',
  launcherType: 'Nodejs',
  shouldAddHelpers: false,
});
writeJson(`${output}/config.json`, {
  version: 3,
  routes: [{ handle: 'filesystem' }, { src: '/(.*)', dest: '/index' }],
  crons: [{ path: '/api/health/live', schedule: '0 5 * * *' }],
});
// As `vercel build` does: says what the output was built for, so that a deploy for another target can be refused.
writeJson(`${output}/builds.json`, { target, argv: process.argv, builds: [] });
console.log(`wrote ${output}`);

function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

async function readCatalogue() {
  const { Client } = createRequire(new URL(`${func}/index.js`, import.meta.url))('pg');
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const catalogue = {};
    for (const [table, columns] of Object.entries(app.requires))
      catalogue[table] = (await client.query(`select ${columns.join(', ')} from ${table} order by 1`)).rows;
    return catalogue;
  } catch (error) {
    console.error(`Error: ${error.message} (SQLSTATE ${error.code})`);
    process.exit(1);
  } finally {
    await client.end();
  }
}
