import { commit, flag, integer, oneOf, type Shape, text, token, type Values } from '@lockstep/action-shell';
import { SECTION_NAME } from '@lockstep/github';

export const inputs = {
  section: text(undefined, { pattern: SECTION_NAME, expected: 'up to 40 lower-case letters, digits, hyphens' }),
  body: text(),
  'body-path': text(),
  title: text(),
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
  const given = (['section', 'body', 'body-path', 'title', 'verdict', 'write-to'] as const).filter(
    (name) => values[name] !== '',
  );
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
  const isSection =
    values.section !== '' || values.body !== '' || values['body-path'] !== '' || values['write-to'] !== '';
  if (isSection && values.section === '')
    problems.push('input "section": required, expected the name of this job\'s section');
  if (isSection && values.body === '' && values['body-path'] === '')
    problems.push('input "body": required, expected Markdown here or a file in "body-path"');
  return problems;
}
