import { looksSecret } from '../../line-rules.ts';

export interface EnvFile {
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong, each with its line. */
  readonly problems: readonly string[];
}

const LINE = /^(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/;
/** A value in quotes, and what may stand behind it. */
const QUOTED = /^(["'])([\s\S]*?)\1\s*(?:#.*)?$/;

/** The variables of a file `.env`: `NAME=VALUE`, one a line, with `export`, quotes and comments. Pure. */
export function readEnvFile(text: string, name: string): EnvFile {
  const values: Record<string, string> = {};
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const [, variable, given = ''] = LINE.exec(trimmed) ?? [];
    const [, quote, inner] = QUOTED.exec(given) ?? [];
    // The line itself may be a secret, and is not shown.
    if (variable === undefined) problems.push(`${name}:${index + 1}: expected NAME=VALUE`);
    else if (quote === undefined && /^["']/.test(given)) problems.push(`${name}:${index + 1}: its quote has no end`);
    else if (quote === undefined) values[variable] = given.replace(/\s+#.*$/, '').trim();
    else values[variable] = quote === '"' ? (inner ?? '').replaceAll('\\n', '\n') : (inner ?? '');
  }
  return { values, problems };
}

const SECRET_NAME = /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?|PRIVATE|DSN)(?:_|$)/;
/** What everybody who opens the app may read. */
const PUBLIC_NAME = /^(?:NEXT_)?PUBLIC_/;
const SHORTEST = 12;
/** What people write who make one up. */
const MADE_UP = /^(?:.*(?:test|dummy|example|fake|changeme|placeholder|your[-_]).*|(.)\1*|\$[A-Z_]+)$/i;
const LOCAL = /^[a-z+]+:\/\/(?:[^@/]*@)?(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/i;

/** The variables whose values look like secrets that are in use: a rehearsal asks no one who would check them. Pure. */
export function realSecrets(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values)
    .filter(([name, value]) => {
      if (PUBLIC_NAME.test(name) || LOCAL.test(value) || MADE_UP.test(value)) return false;
      return looksSecret(value) || (SECRET_NAME.test(name) && value.length >= SHORTEST);
    })
    .map(([name]) => name);
}
