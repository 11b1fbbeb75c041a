import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { actionNames } from '../../scripts/build.mjs';
import { AT_THE_END, pictureOf, pictures } from '../../scripts/pictures.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const mermaid = (page: string) => [...page.matchAll(/```mermaid\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

test('docs/workflows.md shows the workflows as they are', () => {
  expect(read('docs/workflows.md')).toBe(pictures());
});

test('a step that is taken away is seen', () => {
  const text = read('.github/workflows/release.yml');
  const fewer = text.replace('$/actions/alias-swap', './elsewhere');
  expect(fewer).not.toBe(text);
  expect(pictureOf('release.yml', fewer)).not.toBe(pictureOf('release.yml', text));
});

test('what every post step does is known, and of no other action', () => {
  const withPost = actionNames().filter((name: string) => {
    const { runs } = parse(read(`actions/${name}/action.yml`)) as { runs: object };
    return 'post' in runs;
  });
  expect(Object.keys(AT_THE_END).sort()).toEqual(withPost.sort());
});

describe('release.yml', () => {
  const [picture = ''] = mermaid(pictureOf('release.yml', read('.github/workflows/release.yml')));

  test('its steps stand in order, and what is taken back in the reverse', () => {
    const inOrder = ['Begin', 'Expand the schema', 'Swap', 'Bake', 'Commit'];
    expect(picture).toMatch(new RegExp(inOrder.map((name) => `"${name}<br/>`).join('[\\s\\S]*')));
    const back = ['restores traffic', 'rolls the schema back', 'reports the final state', 'final state in the ledger'];
    expect(picture).toMatch(new RegExp(back.join('[\\s\\S]*')));
  });

  test('the approval is a box of its own, between the jobs', () => {
    expect(picture).toContain('job_approve{{"Approve<br/>environment {approval-environment}');
    expect(picture).toContain('job_prepare --> job_approve\n');
    expect(picture).toContain('job_approve --> job_release\n');
  });
});

/** Every line is one of these, and every node of an arrow is drawn: what Mermaid cannot read shows as an error. */
const TEXT = '"(?:[^"`;<>#]|<br/>|#\\d+;)*"';
const FORMS = [
  /^flowchart TB$/,
  new RegExp(`^ {2}subgraph (\\w+)\\[${TEXT}\\]$`),
  /^ {4}direction TB$/,
  /^ {2}end$/,
  new RegExp(
    `^ {2,4}(\\w+)(?:\\[${TEXT}\\]|\\[\\[${TEXT}\\]\\]|\\{\\{${TEXT}\\}\\}|\\(\\[${TEXT}\\]\\))(?::::sometimes)?$`,
  ),
  /^ {2,4}\w+(?: (?:-->|-\.->) \w+)+$/,
  /^ {2}classDef sometimes stroke-dasharray: 4$/,
];

function unreadable(picture: string): string[] {
  const lines = picture.trimEnd().split('\n');
  const drawn = new Set(
    lines.flatMap((line) => FORMS.map((form) => form.exec(line)?.[1]).filter((id) => id !== undefined)),
  );
  const strange = lines.filter((line) => !FORMS.some((form) => form.test(line)));
  const arrows = lines
    .filter((line) => / (-->|-\.->) /.test(line))
    .flatMap((line) => line.trim().split(/ (?:-->|-\.->) /));
  return [...strange, ...arrows.filter((id) => !drawn.has(id))];
}

test.each(mermaid(pictures()).map((picture, at) => [at, picture] as const))(
  'picture %i can be read',
  (_at, picture) => {
    expect(unreadable(picture)).toEqual([]);
  },
);

test('words of others cannot break a picture, and what cannot be read is seen', () => {
  const hostile = `
name: Hostile
on: push
concurrency: { group: 'a\`b', cancel-in-progress: true }
jobs:
  end:
    runs-on: ubuntu-24.04
    strategy: { matrix: { node: [1], include: [] } }
    steps:
      - name: 'Say "hi"]; <b>&amp;</b> #1 \`x\`'
        run: a
      - uses: actions/checkout@v6
  take-back:
    needs: [end]
    uses: $/.github/workflows/release.yml
`;
  const page = pictureOf('hostile.yml', hostile);
  const [picture = ''] = mermaid(page);
  expect(unreadable(picture)).toEqual([]);
  expect(picture).toContain('job_end --> job_take_back\n');
  expect(picture).toContain('for each node');
  expect(picture).not.toContain('checkout');
  expect(page).toContain('a newer one cancels it');
  expect(unreadable(picture.replace('job_end_1[', 'job_end_1['.repeat(2)))).toHaveLength(1);
  expect(unreadable(picture.replace('job_end --> ', 'job_start --> '))).toEqual(['job_start']);
});
