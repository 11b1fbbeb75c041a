import {
  duration,
  flag,
  integer,
  oneOf,
  type Shape,
  secret,
  text,
  token,
  url,
  type Values,
} from '@lockstep/action-shell';

export const inputs = {
  command: oneOf(['open', 'close'], undefined, { required: true }),
  'pull-request': integer(undefined, { min: 1 }),
  'database-server': secret(),
  'database-prefix': text(undefined, {
    pattern: /^[a-z][a-z0-9_]{0,39}$/,
    expected: 'up to 40 lower-case letters, digits and underscores',
  }),
  'database-template': text(),
  fresh: flag(false),
  'vercel-token': secret(),
  'vercel-project': text(),
  'vercel-team': text(),
  'vercel-api-url': url('https://api.vercel.com'),
  'request-timeout': duration('10s'),
  'dry-run': flag(false),
  'github-token': token('${{ github.token }}'),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  const problems: string[] = [];
  const noServer = values['database-server'].isEmpty;
  if (values.command === 'open' && noServer)
    problems.push('input "database-server": the secret is empty; command open needs a server to make the database on');
  if ((values['vercel-project'] === '') !== values['vercel-token'].isEmpty)
    problems.push('inputs "vercel-project" and "vercel-token": give both, to take deployments away, or neither');
  if (values.command === 'close' && noServer && values['vercel-project'] === '')
    problems.push('inputs "vercel-project" and "database-server": command close needs one of them, to look there');
  return problems;
}
