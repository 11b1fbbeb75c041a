import { describe, expect, test } from '@jest/globals';
import { MOST_BYTES, statusJson, statusPage } from '../../src/status/page.ts';
import { publicStatus } from '../../src/status/public-status.ts';
import type { StatusFacts } from '../../src/status/status-facts.ts';
import { LINES, NOW, releaseOf, statusFacts } from './facts.ts';

function made(facts: StatusFacts, lines = LINES) {
  const status = publicStatus(facts, lines);
  if (status === undefined) throw new Error('there is no page');
  return { status, page: statusPage(status), json: statusJson(status) };
}

/** What a reader sees, without markup. */
function textOf(page: string): string {
  return page
    .slice(page.indexOf('<body>'))
    .replace(/<span class="label"[^>]*>[^<]*<\/span>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the page', () => {
  test('says what is live, how releases ended, and what was measured', () => {
    const text = textOf(made(statusFacts()).page);
    for (const words of [
      'Prescriptions: status No incident is open. As of 2026-11-30 12:00 UTC',
      'production/web Live Release 20261129T093000Z-3f9a2c Commit 3f9a2c1 Since 2026-11-29 12:05 UTC',
      'staging/web A release is held: a person decides',
      '99.962 % of what was observed',
      '99.8 % of the time was observed',
      '16 min 24 s of 43 min 12 s spent 62 % left',
      '3 d not measured 1 not measured',
      '20261127T140200Z-b81d77 production/web 3f9a2c1 2026-11-27 12:00 UTC 11 min Rolled back',
      '20261121T080000Z-0c4e19 production/web 3f9a2c1 2026-11-21 12:00 UTC 6 min Released, and rolled back later',
      '#41 A release that failed after users had it 2026-11-27 12:09 UTC 3 min 2 min Closed',
      'A backup was restored 2026-11-18 12:00 UTC Passed restored in 22 min, data of 24 h before',
      'People were alerted 2026-11-01 12:00 UTC Passed acknowledged after 3 min',
      '31 of 47 controls have current evidence.',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/complian/i);
  });

  test('says of each part that is missing that it is, and of an empty one that there is none', () => {
    const missing = textOf(
      made(
        statusFacts({
          environments: null,
          releases: null,
          incidents: null,
          availability: null,
          drills: null,
          controls: null,
        }),
      ).page,
    );
    for (const words of [
      ...['Incidents are not recorded.', 'Environments: not recorded.', 'Incidents: not recorded.'],
      ...['Availability: not measured. No monitor was asked.', 'Releases: not recorded.', 'Drills: not recorded.'],
      'Controls: none recorded.',
    ])
      expect(missing).toContain(words);
    const empty = made(statusFacts({ environments: [], releases: [], incidents: [], availability: [], drills: [] }));
    expect(textOf(empty.page).match(/None recorded\./g)?.length).toBe(4);
    expect(textOf(empty.page)).toContain('Availability: not measured.');
  });

  test('never shows a number that was not measured', () => {
    const [first] = statusFacts().availability ?? [];
    if (first === undefined) throw new Error('nothing');
    const report = {
      ...first.report,
      availability: { kind: 'not-measured', windowMs: first.report.windowMs, what: '503' } as const,
      budget: null,
    };
    const text = textOf(made(statusFacts({ availability: [{ ...first, report }] })).page);
    expect(text).toContain('Available, last 30 d not measured Coverage not measured');
    expect(text).toContain('Error budget not measured: too little was observed');
    expect(text).not.toContain('99.962 %');
  });

  test('has incidents of its lines and those that people opened, and no other one', () => {
    const [incident] = statusFacts().incidents ?? [];
    if (incident === undefined) throw new Error('nothing');
    const other = { environment: 'production', service: 'of-a-customer' };
    const incidents = [
      { ...incident, number: 1 },
      { ...incident, number: 2, line: other },
      { ...incident, number: 3, line: null, cause: 'by-hand' as const },
    ];
    const { json } = made(statusFacts({ incidents }));
    expect(JSON.parse(json)).toMatchObject({ incidents: { shown: [{ number: 1 }, { number: 3 }] } });
    expect(json).not.toContain(other.service);
  });

  test('counts open incidents, also where not all of them are shown', () => {
    const [incident] = statusFacts().incidents ?? [];
    if (incident === undefined) throw new Error('nothing');
    const open = { ...incident, closedAt: null };
    expect(textOf(made(statusFacts({ incidents: [open, incident] })).page)).toContain('1 incident is open.');
    const many = Array.from({ length: 25 }, () => incident);
    const text = textOf(made(statusFacts({ incidents: many })).page);
    expect(text).toContain('Of the incidents that are shown here, none is open.');
    expect(text).toContain('5 more are not shown here.');
  });

  test('has no script, nothing from elsewhere and no link, and is not above 200 kB at its longest', () => {
    const [environment] = statusFacts().environments ?? [];
    const [availability] = statusFacts().availability ?? [];
    const [incident] = statusFacts().incidents ?? [];
    const [drill] = statusFacts().drills ?? [];
    if (!environment || !availability || !incident || !drill) throw new Error('nothing');
    const long = { environment: `e${'x'.repeat(39)}`, service: `s${'x'.repeat(39)}` };
    const times = <T>(one: T): T[] => Array.from({ length: 500 }, () => one);
    const { page, json } = made(
      statusFacts({
        title: `"&'${'M'.repeat(57)}`.replace(/^"/, 'A'),
        environments: times({ ...environment, ...long }),
        releases: times(releaseOf({ ...long, goneAt: NOW })),
        incidents: times({ ...incident, line: long, number: Number.MAX_SAFE_INTEGER }),
        availability: times({ ...availability, ...long }),
        drills: times(drill),
      }),
      [`${long.environment}/${long.service}`],
    );
    expect(Buffer.byteLength(page)).toBeLessThan(MOST_BYTES);
    expect(page).not.toMatch(/<script|<iframe|<img|\bon\w+=|javascript:|@import|url\(/i);
    expect(page).not.toMatch(/\b(?:href|src|action)=/i);
    expect(page).not.toMatch(/https?:/);
    expect(page).toContain('A&amp;&#39;MMM');
    expect(textOf(page)).toContain('480 more are in the ledger.');
    expect(JSON.parse(json)).toMatchObject({ kind: 'lockstep-status/1', releases: { more: 480 } });
  });
});

/** What must never be on a page for everybody; each in every field that is there. */
const PRIVATE: readonly string[] = [
  'nora.patient@hospital.example',
  'Nora Patient',
  '078-05-1120',
  '+49 170 1234567',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJub3JhIn0.c2lnbmF0dXJl',
  'postgres://lockstep:s3cr3t@db.internal.example:5432/app',
  'https://github.com/acme/private/actions/runs/1',
  'ghp_0123456789abcdefghijklmnopqrstuvwxyz',
  '<script>alert(1)</script>',
  'nora"onmouseover="x',
  'preview-of-nora',
  'octocat',
  '2026-11-30T12:00:00Z nora',
  '3f9a2c1 nora',
  '#41 nora',
];

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((one, at) => (at === step ? replaced(one, rest, by) : one));
  const map = value as Readonly<Record<string, unknown>>;
  return { ...map, [step]: replaced(map[step], rest, by) };
}

/** The same with private fields in every map, as somebody might add them some day. */
function grown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(grown);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, grown(one)]));
  return { ...inner, ...Object.fromEntries(PRIVATE.map((text, at) => [`field${at}`, text])), [PRIVATE[0] ?? '']: 1 };
}

describe('private data', () => {
  const whole = statusFacts();
  // The title is what the caller writes for the public: see below.
  const leaves = leavesOf(whole).filter(([name]) => name !== 'title');
  const marks = PRIVATE.map((text) => (/nora/i.test(text) ? /nora/i : new RegExp(text.replace(/[^\w]/g, '.'))));

  test('in any field stays out, or takes what it is in with it', () => {
    expect(leaves.length).toBeGreaterThan(90);
    for (const path of leaves)
      for (const [at, text] of PRIVATE.entries()) {
        const status = publicStatus(replaced(whole, path, text) as StatusFacts, LINES);
        const shown = status === undefined ? '' : `${statusPage(status)}${statusJson(status)}`;
        if ((marks[at] as RegExp).test(shown)) throw new Error(`${text} of ${path.join('.')} is on the page`);
      }
  });

  test('such as an address, a number of a person, a token or markup is no title', () => {
    const titles = PRIVATE.filter((text) => publicStatus(statusFacts({ title: text }), LINES) !== undefined);
    // A name is a title like any other.
    expect(titles).toEqual(['Nora Patient', 'preview-of-nora', 'octocat', '3f9a2c1 nora']);
  });

  test('as a map or a list in any field stays out as well', () => {
    for (const path of leaves)
      for (const by of [{ name: PRIVATE[0] }, [PRIVATE[0]], { toString: PRIVATE[0] }]) {
        const status = publicStatus(replaced(whole, path, by) as StatusFacts, LINES);
        const shown = status === undefined ? '' : `${statusPage(status)}${statusJson(status)}`;
        expect(shown).not.toMatch(/nora/i);
      }
  });

  test('in fields that nobody allowed is not on the page, which is the same without them', () => {
    const status = publicStatus(grown(whole) as StatusFacts, LINES);
    expect(status).toEqual(publicStatus(whole, LINES));
    if (status === undefined) throw new Error('there is no page');
    for (const mark of marks) expect(`${statusPage(status)}${statusJson(status)}`).not.toMatch(mark);
  });

  test('such as an environment that is named for a customer is not shown, and its absence is said', () => {
    const preview = { environment: 'preview-of-nora', service: '' };
    const { page, status } = made(
      statusFacts({
        environments: [
          ...(whole.environments ?? []),
          { ...preview, state: 'live', release: null, commit: null, since: null },
        ],
        releases: [releaseOf(preview), ...(whole.releases ?? [])],
      }),
    );
    expect(page).not.toMatch(/nora/);
    expect(status.environments).toMatchObject({ more: 1 });
    expect(textOf(page)).toContain('1 more are not shown here.');
  });
});
