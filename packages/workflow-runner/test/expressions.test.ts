import type { MappingToken } from '@actions/workflow-parser/templates/tokens/index';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { evaluate, textOf, textsOf } from '../src/expressions/expressions.ts';
import { segments } from '../src/expressions/template-text.ts';
import { loadWorkflow } from '../src/parse/workflow-file.ts';
import { WorkflowLab } from './workflow-lab.ts';

const contexts = {
  github: { ref_name: 'main', event: { inputs: { a: 1 } } },
  inputs: { name: "it's", flag: true, none: null },
};

describe('an expression', () => {
  test.each([
    ["'it''s' == inputs.name", 'true'],
    ["format('{0}''s ''{1}''', 'a', 'b')", "a's 'b'"],
    ['inputs.flag', 'true'],
    ['inputs.none', ''],
    ['inputs.unknown.deeper', ''],
    ['github.event.inputs.a', '1'],
    ['contains(fromJSON(\'["a","b"]\'), \'b\')', 'true'],
    ["inputs.flag && 'yes' || 'no'", 'yes'],
  ])('%s', (expression, text) => {
    expect(evaluate(expression, { contexts }).coerceString()).toBe(text);
  });

  test('names an unknown context', () => {
    expect(() => evaluate('secrets.a', { contexts })).toThrow("Unrecognized named-value: 'secrets'");
  });
});

describe('a scalar with expressions', () => {
  let env: MappingToken | undefined;
  const lab = new WorkflowLab();
  beforeAll(async () => {
    lab.workflow(`
env:
  ONE: \${{ github.ref_name }}
  PART: "say '\${{ inputs.name }}'"
  BLOCK: |
    first 'quoted' {brace}
      indented \${{ github.ref_name }}
    last
  STRIPPED: |-
    a \${{ github.ref_name }}
    b
  FOLDED: >-
    a
    \${{ github.ref_name }}
  ALONE: |
    \${{ inputs.flag }}
  QUOTED: "a \${{ github.ref_name }}
    b"
jobs:
  main:
    runs-on: ubuntu-latest
    steps: [{ run: 'true' }]
`);
    const { repository, workflow } = lab.options();
    const workspace = { name: repository.name, root: repository.root, ref: 'refs/heads/main', sha: '1'.repeat(40) };
    const sources = { workspace, actions: {}, selfReferences: true, services: {} };
    env = (await loadWorkflow(workspace, workflow, sources)).env;
  });
  afterAll(() => lab[Symbol.dispose]());

  test('is what YAML says, with the expressions evaluated', () => {
    expect(textsOf(env, { contexts })).toEqual({
      ONE: 'main',
      PART: "say 'it's'",
      BLOCK: "first 'quoted' {brace}\n  indented main\nlast\n",
      STRIPPED: 'a main\nb',
      FOLDED: 'a main',
      ALONE: 'true\n',
      QUOTED: 'a main b',
    });
    expect(textOf(env?.find('ONE'), { contexts })).toBe('main');
  });

  test('is split at its expressions', () => {
    expect(segments("a ${{ format('}}') }}b${{ c }}")).toEqual([
      { literal: 'a ' },
      { expression: "format('}}')" },
      { literal: 'b' },
      { expression: 'c' },
    ]);
    expect(() => segments('${{ never')).toThrow('The expression is not closed');
  });
});
