import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { textDecisions, workflowDecisions } from './text-decisions.ts';

const root = join(import.meta.dirname, '..', '..');

/** What may read meaning off a text, since there is no field: each with why. By the end of its path. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'action-shell/src/journal-state.ts':
    'a journal of an earlier version has the code alone: a closed list of its own codes',
  'github/src/failure.ts':
    'GitHub tells some rate limits, and what a token may not do, by words alone (docs.github.com, "Rate limits")',
  'connection/explain.ts': 'the pg driver gives two of its own errors no code, only words; they choose what is advised',
  'connection/session.ts': 'the pg driver gives a connection that ended under a query no code, only words',
  'quality/src/source.ts': 'V8 says where a JSON text breaks only in words; both answers are unknown',
};

/** Every code that an action's README lists. */
const declared = new Set(
  [
    ...readFileSync(join(root, 'docs', 'reasons.md'), 'utf8').matchAll(/^\| (?:<a [^>]*><\/a>)?`([a-z0-9-]+)` \|/gm),
  ].map(([, code = '']) => code),
);

function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path, ending);
    return name.endsWith(ending) ? [path] : [];
  });
}

const sources = ['packages', 'actions'].flatMap((kind) =>
  readdirSync(join(root, kind)).flatMap((name) => filesBelow(join(root, kind, name, 'src'), '.ts')),
);

test('no source decides by what was said', () => {
  expect(sources.length).toBeGreaterThan(300);
  const found = sources.flatMap((path) =>
    textDecisions(readFileSync(path, 'utf8')).map(({ line, code }) => ({ path, line, code })),
  );
  const exceptionOf = (path: string) => Object.keys(EXCEPTIONS).find((end) => path.endsWith(`/${end}`));
  expect(
    found
      .filter(({ path }) => exceptionOf(path) === undefined)
      .map(({ path, line, code }) => `${relative(root, path)}:${line}: ${code}`),
  ).toEqual([]);
  const used = new Set(found.flatMap(({ path }) => exceptionOf(path) ?? []));
  expect([...used].sort()).toEqual(Object.keys(EXCEPTIONS).sort());
});

test('no workflow decides by a reason that is not declared', () => {
  const workflows = ['.github/workflows', 'workflows-templates'].flatMap((folder) =>
    filesBelow(join(root, folder), '.yml'),
  );
  expect(workflows.length).toBeGreaterThan(20);
  const found = workflows.flatMap((path) =>
    workflowDecisions(readFileSync(path, 'utf8'), declared).map(
      ({ line, code }) => `${relative(root, path)}:${line}: ${code}`,
    ),
  );
  expect(found).toEqual([]);
  expect(declared.size).toBeGreaterThan(100);
});

describe('in a source, it is seen', () => {
  test.each([
    "if (end.reason === 'swap-undone') go();",
    "const state = end.reason !== 'swap-undone' ? 1 : 2;",
    "const kept = result?.reason.startsWith('kept') ?? false;",
    "const isKept = end.reason.slice(0, 4) === 'kept';",
    "if (error.message.trim().toLowerCase() === 'kept') go();",
    'const told = /\\bdpl_\\w+/.exec(head.message)?.[0];',
    'if (KNOWN.has(outcome.reason)) go();',
    "const found = all.filter(({ reason }) => reason === 'x');",
    'const found = all.filter((one) => CODES.includes(one.reason));',
    "switch (stays.because) { case 'x': go(); }",
    "while (!error.message.includes('late')) go();",
    'const isLate = (error as Error).message.match(/late/) !== null;',
    "const isLate = error['message'].endsWith('late');",
    'if (end.reason) go();',
    "if (/late/.test(messageOf(answer) ?? '')) go();",
    "if (describe(error).includes('late')) go();",
    "if (String(error.message) === 'late') go();",
    "const undone = end.reason === 'swap-undone';",
    "const text = error.message; if (text.includes('late')) go();",
    "const { reason: why } = end; if (why === 'late') go();",
    "const parts = String(error).split(' '); const isLate = parts.includes('late');",
    "const first = end.message.trim(); const other = first.slice(1); while (other === 'x') go();",
    'const reason = last.class as Reason;',
    'const reason = last.class as UndoReason;',
  ])('%s', (code) => {
    expect(textDecisions(code)).toMatchObject([{ line: 1 }]);
  });

  test('with its line and its words, however many files were parsed before it', () => {
    const source = "// one: ä, ✅\nconst a = 1;\nif (\n  end.reason ===\n  'x'\n) go();\n";
    textDecisions('const a = 1;\n\n\n// a comment at the end');
    for (let turn = 0; turn < 2; turn++)
      expect(textDecisions(source)).toEqual([{ line: 4, code: "end.reason === 'x'" }]);
  });

  test('in a program that names its interpreter', () => {
    expect(textDecisions("#!/usr/bin/env node\nif (end.reason === 'x') go();\n")).toMatchObject([{ line: 2 }]);
  });

  test.each([
    "const words = record.message === '' ? '' : ` (${record.message})`;",
    'if (end.reason === undefined) go();',
    "const words = typeof data.message === 'string' ? data.message : '';",
    'throw signal.reason instanceof Error ? signal.reason : new Error(signal.reason);',
    "if (end.kind === 'moved') say(end.reason, end.message);",
    "const lines = commit.message.split('\\n');",
    "const end = { verdict, reason: 'swapped', message };",
    'const text = `${end.reason}: ${end.message}`;',
  ])('and this is none: %s', (code) => {
    expect(textDecisions(code)).toEqual([]);
  });
});

describe('in a workflow, it is seen', () => {
  const known = new Set(['rolled-back', 'frozen']);
  const step = (expression: string) =>
    `jobs:\n  a:\n    steps:\n      - with:\n          state: >-\n            ${expression}\n`;
  const condition = (expression: string) => `jobs:\n  a:\n    steps:\n      - if: ${JSON.stringify(expression)}\n`;

  test.each([
    step("${{ startsWith(steps.back.outputs.reason, 'rolled-back') && 'rolled-back' || 'unknown' }}"),
    step("${{ steps.back.outputs.reason == 'rolled-bakc' && 'rolled-back' || 'unknown' }}"),
    step("${{ steps.back.outputs.reason != 'rolled-back' && 'x' || 'y' }}"),
    step("${{ contains(fromJSON('[1]'), needs.look.outputs.reason) && 'x' || 'y' }}"),
    step("${{ steps.back.outputs['reason'] && 'x' || 'y' }}"),
    step("${{ fromJSON('{}')[steps.back.outputs.reason] }}"),
    condition("steps.back.outputs.reason != ''"),
    condition('${{ !steps.back.outputs.reason }}'),
    condition('always() && steps.back.outputs.reason'),
  ])('%s', (text) => {
    expect(workflowDecisions(text, known)).toHaveLength(1);
  });

  test.each([
    step("${{ steps.back.outputs.reason == 'rolled-back' && 'rolled-back' || 'unknown' }}"),
    step("It failed: ${{ steps.back.outputs.reason || 'nobody knows why' }}."),
    step("${{ steps.a.outcome == 'failure' && steps.a.outputs.reason || steps.b.outputs.reason }}"),
    step("${{ steps.a.outputs.verdict && format('Not all: {0}.', steps.a.outputs.reason || 'x') || 'y' }}"),
    condition("steps.back.outputs.reason == 'frozen' && steps.back.outputs.verdict == 'fail'"),
    condition("steps.back.outputs.reasonable == 'x'"),
  ])('and this is none: %s', (text) => {
    expect(workflowDecisions(text, known)).toEqual([]);
  });
});
