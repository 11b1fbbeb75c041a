import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Repository } from '../repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

const short = (finding: { rule: string; level: string; file?: string; line?: number }) =>
  [finding.rule, finding.level, finding.file ?? '', finding.line ?? 0].join(' ');

describe('linters', () => {
  test('ESLint: every level, and a file that does not parse', async () => {
    const report = await repo.report('eslint', repo.recorded('eslint.json'));
    expect(report.checked).toBe(4);
    expect(report.findings.map(short)).toEqual([
      'no-var error src/bad.js 1',
      'no-unused-vars warning src/bad.js 2',
      'no-undef error src/bad.js 3',
      'parse-error error src/broken.js 1',
    ]);
  });

  test('TypeScript: errors with a place, and one of the whole program', async () => {
    const report = await repo.report('typescript', repo.recorded('tsc.txt'));
    expect(report.findings.map(short)).toEqual([
      'TS2322 error ts/a.ts 1',
      'TS2322 error ts/a.ts 3',
      'TS2339 error ts/a.ts 4',
    ]);
    const whole = await repo.report('typescript', repo.recorded('tsc-flag.txt'));
    expect(whole.findings.map(short)).toEqual(['TS5023 error  0']);
  });

  test('TypeScript that prints nothing is fine only when it ended with 0', async () => {
    const path = repo.write('empty.txt', '');
    expect(await repo.read('typescript', path, 0)).toMatchObject({ kind: 'report', report: { findings: [] } });
    expect(await repo.read('typescript', path, undefined)).toMatchObject({ why: 'report-empty' });
    expect(await repo.read('typescript', path, 2)).toMatchObject({ why: 'report-empty' });
    const shell = repo.write('shell.txt', 'sh: 1: tsc: not found');
    for (const exitCode of [undefined, 2])
      expect(await repo.read('typescript', shell, exitCode)).toMatchObject({ why: 'report-malformed' });
  });

  test('SARIF: levels by result and by rule, suppressions, and places as URIs', async () => {
    const log = {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'x', rules: [{ id: 'r1', defaultConfiguration: { level: 'error' } }] } },
          results: [
            { ruleId: 'r1', message: { text: 'by rule' }, locations: at('src/a%20b.ts', 7) },
            { ruleId: 'r1', level: 'note', message: { text: 'by result' } },
            { ruleId: 'r2', message: { text: 'by default' } },
            { ruleId: 'r2', message: { text: 'suppressed' }, suppressions: [{ kind: 'inSource' }] },
            { ruleId: 'r2', message: { text: 'rejected' }, suppressions: [{ kind: 'external', status: 'rejected' }] },
            { ruleId: 'r2', kind: 'pass', message: { text: 'passes' } },
            { ruleId: 'r2', baselineState: 'absent', message: { text: 'gone' } },
          ],
        },
      ],
    };
    const report = await repo.report('sarif', repo.write('a.sarif', JSON.stringify(log)));
    expect(report.findings.map(({ message, level }) => `${message} ${level}`)).toEqual([
      'by rule error',
      'by result note',
      'by default warning',
      'rejected warning',
    ]);
    expect(report.findings[0]).toMatchObject({ file: 'src/a b.ts', line: 7 });
  });

  test('SARIF of a tool that says that it did not run to its end is no clean bill', async () => {
    expect(await repo.read('sarif', repo.recorded('eslint.sarif'))).toMatchObject({ why: 'tool-crashed' });
  });
});

function at(uri: string, startLine: number): object {
  return [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }];
}
