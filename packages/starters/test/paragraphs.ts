/** Whether a specification has to be met (R), or may be replaced by what is as good (A); of a standard without any: R. */
type Designation = 'required' | 'addressable';

const of = (designation: Designation, ids: string): readonly (readonly [string, Designation])[] =>
  ids
    .trim()
    .split(/\s+/)
    .map((id) => [id, designation] as const);

/**
 * The HIPAA Security Rule, as amended by 78 FR 5694 (25 January 2013): every specification, and every standard that has none.
 * Where they were looked up, the map says.
 */
export const HIPAA: ReadonlyMap<string, Designation> = new Map([
  ...of(
    'required',
    `164.308(a)(1)(ii)(A) 164.308(a)(1)(ii)(B) 164.308(a)(1)(ii)(C) 164.308(a)(1)(ii)(D) 164.308(a)(2) 164.308(a)(4)(ii)(A)
    164.308(a)(6)(ii) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B) 164.308(a)(7)(ii)(C) 164.308(a)(8) 164.308(b)(3)
    164.310(b) 164.310(c) 164.310(d)(2)(i) 164.310(d)(2)(ii)
    164.312(a)(2)(i) 164.312(a)(2)(ii) 164.312(b) 164.312(d)
    164.314(a)(2)(i) 164.314(a)(2)(ii) 164.314(a)(2)(iii) 164.314(b)(2)
    164.316(a) 164.316(b)(1)(i) 164.316(b)(1)(ii) 164.316(b)(2)(i) 164.316(b)(2)(ii) 164.316(b)(2)(iii)`,
  ),
  ...of(
    'addressable',
    `164.308(a)(3)(ii)(A) 164.308(a)(3)(ii)(B) 164.308(a)(3)(ii)(C) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C)
    164.308(a)(5)(ii)(A) 164.308(a)(5)(ii)(B) 164.308(a)(5)(ii)(C) 164.308(a)(5)(ii)(D) 164.308(a)(7)(ii)(D)
    164.308(a)(7)(ii)(E)
    164.310(a)(2)(i) 164.310(a)(2)(ii) 164.310(a)(2)(iii) 164.310(a)(2)(iv) 164.310(d)(2)(iii) 164.310(d)(2)(iv)
    164.312(a)(2)(iii) 164.312(a)(2)(iv) 164.312(c)(2) 164.312(e)(2)(i) 164.312(e)(2)(ii)`,
  ),
]);

/** Standards with specifications that have a row besides them, since something shows the standard itself. */
export const HIPAA_STANDARDS: readonly string[] = ['164.312(a)(1)'];

/** The paragraphs of the articles in the map; those of article 5(1) and 32(1) by their points. */
export const GDPR: readonly string[] = [
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((point) => `5(1)(${point})`),
  '5(2)',
  ...[1, 2, 3].map((paragraph) => `25(${paragraph})`),
  ...[1, 2, 3, 4, 5].map((paragraph) => `30(${paragraph})`),
  ...['a', 'b', 'c', 'd'].map((point) => `32(1)(${point})`),
  ...[2, 3, 4].map((paragraph) => `32(${paragraph})`),
  ...[1, 2, 3, 4, 5].map((paragraph) => `33(${paragraph})`),
  ...[1, 2, 3, 4].map((paragraph) => `34(${paragraph})`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((paragraph) => `35(${paragraph})`),
];

/** What authorities, certifications and codes of conduct have in hand, and exemptions. */
export const GDPR_LEFT_OUT: readonly string[] = [
  ...['25(3)', '30(4)', '30(5)', '32(3)', '34(3)', '34(4)'],
  ...['35(3)', '35(4)', '35(5)', '35(6)', '35(8)', '35(10)'],
];

/** The common criteria: how many each series has. */
const SERIES = { 1: 5, 2: 3, 3: 4, 4: 2, 5: 3, 6: 8, 7: 5, 8: 1, 9: 2 } as const;
export const SOC2: readonly string[] = Object.entries(SERIES).flatMap(([series, many]) =>
  Array.from({ length: many }, (_, nth) => `CC${series}.${nth + 1}`),
);

/** About people, boards, buildings and hardware. */
export const SOC2_LEFT_OUT: readonly string[] = [
  ...[
    'CC1.1',
    'CC1.2',
    'CC1.3',
    'CC1.4',
    'CC1.5',
    'CC2.1',
    'CC2.2',
    'CC2.3',
    'CC3.1',
    'CC3.3',
    'CC5.1',
    'CC6.4',
    'CC6.5',
  ],
];

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi'] as const;

/** `(a)(2)(i) to (iv)` → each of them; `(b) and (c)`, `(1), (2) and (7)`. What is short begins where the one before it does. */
export function paragraphsOf(text: string): readonly string[] {
  const [, prefix = '', rest = ''] = /^(164\.\d+|\d+)(\(.*)$/.exec(text) ?? [];
  const found: string[][] = [];
  for (const [, joint = '', marks = ''] of rest.matchAll(/(^|, | and | to )((?:\([A-Za-z0-9]+\))+)/g)) {
    const own = [...marks.matchAll(/\((\w+)\)/g)].map(([, mark = '']) => mark);
    const before = found.at(-1);
    const whole = before === undefined ? own : [...before.slice(0, before.length - own.length), ...own];
    if (joint === ' to ' && before !== undefined) found.push(...between(before, whole));
    found.push(whole);
  }
  return found.map((marks) => `${prefix}${marks.map((mark) => `(${mark})`).join('')}`);
}

function between(from: readonly string[], to: readonly string[]): string[][] {
  const [first = '', last = ''] = [from.at(-1), to.at(-1)];
  const order: readonly string[] = (ROMAN as readonly string[]).includes(last)
    ? ROMAN
    : /\d/.test(last)
      ? Array.from({ length: 20 }, (_, nth) => String(nth + 1))
      : [...(/[A-Z]/.test(last) ? 'ABCDEFGH' : 'abcdefgh')];
  return order.slice(order.indexOf(first) + 1, order.indexOf(last)).map((mark) => [...from.slice(0, -1), mark]);
}
