import { expect, test } from '@jest/globals';
import { callsCli, cliAdvice } from '../../src/rehearsal/vercel-cli.ts';

const advice = (command: string, { dependencies = [] as string[], path = [] as string[] } = {}) =>
  cliAdvice(JSON.stringify({ on: 'push', jobs: { a: { uses: 'x/y@v1', with: { 'build-command': command } } } }), {
    dependencies: new Set(dependencies),
    isOnPath: (program) => path.includes(program),
  });

const NOT_INSTALLED = /which is not installed here.*npm install --save-dev vercel.*npx vercel pull/;
const NEWEST = /each run fetches the newest: run `npm install --save-dev vercel`/;

test.each([
  ['vercel pull --yes && vercel build --prod', NOT_INSTALLED],
  ['npm ci\nvercel build --prod', NOT_INSTALLED],
  ['(cd web; vc build)', NOT_INSTALLED],
  ['npx vercel pull --yes --environment=production\nnpx vercel build --prod', NEWEST],
  ['npx --yes vercel build', NEWEST],
  ['pnpm exec vercel build', NEWEST],
  ['pnpm dlx vercel build', NEWEST],
  ['yarn vercel build', NEWEST],
])('%j without it is told what to add', (command, expected) => {
  expect(advice(command)).toMatch(expected);
});

test.each<[string, Parameters<typeof advice>[1]]>([
  ['vercel build --prod', { path: ['vercel'] }],
  ['npm ci && npx vercel build --prod', { dependencies: ['vercel'] }],
  ['npx vercel@64.0.2 build --prod', {}],
  ['npm install --global vercel@64.0.2\nvercel build', {}],
  ['pnpm add -g vercel && vercel pull', {}],
  ['npm run build', {}],
  ['echo vercel build is not called here', {}],
  ['', {}],
])('%j is left alone where it is there, or not called', (command, around) => {
  expect(advice(command, around)).toBeUndefined();
});

test('a dependency is not on the PATH', () => {
  expect(advice('vercel build', { dependencies: ['vercel'] })).toMatch(NOT_INSTALLED);
});

test.each([
  ['vercel pull --yes && vercel build --prod', true],
  ['npm ci && npx vercel build --prod', true],
  ['next build', false],
])('%j calls the CLI: %s', (command, calls) => {
  expect(callsCli(JSON.stringify({ on: 'push', jobs: { a: { steps: [{ run: command }] } } }))).toBe(calls);
});
