import type { Command as Parser } from 'commander';

/**
 * What the parser lets pass and a person did not mean: an option with a value that is given twice, of which only the last
 * one would count, and an option whose value is missing, which would swallow the option behind it.
 */
export function addLineRules(parser: Parser, canRepeat: (option: string) => boolean): void {
  for (const option of parser.options) {
    if (!option.required) continue;
    let given = 0;
    parser.on(`option:${option.name()}`, (value: unknown) => {
      const refuse = (why: string) => parser.error(`error: option '${option.flags}' ${why}`);
      if (++given > 1 && !canRepeat(option.name())) refuse('is given twice, and may be given once');
      const swallowed = parser.options.find(({ long, short }) => value === long || (short && value === short));
      if (swallowed !== undefined) refuse(`argument missing: '${swallowed.long}' is an option of its own`);
    });
  }
}

/** Forms of values that are secrets whatever they are given for. */
const SECRETS = [
  // An address with a password.
  /^[a-z][a-z0-9+.-]*:\/\/[^/@\s]*:[^/@\s]+@/i,
  // Tokens that name their kind.
  /^(?:gh[pousr]_|github_pat_|sk_live_|rk_live_|sbp_|sb_secret_|sntrys_|xox[abp]-|AGE-SECRET-KEY-)\S{8,}/,
  // JSON web tokens: keys of Supabase among them.
  /^eyJ[\w-]{10,}\.[\w-]{10,}\./,
];

/** Whether a value is a secret by its form. Pure. */
export function looksSecret(value: string): boolean {
  return SECRETS.some((form) => form.test(value));
}

export interface GivenSecret {
  /** `--option`, or the argument as the help calls it; never its value. */
  readonly name: string;
  readonly value: string;
}

/** What other users of the machine can see in a list of processes. Pure. */
export function secretsIn(line: readonly string[]): readonly GivenSecret[] {
  return line.flatMap((word, index) => {
    const [, option, own] = /^(--[a-z][a-z-]*)=([\s\S]*)$/.exec(word) ?? [];
    const before = line[index - 1] ?? '';
    const value = own ?? word;
    const name = option ?? (/^--[a-z]/.test(before) ? before : 'an argument');
    // NAME=VALUE, as some options take it.
    const parts = [value, value.slice(value.indexOf('=') + 1)];
    const secret = parts.find(looksSecret);
    return secret === undefined ? [] : [{ name, value: secret }];
  });
}
