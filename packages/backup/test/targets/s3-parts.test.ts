import { describe, expect, test } from '@jest/globals';
import { lifecycleRules, tierProblems } from '../../src/targets/s3/lifecycle.ts';
import { expiryOf } from '../../src/targets/s3/settings.ts';
import { parseXml, textAt, type XmlElement } from '../../src/targets/s3/xml.ts';

describe('XML', () => {
  test('elements, text with entities, and what stands empty', () => {
    const xml = parseXml(
      '<?xml version="1.0"?>\n<A xmlns="urn:x"><Key>a&amp;b&#x20;&lt;&#228;&gt;</Key><None/><B><C>1</C></B></A>\n',
    );
    expect(xml && [textAt(xml, 'Key'), textAt(xml, 'None'), textAt(xml, 'B', 'C'), textAt(xml, 'B', 'D')]).toEqual([
      'a&b <ä>',
      '',
      '1',
      undefined,
    ]);
  });

  test.each([
    '',
    'no XML',
    '<A><B></A></B>',
    '<A>',
    '<A><B>1</B>',
    '<A/><B/>',
    `${'<A>'.repeat(100)}${'</A>'.repeat(100)}`,
    '<A>1</A',
    '<A><![CDATA[x]]></A>',
  ])('what is cut, wrong or none at all is none: %s', (text) => {
    expect(parseXml(text)).toBeUndefined();
  });
});

const rule = (inner: string, status = 'Enabled') => `<Rule><Status>${status}</Status>${inner}</Rule>`;
const days = (count: number) => `<Expiration><Days>${count}</Days></Expiration>`;
const expiry = (rules: string, prefix = 'shop') => expiryOf(parseXml(`<L>${rules}</L>`) as XmlElement, prefix);

describe('the rules of a bucket', () => {
  test.each([
    ['of a tier', rule(`<Filter><Prefix>shop/daily/</Prefix></Filter>${days(7)}`), [{ prefix: 'daily/', days: 7 }]],
    ['in the old form', rule(`<Prefix>shop/daily/</Prefix>${days(7)}`), [{ prefix: 'daily/', days: 7 }]],
    ['of the whole bucket', rule(`<Filter/>${days(7)}`), [{ prefix: '', days: 7 }]],
    ['of all that begins like it', rule(`<Filter><Prefix>sh</Prefix></Filter>${days(7)}`), [{ prefix: '', days: 7 }]],
    [
      'with a size',
      rule(
        `<Filter><And><Prefix>shop/</Prefix><ObjectSizeGreaterThan>1</ObjectSizeGreaterThan></And></Filter>${days(7)}`,
      ),
      [{ prefix: '', days: 7 }],
    ],
    [
      'on a day',
      rule('<Filter/><Expiration><Date>2027-01-01T00:00:00Z</Date></Expiration>'),
      [{ prefix: '', days: 0 }],
    ],
    ['of another prefix', rule(`<Filter><Prefix>logs/</Prefix></Filter>${days(7)}`), []],
    ['of one that looks like it', rule(`<Filter><Prefix>shopping/</Prefix></Filter>${days(7)}`), []],
    ['of what has a tag', rule(`<Filter><Tag><Key>a</Key></Tag></Filter>${days(7)}`), []],
    ['that is off', rule(`<Filter/>${days(7)}`, 'Disabled'), []],
    [
      'that deletes markers alone',
      rule('<Filter/><Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>'),
      [],
    ],
  ])('%s', (_what, rules, expected) => {
    expect(expiry(rules)).toEqual(expected);
  });

  const tiers = [
    { name: 'daily', days: 7 },
    { name: 'monthly', days: 365 },
  ];

  test('what we print is what we want to find', () => {
    const { Rules } = lifecycleRules('shop', tiers) as {
      Rules: { Filter: { Prefix: string }; Expiration?: { Days: number } }[];
    };
    const found = Rules.flatMap(({ Expiration, Filter }) =>
      Expiration === undefined ? [] : [{ prefix: Filter.Prefix.slice('shop/'.length), days: Expiration.Days }],
    );
    expect(found).toEqual([
      { prefix: 'daily/', days: 7 },
      { prefix: 'monthly/', days: 365 },
    ]);
    expect(tierProblems(tiers, found)).toEqual([]);
    expect(JSON.stringify(Rules)).toContain('"DaysAfterInitiation":7');
  });

  test.each([
    ['never', [], 'never-deleted', undefined],
    ['too early', [{ prefix: 'daily/', days: 3 }], 'deleted-too-early', 3],
    [
      'too early by a rule for all',
      [
        { prefix: 'daily/', days: 7 },
        { prefix: '', days: 1 },
      ],
      'deleted-too-early',
      1,
    ],
    [
      'a part of it too early',
      [
        { prefix: 'daily/', days: 7 },
        { prefix: 'daily/2026', days: 2 },
      ],
      'deleted-too-early',
      2,
    ],
    ['too late', [{ prefix: 'daily/', days: 30 }], 'kept-too-long', 30],
    ['a part of it alone', [{ prefix: 'daily/2026', days: 7 }], 'never-deleted', undefined],
  ] as const)('a tier that is deleted %s is a problem', (_what, rules, kind, has) => {
    expect(tierProblems(tiers.slice(0, 1), rules)).toEqual([{ tier: 'daily', wants: 7, has, kind }]);
  });
});
