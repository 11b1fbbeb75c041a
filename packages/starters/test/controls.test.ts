import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type EvidenceSource, readControls } from '@lockstep/evidence';
import { platformLines } from '@lockstep/platform';
import { GDPR, GDPR_LEFT_OUT, HIPAA, HIPAA_STANDARDS, paragraphsOf, SOC2, SOC2_LEFT_OUT } from './paragraphs.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'packages/starters/controls');
const names = readdirSync(folder).sort();
const maps = names.map((name) => ({
  name,
  map: readControls(readFileSync(join(folder, name), 'utf8'), name, Date.now()),
}));
const controls = maps.flatMap(({ map }) => map.controls);

/** Where the ids of the checks of each tool are written. */
const SOURCES: Readonly<Record<string, string>> = {
  'alert-drill': 'packages/notify/src/drill',
  backup: 'packages/backup/src',
  'contract-check': 'packages/contract/src',
  'database-report': 'packages/health/src/database',
  'edge-audit': 'packages/edge/src',
  evidence: 'packages/evidence/src/trail',
  incidents: 'packages/evidence/src/incidents',
  'tenant-audit': 'packages/tenants/src',
};

function textsOf(path: string): string {
  if (statSync(path).isFile()) return path.endsWith('.ts') ? readFileSync(path, 'utf8') : '';
  return readdirSync(path)
    .map((name) => textsOf(join(path, name)))
    .join('\n');
}
const texts = new Map(Object.entries(SOURCES).map(([tool, path]) => [tool, textsOf(join(root, path))]));
const platform = platformLines.map(({ key }) => key);

/** Whether a tool has a check that a pattern fits. */
function isKnown(tool: string, pattern: string): boolean {
  if (tool === 'platform-audit') {
    const first = pattern.replace(/\*$/, '');
    return (
      ['drift.*', 'drift.members'].includes(pattern) ||
      platform.some((key) => (pattern.endsWith('*') ? key.startsWith(first) : key === first))
    );
  }
  // Teams give gates their names.
  if (tool === 'quality-gate') return pattern.startsWith('gate/');
  const text = texts.get(tool) ?? '';
  const first = pattern.replace(/\*$/, '');
  const [, area = ''] = /^([a-z-]+\/)\*?$/.exec(first) ?? [];
  // Ids of an area are often put together.
  if (area !== '') return ["'", '`'].some((mark) => text.includes(`${mark}${area}`));
  return pattern.endsWith('*')
    ? ["'", '`'].some((mark) => text.includes(`${mark}${first}`))
    : text.includes(`'${first}'`) || text.includes(`'${first.split('/').at(-1)}'`);
}

test('the maps are those of the documentation, and no id is there twice', () => {
  expect(names).toEqual(['gdpr.yml', 'hipaa.yml', 'readiness.yml', 'soc-2.yml']);
  const ids = controls.map(({ id }) => id);
  expect(ids.filter((id, nth) => ids.indexOf(id) !== nth)).toEqual([]);
});

test('whoever looks for checks that no tool has would find it', () => {
  expect(isKnown('edge-audit', 'tls-version')).toBe(false);
  expect(isKnown('backup', 'row-equal')).toBe(false);
  expect(isKnown('platform-audit', 'vercel.domain')).toBe(false);
  expect(isKnown('tenant-audit', 'tenants/*')).toBe(false);
});

describe.each(maps)('$name', ({ map, name }) => {
  const sources = map.controls.flatMap(({ evidence, id }) => evidence.map((source) => ({ id, source })));
  const of = <K extends EvidenceSource['kind']>(kind: K) =>
    sources.flatMap(({ id, source }) =>
      source.kind === kind ? [{ id, source: source as Extract<EvidenceSource, { kind: K }> }] : [],
    );

  test('asks for checks that its tools have', () => {
    const strange = of('checks').flatMap(({ id, source }) =>
      source.ids
        .filter((pattern) => !isKnown(source.tool, pattern))
        .map((pattern) => `${id}: ${source.tool} ${pattern}`),
    );
    expect(strange).toEqual([]);
  });

  test('asks for workflows that are starters, and documents that have a kind', () => {
    const workflows = of('workflow').map(({ source }) => source.workflow);
    expect(
      workflows.filter((one) => !existsSync(join(root, 'workflows-templates', one)) && one !== 'lockstep-evidence.yml'),
    ).toEqual([]);
    const documents = of('document').map(({ source }) => source.file);
    expect(documents.filter((one) => !existsSync(join(root, 'examples/prescriptions', one)))).toEqual([]);
  });

  test('names the paragraph of each control in its id', () => {
    const section = {
      'hipaa.yml': /^hipaa-164\.3\d\d-/,
      'gdpr.yml': /^gdpr-\d+-\d/,
      'soc-2.yml': /^soc2-cc\d\.\d$/,
      'readiness.yml': /^ready-[1-6]\.\d+/,
    }[name];
    for (const { id, title } of map.controls) {
      expect(id).toMatch(section ?? /^$/);
      const [, number = ''] = /(\d+(?:\.\d+)?)/.exec(title) ?? [];
      if (name !== 'readiness.yml') expect(id).toContain(number);
    }
  });

  test('never says of a law or a standard that it is obeyed', () => {
    for (const { notCollected, title } of map.controls)
      expect(`${title} ${notCollected}`).not.toMatch(/compliant|complies|conform/i);
  });
});

test('every expectation of the five areas is there', () => {
  const ready = controls.map(({ id }) => id);
  for (const area of [1, 2, 3, 4, 5])
    for (const nth of [1, 2, 3, 4, 5, 6, 7, 8]) expect(ready).toContain(`ready-${area}.${nth}`);
});

const titlesOf = (name: string) => maps.find((one) => one.name === name)?.map.controls.map(({ title }) => title) ?? [];
/** `164.312(b)`, or `32(1)(a)`, of the beginning of a title. */
const MARKS = String.raw`(?:164\.\d+|\d+)\([\w()]*(?:(?:, | and | to )\([\w()]*\))*`;

describe('every number is one of the law, and none is left out', () => {
  test.each([
    ['164.310(a)(2)(i) to (iv)', ['164.310(a)(2)(i)', '164.310(a)(2)(ii)', '164.310(a)(2)(iii)', '164.310(a)(2)(iv)']],
    ['164.310(b) and (c)', ['164.310(b)', '164.310(c)']],
    ['164.308(a)(3)(ii)(A) to (C)', ['A', 'B', 'C'].map((mark) => `164.308(a)(3)(ii)(${mark})`)],
    ['35(1), (2), (7) and (9)', ['35(1)', '35(2)', '35(7)', '35(9)']],
    ['5(1)(a) and (b)', ['5(1)(a)', '5(1)(b)']],
  ])('%s is read as each of its paragraphs', (text, paragraphs) => {
    expect(paragraphsOf(text)).toEqual(paragraphs);
  });

  test('HIPAA: each specification once, as what the rule says that it is', () => {
    const rows = titlesOf('hipaa.yml').flatMap((title) => {
      const [, marks = '', said = ''] = new RegExp(`^(${MARKS}) .*\\((required|addressable)\\)$`).exec(title) ?? [];
      return paragraphsOf(marks).map((paragraph) => [paragraph, said] as const);
    });
    const own = rows.filter(([paragraph]) => !HIPAA_STANDARDS.includes(paragraph));
    expect([...own].sort()).toEqual([...HIPAA].sort());
    expect(rows.map(([paragraph]) => paragraph)).toEqual(expect.arrayContaining([...HIPAA_STANDARDS]));
  });

  test('GDPR: each paragraph once, but for those that the map says why it leaves out', () => {
    const rows = titlesOf('gdpr.yml').flatMap((title) => {
      const [, marks = ''] = new RegExp(`^Article (${MARKS}) `).exec(title) ?? [];
      return paragraphsOf(marks);
    });
    expect([...rows].sort()).toEqual(GDPR.filter((one) => !GDPR_LEFT_OUT.includes(one)).sort());
  });

  test('SOC 2: each criterion once, but for those that the map says why it leaves out', () => {
    const rows = titlesOf('soc-2.yml').map((title) => title.split(' ')[0] ?? '');
    expect(SOC2).toHaveLength(33);
    expect([...rows].sort()).toEqual(SOC2.filter((one) => !SOC2_LEFT_OUT.includes(one)).sort());
  });
});

test('the example has the rows of the maps, and of readiness the same ids', () => {
  const name = 'examples/prescriptions/.lockstep/controls.yml';
  const example = readControls(readFileSync(join(root, name), 'utf8'), name, Date.now());
  expect(example.controls.map(({ id }) => id).sort()).toEqual(controls.map(({ id }) => id).sort());
  const isOfLaw = ({ id }: { readonly id: string }) => !id.startsWith('ready-');
  expect(example.controls.filter(isOfLaw)).toEqual(
    expect.arrayContaining(controls.filter(isOfLaw).map((control) => expect.objectContaining(control))),
  );
});

test('a template has so many places to fill in as the documentation says', () => {
  const documents = join(root, 'packages/starters/documents');
  const places = readdirSync(documents)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(documents, name), 'utf8').match(/\[FILL IN/g)?.length ?? 0);
  const page = readFileSync(join(root, 'docs/evidence.md'), 'utf8');
  const [, least, most] = /have (\d+) to (\d+) places to fill in/.exec(page) ?? [];
  expect([Math.min(...places), Math.max(...places)]).toEqual([Number(least), Number(most)]);
});
