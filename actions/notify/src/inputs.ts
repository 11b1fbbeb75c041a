import {
  commit,
  duration,
  flag,
  jobStatus,
  list,
  oneOf,
  type Shape,
  text,
  token,
  url,
  type Values,
} from '@lockstep/action-shell';
import { type Link, RELEASE_STATES } from '@lockstep/notify';

export const inputs = {
  targets: text(undefined, { required: true }),
  state: oneOf(['auto', ...RELEASE_STATES], 'auto'),
  key: text(),
  summary: text(),
  environment: text(),
  service: text(),
  'commit-sha': commit(),
  changes: list(),
  'approved-by': text(),
  links: list(),
  failure: text(),
  required: flag(false),
  timeout: duration('30s'),
  'slack-api-url': url('https://slack.com/api'),
  'github-token': token('${{ github.token }}'),
  'dry-run': flag(false),
  'job-status': jobStatus(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** `Preview https://shop.example` → label and address. Undefined where the line has no address at its end. */
export function readLink(line: string): Link | undefined {
  const [, label = '', address = ''] = /^(?:(.*\S)\s+)?(https?:\/\/\S+)$/.exec(line) ?? [];
  return URL.canParse(address) ? { label: label === '' ? new URL(address).host : label, url: address } : undefined;
}

export function linkProblems(lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => readLink(line) === undefined)
    .map((line) => `input "links": expected a label and an http(s) address at the end of the line, got "${line}"`);
}
