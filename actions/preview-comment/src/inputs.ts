import { commit, flag, integer, oneOf, type Shape, text, token, type Values } from '@lockstep/action-shell';
import { SECTION_NAME } from '@lockstep/github';

export const inputs = {
  section: text(undefined, { pattern: SECTION_NAME, expected: 'up to 40 lower-case letters, digits, hyphens' }),
  body: text(),
  'body-path': text(),
  title: text(),
  result: text(),
  duration: text(),
  'rows-path': text(),
  verdict: oneOf(['', 'pass', 'fail', 'unknown'], ''),
  'pull-request': integer(undefined, { min: 1 }),
  state: oneOf(['auto', 'open', 'closed'], 'auto'),
  'commit-sha': commit(),
  'comment-author': text('github-actions[bot]'),
  'write-to': text(),
  'read-from': text(),
  required: flag(false),
  'github-token': token('${{ github.token }}'),
  'dry-run': flag(false),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Inputs that contradict each other. */
export function contradictions(values: Inputs): readonly string[] {
  const given = (
    ['section', 'body', 'body-path', 'title', 'verdict', 'result', 'duration', 'rows-path', 'write-to'] as const
  ).filter((name) => values[name] !== '');
  if (values['read-from'] !== '') {
    const number = values['pull-request'] === undefined ? [] : ['pull-request'];
    return [...given, ...number].map(
      (name) =>
        `input "${name}": not allowed with "read-from", which finds the sections and the pull request automatically`,
    );
  }
  const problems: string[] = [];
  if (values.body !== '' && values['body-path'] !== '')
    problems.push('input "body-path": not allowed with "body"; give one of them');
  if (values['rows-path'] !== '' && (values.result !== '' || values.duration !== ''))
    problems.push('input "rows-path": not allowed with "result" or "duration", which are one row');
  const isSection = given.length > 0;
  if (isSection && values.section === '')
    problems.push('input "section": required, expected the name of this job\'s section');
  const hasText = [values.body, values['body-path'], values.result, values['rows-path']].some((one) => one !== '');
  if (isSection && !hasText)
    problems.push('input "body": required, expected Markdown here, a file in "body-path", or a sentence in "result"');
  return problems;
}
