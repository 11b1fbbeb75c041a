import { vercelInputs } from '@lockstep/action-kit/inputs';
import {
  commit,
  duration,
  flag,
  jobStatus,
  list,
  oneOf,
  type Shape,
  secret,
  text,
  token,
  type Values,
} from '@lockstep/action-shell';
import { parseVariables, Secret } from '@lockstep/base';

export const inputs = {
  ...vercelInputs(),
  directory: text('.'),
  prebuilt: oneOf(['auto', 'true', 'false'], 'auto'),
  'upload-archive': oneOf(['auto', 'tgz', 'none'], 'auto'),
  target: text('preview'),
  staged: flag(true),
  'commit-sha': commit(),
  meta: list(),
  env: secret(),
  'build-timeout': duration('15m'),
  'request-timeout': duration('30s'),
  'github-deployment': flag(true),
  environment: text(),
  'dry-run': flag(false),
  'github-token': token('${{ github.token }}'),
  'job-status': jobStatus(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

const META = /^([A-Za-z0-9_.-]+)=(.*)$/;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  const meta = values.meta
    .filter((line) => !META.test(line))
    .map((line) => `input "meta": expected one key=value per line, got ${JSON.stringify(line.slice(0, 80))}`);
  const env = parseVariables(values.env.reveal()).problems.map((problem) => `input "env": ${problem}`);
  return [...meta, ...env];
}

/** `key=value` lines as an object. */
export function metaOf(values: Inputs): Record<string, string> {
  const pairs = values.meta.map((line) => META.exec(line)).filter((match) => match !== null);
  return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, value]));
}

/** The variables as secrets, by name. */
export function variablesOf(values: Inputs): Record<string, Secret> {
  const { values: variables } = parseVariables(values.env.reveal());
  return Object.fromEntries([...variables].map(([name, value]) => [name, new Secret(value, 'part')]));
}
