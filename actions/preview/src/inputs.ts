import { vercelPairProblems } from '@lockstep/action-kit/input-problems';
import { requestInputs, vercelInputs } from '@lockstep/action-kit/inputs';
import { flag, integer, oneOf, type Shape, secret, text, token, type Values } from '@lockstep/action-shell';

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
  ...vercelInputs({}),
  ...requestInputs(),
  'dry-run': flag(false),
  'github-token': token('${{ github.token }}'),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  const problems = [...vercelPairProblems(values, 'to delete deployments')];
  const noServer = values['database-server'].isEmpty;
  if (values.command === 'open' && noServer)
    problems.push('input "database-server": the secret is empty; `open` creates the database on this server');
  if (values.command === 'close' && noServer && values['vercel-project'] === '')
    problems.push(
      'inputs "vercel-project" and "database-server": `close` needs at least one of them, to know where to look',
    );
  return problems;
}
