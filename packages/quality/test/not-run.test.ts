import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Repository } from './repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

const junit = async (xml: string) => await repo.read('junit', repo.write('a.xml', xml));
const suite = (inside: string, attributes = '') =>
  `<testsuites><testsuite ${attributes}>${inside}</testsuite></testsuites>`;

test('GoogleTest: a disabled test has not passed, and a run of nothing else is none', async () => {
  expect(await repo.read('junit', repo.made('gtest-disabled.xml'))).toMatchObject({ why: 'nothing-checked' });
});

describe('JUnit: what did not run has not passed', () => {
  test.each([
    '<testcase status="notrun"/>',
    '<testcase status="disabled"/>',
    '<testcase status="skipped"/>',
    '<testcase status="Not Run"/>',
    '<testcase status="run" result="suppressed"/>',
    '<testcase status="PENDING"/>',
    '<testcase disabled="true"/>',
    '<testcase disabled="1"/>',
    '<testcase executed="false"/>',
    '<testcase><disabled/></testcase>',
    '<testcase><ignored/></testcase>',
  ])('%s', async (xml) => {
    const reading = await junit(suite(`${xml}<testcase status="run" result="completed"/>`));
    expect(reading).toMatchObject({ report: { tests: { total: 2, passed: 1, failed: 0, skipped: 1 } } });
  });

  test.each(['tests="3" disabled="2"', 'tests="3" skipped="2"', 'tests="3" skipped="1" disabled="1"', 'ignored="2"'])(
    'a suite says how many, its tests do not: %s',
    async (attributes) => {
      const reading = await junit(suite('<testcase/><testcase/><testcase/>', attributes));
      expect(reading).toMatchObject({ report: { tests: { total: 3, passed: 1, skipped: 2 } } });
    },
  );

  test('what a suite and its tests both say is counted once, and so is one test under two words', async () => {
    const both = await junit(suite('<testcase/><testcase status="notrun"/>', 'tests="2" disabled="1"'));
    expect(both).toMatchObject({ report: { tests: { passed: 1, skipped: 1 } } });
    const twice = await junit(suite('<testcase><skipped/></testcase>', 'tests="1" skipped="1" disabled="1"'));
    expect(twice).toMatchObject({ why: 'nothing-checked' });
  });

  test('of two suites only the one that says so', async () => {
    const xml = `<testsuites>${['disabled="1"', ''].map((one) => `<testsuite ${one}><testcase/><testcase/></testsuite>`).join('')}</testsuites>`;
    expect(await junit(xml)).toMatchObject({ report: { tests: { total: 4, passed: 3, skipped: 1 } } });
  });

  test('a suite that was not run as a whole', async () => {
    for (const xml of [suite('<skipped/><testcase/>'), suite('<testcase/>', 'status="disabled"')])
      expect(await junit(xml)).toMatchObject({ why: 'nothing-checked' });
  });

  test('failed by its attribute alone', async () => {
    const reading = await junit(suite('<testcase name="a" status="failed"/><testcase/>'));
    expect(reading).toMatchObject({ report: { tests: { failed: 1 }, findings: [{ message: 'a' }] } });
  });

  test('an unknown word is no pass', async () => {
    expect(await junit(suite('<testcase status="perhaps"/><testcase/>'))).toMatchObject({ why: 'report-incomplete' });
  });

  test('a suite inside says that it holds more tests than there are', async () => {
    expect(await junit(suite('<testcase/>', 'tests="5"'))).toMatchObject({ why: 'report-incomplete' });
  });
});

describe('ESLint: what it counts, it must name', () => {
  const file = (more: object) => ({ filePath: '/a.js', messages: [], errorCount: 0, warningCount: 0, ...more });
  const eslint = async (...entries: readonly object[]) =>
    await repo.read('eslint', repo.write('eslint.json', JSON.stringify(entries)));

  test.each<object>([{ errorCount: 1 }, { fatalErrorCount: 1 }, { warningCount: 1 }])(
    '%j without a message',
    async (more) => {
      expect(await eslint(file({}), file(more))).toMatchObject({ why: 'report-incomplete' });
    },
  );

  test('a warning does not stand for an error', async () => {
    const warning = { ruleId: 'r', severity: 1, message: 'm', line: 1 };
    expect(await eslint(file({ errorCount: 1, messages: [warning] }))).toMatchObject({ why: 'report-incomplete' });
  });

  test('files that it did not look into are none that it looked at', async () => {
    const ignored = {
      ruleId: null,
      fatal: false,
      severity: 1,
      message: 'File ignored because of a matching ignore pattern.',
    };
    expect(await eslint(file({ warningCount: 1, messages: [ignored] }))).toMatchObject({ why: 'nothing-checked' });
  });
});

describe('Jest and Vitest', () => {
  const jest = async (status: string, more: object = {}) => {
    const assertionResults = [{ status: 'passed' }, { status }];
    const report = { numTotalTests: 2, success: true, testResults: [{ status: 'passed', assertionResults }], ...more };
    return await repo.read('jest', repo.write('jest.json', JSON.stringify(report)));
  };

  test('an unknown status is no pass', async () => {
    expect(await jest('running')).toMatchObject({ why: 'report-incomplete' });
  });

  test('counts that its tests contradict', async () => {
    for (const more of [{ numFailedTests: 1 }, { numRuntimeErrorTestSuites: 1 }, { numPassedTests: 1 }])
      expect(await jest('passed', more)).toMatchObject({ why: 'report-incomplete' });
  });
});

describe('lcov: a file counts once, by line', () => {
  const lcov = async (text: string) => await repo.read('lcov', repo.write('lcov.info', text));

  test('a file that comes twice: what either ran is covered', async () => {
    const section = (one: number, two: number) =>
      `SF:a.ts\nDA:1,${one}\nDA:2,${two}\nDA:3,0\nLF:3\nLH:1\nend_of_record\n`;
    expect(await lcov(section(1, 0) + section(0, 4))).toMatchObject({
      report: { checked: 1, metrics: { lines: (2 / 3) * 100 } },
    });
  });

  test('without LF and LH the lines are counted', async () => {
    const text = 'SF:a.ts\nFN:1,f\nFNDA:0,f\nBRDA:1,0,0,1\nBRDA:1,0,1,-\nDA:1,1\nDA:2,0\nend_of_record\n';
    expect(await lcov(text)).toMatchObject({ report: { metrics: { lines: 50, branches: 50, functions: 0 } } });
  });

  test('totals that claim more than its lines show are not believed', async () => {
    const text = 'SF:a.ts\nDA:1,1\nDA:2,0\nLF:2\nLH:2\nend_of_record\n';
    expect(await lcov(text)).toMatchObject({ report: { metrics: { lines: 50 } } });
  });

  test('one total of two, or a file twice without lines, says nothing', async () => {
    for (const text of ['SF:a\nLF:4\nend_of_record\n', 'SF:a\nLF:4\nLH:4\nend_of_record\n'.repeat(2)])
      expect(await lcov(text)).toMatchObject({ why: 'report-incomplete' });
  });
});

describe('other ways in which nothing is read', () => {
  test('a folder, a pipe, a device', async () => {
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [`${repo.root}/pipe`]);
    repo.write('folder/x', '');
    for (const path of [`${repo.root}/pipe`, `${repo.root}/folder`, '/dev/zero'])
      for (const format of ['eslint', 'junit', 'lcov', 'npm-audit'] as const)
        expect(await repo.read(format, path, 0)).toMatchObject({ why: 'report-malformed' });
  });

  test('a byte order mark is no content', async () => {
    const text = `\ufeff${JSON.stringify({ metadata: { vulnerabilities: { high: 0, critical: 0 } } })}`;
    expect(await repo.read('npm-audit', repo.write('a.json', text), 0)).toMatchObject({ kind: 'report' });
    expect(await repo.read('eslint', repo.write('b.json', '\ufeff[{"filePath":"a","messages":[]}]'), 0)).toMatchObject({
      kind: 'report',
    });
  });

  test('a name that no file can have is no file', async () => {
    const name = `${'x'.repeat(400)}.ts`;
    const xml = suite(
      `<testcase classname="${name}" file="a&#x9;b"><failure>at file:///%E0%A4%A.js:1:1 ${name}:1:1</failure></testcase>`,
    );
    expect(await junit(xml)).toMatchObject({ report: { tests: { failed: 1 } } });
  });
});
