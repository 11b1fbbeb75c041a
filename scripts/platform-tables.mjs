/**
 * What the documentation says of the lines of a platform policy, from the lines themselves: the table of all of them in
 * the README of `platform-audit`, and what each token needs in docs/platform.md.
 */
import { table } from './contract-tables.mjs';

/** The sections of a policy, as people call them. */
const SERVICES = {
  vercel: 'Vercel',
  supabase: 'Supabase',
  github: 'GitHub',
  stripe: 'Stripe',
  sentry: 'Sentry',
  bundle: 'the build',
};

/** One row for each line: what it is about, its value, and the least that the token needs. */
export function linesTable(lines) {
  const head = ['line', 'what it is about', 'value', 'release', 'permission', 'source'];
  const rows = lines.map(({ expected, forRelease, key, scope, source, title }) => [
    `\`${key}\``,
    title,
    expected,
    forRelease ? 'yes' : '',
    scope,
    `[docs](${source})`,
  ]);
  return ['', ...table(head, rows), ''].join('\n');
}

/** One row for each permission of a service: the lines that cannot be checked without it. */
export function scopesTable(lines) {
  const rows = new Map();
  for (const { key, scope } of lines) {
    const [section, name] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
    const id = `${section}/${scope}`;
    const row = rows.get(id) ?? { service: SERVICES[section] ?? section, scope, names: [] };
    rows.set(id, { ...row, names: [...row.names, name] });
  }
  const cells = [...rows.values()].map(({ service, scope, names }) => [
    service,
    scope,
    names.map((name) => `\`${name}\``).join(', '),
  ]);
  return ['', ...table(['service', 'permission', 'lines of its section'], cells), ''].join('\n');
}
