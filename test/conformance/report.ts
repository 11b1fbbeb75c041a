import type { Check, Difference, Row, Table } from './table.ts';

/** CONFORMANCE.md: the table for people. */
export function renderTable(table: Table): string {
  const head = `# What this runner does as GitHub's does

Each row is a behaviour of the real runner that the product relies on, where it is written, and what shows it. Jobs are
those of [selftest-cases.yml](../../.github/workflows/selftest-cases.yml): the tests run that file here,
and \`selftest.yml\`, started by hand, runs the same file on GitHub and prints what differs. What a workflow
cannot see from inside (a runner that is shut down or lost) has a test of its own.

Made from \`test/conformance/table.json\` by \`test/conformance/report.ts\`; a test keeps it current.

| behaviour | source | shown by |
|---|---|---|
`;
  const rows = table.rows.map((row) => `| ${row.behaviour} | ${sources(row, table)} | ${shownBy(row.check)} |`);
  return `${head}${rows.join('\n')}\n`;
}

/** What a run on GitHub showed: a table of the differences, or that there are none. */
export function renderDifferences(found: readonly Difference[], checked: number): string {
  if (found.length === 0) return `All ${checked} rows of the conformance table hold here.\n`;
  const rows = found.map(
    ({ row, expected, observed }) => `| ${row.behaviour} | ${code(expected)} | ${code(observed)} |`,
  );
  const head = `${found.length} of ${checked} rows of the conformance table differ here.\n\n| behaviour | proving ground | here |\n|---|---|---|\n`;
  return `${head}${rows.join('\n')}\n`;
}

function sources(row: Row, table: Table): string {
  return row.sources.map((name) => `[${name}](${table.sources[name]})`).join(', ');
}

function shownBy(check: Check): string {
  if ('test' in check) return `${code(check.test.split('/').at(-1) ?? check.test)}: ${check.title}`;
  const where = `job ${code(check.job)}`;
  if ('observe' in check) return `${where}, ${check.observe}: ${code(JSON.stringify(check.expect))}`;
  if ('conclusion' in check) return `${where} ends with ${code(check.conclusion)}`;
  return `${where}, lines of the log with ${code(check.line)}: ${check.count}`;
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|').replaceAll('`', "'")}\``;
}
