import { creatorInputs, serviceInputs } from '@lockstep/action-kit/inputs';
import { flag, integer, list, oneOf, type Shape, text, token, type Values } from '@lockstep/action-shell';

export const inputs = {
  environment: text(),
  ...serviceInputs(),
  from: text(),
  to: text(),
  inverse: flag(false),
  paths: list(),
  'migrations-directory': text('supabase/migrations'),
  'down-directory': text('supabase/rollbacks'),
  config: text('.github/release.yml'),
  'exclude-labels': list('skip-changelog\nignore-for-release'),
  'max-length': integer(60_000, { min: 1_000, max: 120_000 }),
  publish: oneOf(['none', 'draft', 'release'], 'none'),
  tag: text(),
  title: text(),
  prerelease: flag(false),
  ...creatorInputs(),
  'github-token': token('${{ github.token }}'),
  'dry-run': flag(false),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

export function problemsBetween(values: Inputs): string[] {
  const { publish, tag, from, environment } = values;
  if (from === '' && environment === '')
    return [
      'inputs "environment" and "from": give one of them; the ledger of the environment says what was live before',
    ];
  if (publish !== 'none' && tag === '') return [`input "tag": required with publish: ${publish}`];
  if (publish === 'none' && tag !== '')
    return ['input "tag": only used for a GitHub Release; set "publish" to draft or release'];
  return [];
}
