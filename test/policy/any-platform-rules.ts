/** Comments, which may name anything. */
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/[^\n]*|(?<=[\s;])\/\/ [^\n]*/gm;

interface Rule {
  readonly form: RegExp;
  readonly why: string;
}

/** What holds on one system alone. */
const RULES: readonly Rule[] = [
  { form: /['"`](?:\/dev\/|\/tmp\b|\/bin\/|\/usr\/|\/etc\/|\/proc\/)/g, why: 'a path of one system' },
  { form: /(?:spawn|exec|execFile)(?:Sync)?\(\s*['"`](?:bash|sh|cmd|powershell)\b/g, why: 'a shell of one system' },
  { form: /process\.get(?:e?[ug]id)\(/g, why: 'not there on Windows: call it with ?.' },
  { form: /new URL\([^)]*import\.meta\.url\)\.pathname/g, why: 'no path on Windows: fileURLToPath' },
  { form: /['"`]file:\/\//g, why: 'no path becomes an address by that: pathToFileURL' },
  { form: /\.startsWith\('\/'\)/g, why: 'C:\\ is absolute too: isAbsolute' },
  { form: /(?:env\['(?:HOME|TMPDIR|USER)'\]|env\.(?:HOME|TMPDIR|USER)\b)/g, why: 'other names elsewhere: node:os' },
  { form: /['"]SIG(?:QUIT|USR1|USR2|STOP|CONT|WINCH)['"]/g, why: 'a signal that Windows lacks' },
  {
    form: /(?:path|file|folder|directory|target)\w*\.(?:split|lastIndexOf)\('\/'\)/gi,
    why: 'Windows has \\: node:path',
  },
  { form: /\b(?:chmod|chown|symlink)(?:Sync)?\(/g, why: 'rights and links of one system' },
];

/** Each place of a source that holds on one system alone, with why. */
export function onePlatformOnly(source: string): readonly string[] {
  const code = source.replaceAll(COMMENTS, '');
  return RULES.flatMap(({ form, why }) => [...code.matchAll(form)].map(([found]) => `${found}: ${why}`));
}
