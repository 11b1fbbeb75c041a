import { jsonText, type Verdict } from '@lockstep/base';
import type { Call, Command } from '../command.ts';

export const add: Command = {
  name: 'add',
  summary: 'copies files into your repository, and updates them',
  details: `
WHAT is app: files for a Next.js app (14 to 16; app router and pages router), which are yours from then on. SETS are
separated by commas; where none is named, all but the optional ones are installed:

  health               health routes: /api/health, /api/health/live, /api/health/ready
  headers              security headers, with a Content-Security-Policy with nonces
  errors               errors in the log, without personal data, and a signed error drill
  vitals               Web Vitals of your users
  rate-limit           a rate limit that all instances share, in PostgreSQL
  rate-limit-firewall  (optional) a rate limit in Vercel's firewall

Run it again to update: files that are as they were installed are replaced, files that you have changed are kept and
named. What was installed is recorded in .lockstep/app.json; commit it.

  lockstep add app --into apps/web
  lockstep add app health,headers`,
  arguments: [
    { name: 'WHAT', meaning: 'app', required: true, choices: ['app'] },
    { name: 'SETS', meaning: 'which files', required: false },
  ],
  options: [
    { name: 'into', value: 'FOLDER', meaning: 'the folder of the app', absent: '.' },
    {
      name: 'router',
      value: 'ROUTER',
      meaning: 'for which router; auto sees it by the folders',
      choices: ['auto', 'app', 'pages'],
      absent: 'auto',
    },
    { name: 'middleware', meaning: 'writes middleware.ts in place of proxy.ts, as before Next.js 16' },
    { name: 'force', meaning: 'replaces files that you have changed' },
    { name: 'dry-run', meaning: 'says what would be written, and writes nothing' },
  ],
  run,
};

async function run({ text, flag, json, terminal }: Call): Promise<Verdict> {
  const [{ installApp, setOf }, { changesOf, writeChanges }] = await Promise.all([
    import('@lockstep/app'),
    import('./setup.ts'),
  ]);
  const into = text('into');
  const dryRun = flag('dry-run');
  const { layout, sets, plan } = installApp(into, {
    sets: text('SETS')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    router: text('router') as 'auto' | 'app' | 'pages',
    middleware: flag('middleware'),
    force: flag('force'),
    dryRun,
    write: (files) => writeChanges(into, changesOf(into, files), true),
  });
  const packages = [...new Set(sets.flatMap((name) => setOf(name).packages))];
  if (json) {
    const files = plan.map(({ path, change }) => ({ path, change }));
    terminal.write(jsonText({ router: layout.router, sets, dryRun, files, packages }));
    return 'pass';
  }
  const wrote = dryRun ? 'would write' : 'wrote';
  for (const { path, change } of plan) {
    if (change === 'new' || change === 'updated') terminal.write(`${wrote} ${path} (${change})\n`);
    if (change === 'kept') terminal.write(`kept ${path}: you have changed it, and there is a newer one\n`);
  }
  if (packages.length > 0) terminal.write(`these files use: ${packages.join(' ')}\n`);
  for (const name of sets) terminal.write(`${name}: ${setOf(name).then}\n`);
  return 'pass';
}
