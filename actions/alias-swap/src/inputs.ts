import {
  duration,
  flag,
  jobStatus,
  list,
  oneOf,
  type Shape,
  secret,
  text,
  token,
  url,
  type Values,
} from '@lockstep/action-shell';

export const inputs = {
  'vercel-token': secret({ required: true }),
  'vercel-project': text(undefined, { required: true }),
  'vercel-team': text(),
  'deployment-id': text(undefined, { required: true }),
  strategy: oneOf(['promote', 'alias'], 'promote'),
  aliases: list(),
  'expect-current': text(),
  'require-newer-commit': flag(true),
  evidence: text(),
  'max-evidence-age': duration(),
  'identity-path': text('/api/health', { pattern: /^(none|\/.*)$/, expected: 'a path that starts with /, or none' }),
  'protection-bypass': secret(),
  'allow-git-deployments': flag(false),
  'swap-timeout': duration('3m'),
  'request-timeout': duration('10s'),
  'on-failure': oneOf(['auto', 'undo', 'keep'], 'auto'),
  'dry-run': flag(false),
  'vercel-api-url': url('https://api.vercel.com'),
  environment: text(),
  service: text(),
  'ledger-creator': text('github-actions[bot]'),
  'github-token': token('${{ github.token }}'),
  'job-status': jobStatus(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  const problems: string[] = [];
  if (values.strategy === 'alias' && values.aliases.length === 0)
    problems.push('input "aliases": strategy alias needs at least one name to move');
  if (values.strategy === 'promote' && values.aliases.length > 0)
    problems.push(
      'input "aliases": strategy promote moves every production domain and no other name; leave aliases empty, or set strategy: alias',
    );
  return problems;
}
