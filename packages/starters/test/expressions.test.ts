import { describe, expect, test } from '@jest/globals';
import { fold, foldTemplate } from '../src/expressions/fold.ts';
import { print } from '../src/expressions/print.ts';
import { literal, parseExpression, rewrite, type Tree, templateTree } from '../src/expressions/tree.ts';

const known: Readonly<Record<string, Tree>> = {
  'inputs.on': literal(true),
  'inputs.off': literal(false),
  'inputs.name': literal('web'),
  'inputs.none': literal(''),
  'inputs.url': parseExpression('vars.URL'),
  'inputs.both': templateTree('https://${{ vars.HOST }}/{x}'),
};
const replace = (path: readonly string[]) => known[path.join('.')];

describe('a condition', () => {
  test.each([
    ["inputs.name == 'web'", 'true'],
    ["inputs.name == 'WEB'", 'true'],
    ["inputs.name != 'web' && always()", 'false'],
    ['always() && inputs.off', 'false'],
    ['inputs.on && failure()', 'failure()'],
    ['failure() && inputs.on', 'failure()'],
    ['failure() || inputs.on', 'true'],
    ['!inputs.none', 'true'],
    ['!(a.b == env.C)', undefined],
    ['!(env.A == env.B)', '!(env.A == env.B)'],
    ['(env.A || env.B) && env.C', '(env.A || env.B) && env.C'],
    ['env.A || env.B && env.C', 'env.A || env.B && env.C'],
    ["env.A == 'x' && (env.A != 'x' || env.B)", "env.A == 'x' && env.B"],
    ["env.A == 'x' && env.A == 'x'", "env.A == 'x'"],
    ["env.A == 'x' || env.A != 'x' && env.B", "env.A == 'x' || env.B"],
    ["contains(fromJSON('[1]'), env.A)", "contains(fromJSON('[1]'), env.A)"],
    ["env.A == 'it''s'", "env.A == 'it''s'"],
    ['github.event.labels.*.name', 'github.event.labels.*.name'],
    ["github.event['a b'].c", "github.event['a b'].c"],
    ['env.A < 3 == (env.B >= 2)', 'env.A < 3 == env.B >= 2'],
  ])('%s', (text, folded) => {
    if (folded === undefined) expect(() => parseExpression(text)).toThrow();
    else expect(print(fold(rewrite(parseExpression(text), replace), true))).toBe(folded);
  });
});

describe('a text', () => {
  test.each([
    ['${{ inputs.on }}', true],
    ['is ${{ inputs.on }}', 'is true'],
    ['${{ inputs.url }}', '${{ vars.URL }}'],
    ['${{ inputs.both }}', 'https://${{ vars.HOST }}/{x}'],
    ["${{ format('{0}/{1}', inputs.name, inputs.none) }}", 'web/'],
    ["${{ format('{{0}}', inputs.name) }}", '{0}'],
    // A value is kept apart from a condition: what is false is shown as "false", and not as nothing.
    ["${{ env.A == 'x' || '' }}", "${{ env.A == 'x' || '' }}"],
    ["${{ steps.a.outputs.b || '' }}", '${{ steps.a.outputs.b }}'],
    ["${{ env.A && '}}' }}", "${{ env.A && '}}' }}"],
    ['nothing', 'nothing'],
    ['', ''],
  ])('%s', (text, folded) => expect(foldTemplate(text, replace)).toBe(folded));

  test('whose expression does not end is an error', () => {
    expect(() => foldTemplate('${{ env.A', replace)).toThrow(/does not end/);
  });
});
