import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../packages/base/src/index.ts';
import { type ReportFormat, readReport } from '../../packages/quality/src/readers.ts';
import { overgrowth } from './growth.ts';
import { ALL, expectLinear, PIECES } from './linear.ts';

const root = mkdtempSync(join(tmpdir(), 'linear-'));
afterAll(() => rmSync(root, { recursive: true }));
const source = { path: root, root, directory: root, exitCode: 1 };

describe('reports are read in proportion to their length', () => {
  const reports: Readonly<Record<string, readonly [ReportFormat, (text: string) => string]>> = {
    'an ESLint message': [
      'eslint',
      (text) => JSON.stringify([{ filePath: 'a', messages: [{ severity: 2, message: text }] }]),
    ],
    'a Jest failure': [
      'jest',
      (text) =>
        JSON.stringify({
          numTotalTests: 1,
          testResults: [{ name: text, assertionResults: [{ status: 'failed', failureMessages: [text] }] }],
        }),
    ],
    'a JUnit failure': [
      'junit',
      (text) => `<testsuite><testcase classname="${xml(text)}"><failure>${xml(text)}</failure></testcase></testsuite>`,
    ],
    'what TypeScript prints': ['typescript', (text) => `a.ts(1,1): error TS1: ${text}\n ${text}`],
    'a SARIF rule': [
      'sarif',
      (text) =>
        JSON.stringify({
          runs: [{ tool: { driver: { rules: [{ id: text }] } }, results: [{ ruleId: `${text}/${text}` }] }],
        }),
    ],
    'an advisory': ['bun-audit', (text) => JSON.stringify({ [text]: [{ title: text, url: text }] })],
    'a tracefile': ['lcov', (text) => `SF:${text}\nDA:1,1\nFN:1,${text}\nBRDA:${text},1\nend_of_record\n`],
    'a license': ['licenses', (text) => JSON.stringify({ [text]: [{ name: text }] })],
    'an advisory of OSV': [
      'osv',
      (text) =>
        JSON.stringify({
          results: [
            {
              source: { path: text },
              packages: [
                {
                  package: { name: text, version: text },
                  vulnerabilities: [{ id: text, summary: text }],
                  groups: [{ ids: [text], max_severity: text }],
                },
              ],
            },
          ],
        }),
    ],
    'an alert of ZAP': [
      'zap',
      (text) =>
        JSON.stringify({
          site: [
            { '@name': text, alerts: [{ pluginid: text, alert: text, instances: [{ uri: `https://a/${text}` }] }] },
          ],
        }),
    ],
    'a metric of k6': [
      'k6',
      (text) =>
        JSON.stringify({
          metrics: { iterations: { count: 1 }, [text]: { [text]: 1, thresholds: { [text]: true } } },
          root_group: { checks: [{ name: text, passes: 0, fails: 1 }] },
        }),
    ],
    'a page of Lighthouse': [
      'lighthouse',
      (text) =>
        JSON.stringify({
          lighthouseVersion: text,
          requestedUrl: `https://a/${text}`,
          finalDisplayedUrl: `https://a/${text}`,
          audits: { [text]: { numericValue: 1 } },
        }),
    ],
    'something else': ['junit', (text) => text],
    'no JSON': ['npm-audit', (text) => text],
  };
  test.each(Object.keys(reports))('%s', async (name) => {
    const [format, make] = reports[name] ?? ['junit', String];
    await expectLinear(
      async (text) => {
        const path = join(root, 'report');
        writeFileSync(path, make(text));
        return await readReport(format, [{ ...source, path }], ['MIT'], { clock: systemClock });
      },
      [['', '']],
      PIECES.filter((_piece, nth) => ALL || nth % 3 === 0),
    );
  });

  /** Many of a thing, where each might look at all the others. */
  test.each<[string, ReportFormat, (count: number) => string]>([
    [
      'results and rules',
      'sarif',
      (n) =>
        JSON.stringify({
          runs: [
            {
              tool: { driver: { rules: Array.from({ length: n }, (_, i) => ({ id: `r${i}` })) } },
              results: Array.from({ length: n }, (_, i) => ({ ruleId: `r${i}/1`, ruleIndex: i })),
            },
          ],
        }),
    ],
    [
      'suites and tests',
      'junit',
      (n) => `<testsuites>${'<testsuite tests="1"><testcase/></testsuite>'.repeat(n)}</testsuites>`,
    ],
    [
      'lines of one file',
      'lcov',
      (n) => `SF:a\n${Array.from({ length: n }, (_, i) => `DA:${i},1`).join('\n')}\nend_of_record\n`.repeat(2),
    ],
    [
      'files',
      'eslint',
      (n) => JSON.stringify(Array(n).fill({ filePath: 'a', messages: [{ severity: 2, message: 'm' }] })),
    ],
    [
      'advisories of one package',
      'osv',
      (n) => {
        const ids = Array.from({ length: n }, (_, i) => `OSV-${i}`);
        const vulnerabilities = ids.map((id) => ({ id }));
        const groups = ids.map((id) => ({ ids: [id], max_severity: '5.0' }));
        return JSON.stringify({ results: [{ packages: [{ package: { name: 'a' }, vulnerabilities, groups }] }] });
      },
    ],
    ['continuations', 'typescript', (n) => `a.ts(1,1): error TS1: a\n${' b\n'.repeat(n)}`],
  ])('many %s', async (_what, format, make) => {
    const growth = await overgrowth(
      (length) => make(Math.ceil(length / 8)),
      async (text: string) => {
        const path = join(root, 'report');
        writeFileSync(path, text);
        return await readReport(format, [{ ...source, path }], [], { clock: systemClock });
      },
    );
    expect(growth).toBeUndefined();
  });
});

function xml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them
  return text.replace(/[\u0000-\u0008\u000b-\u001f]/g, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
