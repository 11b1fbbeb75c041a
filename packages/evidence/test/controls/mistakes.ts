export const HEAD = 'version: 1\ncontrols:\n';
/** A control on lines 3 to 6, what is wrong from line 6 on. */
export const control = (rest: string) => `${HEAD}  - id: a\n    framework: F\n    title: T\n    ${rest}\n`;
const source = (rest: string) => control(`evidence: [{ ${rest} }]`);
export const GOOD = control('not-collected: nobody can see it');
/** An exception from line 8 on. */
export const exception = (rest: string) => `${GOOD}exceptions:\n  - { control: a, reason: r, ${rest} }\n`;

/** What somebody may write late in the evening, and the line that they get for it. */
export const MISTAKES: readonly (readonly [string, string, RegExp])[] = [
  // The file.
  ['an empty file', '', /expected a map with version and controls, got an empty file; "lockstep init/],
  ['nothing but a comment', '# later\n', /got an empty file/],
  ['a list', '- a\n', /expected a map with version and controls, got something else/],
  ['a text', 'controls\n', /expected a map/],
  ['no end of a list', 'version: [\n', /not readable as YAML \(line 2, column 1\)/],
  ['a tab', `${HEAD}\t- id: a\n`, /not readable as YAML \(line 3, column 1\): .*; indent with blanks, not with tabs/],
  ['a colon in a text', control('not-collected: no: later'), /\(line 6, column \d+\): .*; put texts with a colon/],
  [
    'a second document',
    `${GOOD}---\n${GOOD}`,
    /\(line 7, column 1\).*remove this line: only what is above it would count/,
  ],
  ['a key twice', `${GOOD}version: 1\n`, /\(line 7, column 1\).*remove one of them/],
  ['the wrong depth', `${HEAD}  - id: a\n     framework: F\n`, /\(line 3, column \d+\).*check the blanks/],
  ['an alias of nothing', 'version: 1\ncontrols: *all\n', /check its aliases \(\*name\)/],
  [
    'aliases of aliases',
    `version: 1\na: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\ncontrols: [*c,*c,*c,*c,*c]\n`,
    /check its aliases/,
  ],
  [
    'a mark of a merge',
    `<<<<<<< HEAD\n${GOOD}=======\n${GOOD}>>>>>>> theirs\n`,
    /controls\.yml \(line 1\): there is a merge conflict; resolve it first/,
  ],
  ['a template', `{{ controls }}\n`, /not readable as YAML|expected a map|"version"/],
  ['JSON that is cut off', '{"version": 1, "controls": [', /not readable as YAML \(line 1, column \d+\)/],
  // The top.
  ['no version', GOOD.replace('version: 1\n', ''), /"version": expected 1, without quotes/],
  ['another version', GOOD.replace('version: 1', 'version: 2'), /"version" \(line 1\): expected 1, without quotes/],
  [
    'a version in quotes',
    GOOD.replace('version: 1', 'version: "1"'),
    /"version" \(line 1\): expected 1, without quotes/,
  ],
  ['no controls', 'version: 1\n', /"controls": expected at least one/],
  ['an empty list', 'version: 1\ncontrols: []\n', /"controls" \(line 2\): expected at least one; "lockstep init/],
  [
    'controls by name',
    'version: 1\ncontrols:\n  a: { title: T }\n',
    /"controls" \(line 2\): expected a list: each item begins with "- "/,
  ],
  [
    'a misspelt list',
    GOOD.replace('controls:', 'control:'),
    /"control" \(line 2\): no such field; it is called "controls"/,
  ],
  [
    'a misspelt list of exceptions',
    `${GOOD}exception: []\n`,
    /"exception" \(line 7\): no such field; it is called "exceptions"/,
  ],
  [
    'a field of nobody',
    `${GOOD}owner: me\n`,
    /"owner" \(line 7\): no such field; known are controls, exceptions, version/,
  ],
  ['a control that is a text', `${HEAD}  - a\n`, /controls\[0\] \(line 3\): expected a map, such as "- id: …"/],
  ['an item without anything', `${HEAD}  -\n`, /controls\[0\] \(line 3\): expected a map/],
  // A control.
  ['no id', GOOD.replace('id: a', 'framework: G').replace('    framework: F\n', ''), /"id" \(line 3\): required/],
  [
    'an id of another form',
    GOOD.replace('id: a', 'id: CC 6.1'),
    /"id" \(line 3\): expected small letters .*, got "CC 6\.1"/,
  ],
  [
    'an id that YAML reads as a number',
    GOOD.replace('id: a', 'id: 1.10'),
    /"id" \(line 3\): put it into quotes: YAML reads the number 1\.1$/,
  ],
  ['no framework', GOOD.replace('    framework: F\n', ''), /"framework" \(line 3\): required/],
  ['no title', GOOD.replace('    title: T\n', ''), /"title" \(line 3\): required/],
  [
    'a title that is a list',
    GOOD.replace('title: T', 'title: [T]'),
    /"title" \(line 5\): expected some text, got a list/,
  ],
  ['a misspelt title', GOOD.replace('title: T', 'titel: T'), /"titel" \(line 5\): no such field; known are/],
  ['capitals', GOOD.replace('title: T', 'Title: T'), /"Title" \(line 5\): no such field; it is called "title"/],
  [
    'neither evidence nor a reason',
    control('evidence: []'),
    /"evidence" \(line 6\): expected evidence, or "not-collected" with the reason/,
  ],
  [
    'blanks for a reason',
    control('not-collected: " "'),
    /"evidence" \(line 3\): expected evidence, or "not-collected" with the reason/,
  ],
  ['blanks for a title', GOOD.replace('title: T', 'title: " "'), /"title" \(line 5\): required/],
  [
    'a path with a blank at its end',
    source('document: "docs/dpia.md "'),
    /"document" \(line 6\): expected a path within the repository/,
  ],
  [
    'a path with a letter that no one sees',
    source('document: "docs/dp\\u200bia.md"'),
    /"document" \(line 6\): expected a path within the repository/,
  ],
  [
    'nothing at all',
    GOOD.replace(/ {4}not-collected.*\n/, ''),
    /"evidence" \(line 3\): expected evidence, or "not-collected"/,
  ],
  [
    'both',
    `${source('document: a.md')}    not-collected: x\n`,
    /"not-collected" \(line 7\): expected either evidence, or the reason/,
  ],
  [
    'an underscore',
    control('not_collected: x'),
    /"not_collected" \(line 6\): no such field; it is called "not-collected"/,
  ],
  ['evidence that is no list', control('evidence: { document: a.md }'), /"evidence" \(line 6\): expected a list/],
  ['evidence that is a text', control('evidence: a.md'), /"evidence" \(line 6\): expected a list/],
  ['a list of texts', control('evidence: [a.md]'), /evidence\[0\] \(line 6\): expected a map/],
  [
    'the same evidence twice',
    control('evidence: [{ document: a.md }, { document: a.md }]'),
    /"evidence" \(line 6\): the same evidence is there twice/,
  ],
  [
    'an id twice',
    `${GOOD}  - { id: a, framework: F, title: T, not-collected: x }\n`,
    /controls\[1\] \(line 7\): "a" of line 3: has an id that is there already/,
  ],
  // Evidence.
  [
    'no kind',
    source('file: a.md'),
    /evidence\[0\] \(line 6\): expected one of checks, record, workflow, document, attestation, got file$/,
  ],
  ['a misspelt kind', source('dokument: a.md'), /evidence\[0\] \(line 6\): expected one of .*, got dokument/],
  [
    'two kinds',
    source('document: a.md, record: drill'),
    /evidence\[0\] \(line 6\): expected one of .*, got document, record/,
  ],
  ['no file', source('document:'), /"document" \(line 6\): required/],
  [
    'a file from the root',
    source('document: /etc/a.md'),
    /"document" \(line 6\): expected a path within the repository.*got "\/etc\/a\.md"/,
  ],
  ['a file elsewhere', source('document: ../a.md'), /"document" \(line 6\): expected a path within the repository/],
  [
    'a path of Windows',
    source('document: docs\\a.md'),
    /"document" \(line 6\): expected a path within the repository, with \//,
  ],
  [
    'an address',
    source('document: https://a.example/a'),
    /"document" \(line 6\): expected a path within the repository/,
  ],
  ['checks without ids', source('checks: backup'), /"ids" \(line 6\): required, expected a list of texts/],
  ['ids that are numbers', source('checks: backup, ids: [1]'), /"ids" \(line 6\): expected a list of texts/],
  ['an empty id', source('checks: backup, ids: [""]'), /"ids" \(line 6\): expected a list of texts/],
  [
    'a tool with an underscore',
    source('checks: edge_audit, ids: [a]'),
    /"checks" \(line 6\): it is called edge-audit, got "edge_audit"/,
  ],
  [
    'a tool in the plural',
    source('checks: backups, ids: [a]'),
    /"checks" \(line 6\): it is called backup, got "backups"/,
  ],
  [
    'a tool with blanks',
    source('checks: my tool, ids: [a]'),
    /"checks" \(line 6\): expected the name of a tool: .*; got "my tool"/,
  ],
  ['an unknown event', source('record: deploy'), /"record" \(line 6\): expected one of release, .*, got "deploy"/],
  [
    'a workflow with its folder',
    source('workflow: .github/workflows/a.yml'),
    /"workflow" \(line 6\): expected the name of its file without folders/,
  ],
  ['a workflow by its title', source('workflow: Audit'), /"workflow" \(line 6\): expected the name of its file/],
  [
    'an age in words',
    source('document: a.md, max-age: soon'),
    /"max-age" \(line 6\): expected an age from 1h up to 3650d, such as 35d, got "soon"/,
  ],
  [
    'an age without a unit',
    source('document: a.md, max-age: 35'),
    /"max-age" \(line 6\): expected an age .*, got "35"/,
  ],
  ['an age in months', source('document: a.md, max-age: 3M'), /"max-age" \(line 6\): expected an age/],
  [
    'an age in minutes',
    source('document: a.md, max-age: 35m'),
    /"max-age" \(line 6\): expected an age .*got "35m"; m is minutes/,
  ],
  ['an age in years', source('document: a.md, max-age: 1y'), /"max-age" \(line 6\): expected an age/],
  ['an age with a blank', source('document: a.md, max-age: 35 d'), /"max-age" \(line 6\): expected an age/],
  ['an age below nothing', source('document: a.md, max-age: -5d'), /"max-age" \(line 6\): expected an age/],
  ['no age at all', source('document: a.md, max-age: 0d'), /"max-age" \(line 6\): expected an age/],
  [
    'an age without end',
    source('document: a.md, max-age: 99999d'),
    /"max-age" \(line 6\): expected an age from 1h up to 3650d/,
  ],
  [
    'an age that is a list',
    source('document: a.md, max-age: [35d]'),
    /"max-age" \(line 6\): expected some text, got a list/,
  ],
  [
    'a misspelt age',
    source('document: a.md, maxage: 1d'),
    /"maxage" \(line 6\): no such field; it is called "max-age"/,
  ],
  [
    'an attestation without an end',
    source('attestation: a.pdf'),
    /"until" \(line 6\): required, expected a day like 2027-03-31/,
  ],
  [
    'an attestation with an age',
    source('attestation: a.pdf, until: 2027-01-01, max-age: 1d'),
    /"max-age" \(line 6\): no such field/,
  ],
  [
    'a day that is none',
    source('attestation: a.pdf, until: 2027-02-30'),
    /"until" \(line 6\): expected a day like 2027-03-31, got "2027-02-30"/,
  ],
  [
    'a day of another order',
    source('attestation: a.pdf, until: 31.03.2027'),
    /"until" \(line 6\): expected a day .*got "31\.03\.2027"/,
  ],
  // Exceptions.
  ['exceptions by name', `${GOOD}exceptions: { a: later }\n`, /"exceptions" \(line 7\): expected a list/],
  [
    'an exception of nothing',
    `${GOOD}exceptions: [{ control: b, reason: r, owner: 1, until: 2027-01-01 }]\n`,
    /exceptions \(line 7\): there is no control "b"; it is the "id" of one above/,
  ],
  [
    'an exception without a control',
    `${GOOD}exceptions: [{ reason: r, owner: 1, until: 2027-01-01 }]\n`,
    /"control" \(line 7\): required/,
  ],
  [
    'an exception without a reason',
    `${GOOD}exceptions: [{ control: a, owner: 1, until: 2027-01-01 }]\n`,
    /"reason" \(line 7\): required/,
  ],
  [
    'an exception whose reason is a blank',
    `${GOOD}exceptions: [{ control: a, reason: " ", owner: 1, until: 2027-01-01 }]\n`,
    /"reason" \(line 7\): required/,
  ],
  [
    'an exception of what is no name',
    `${GOOD}exceptions: [{ control: "a\\nb", reason: r, owner: 1, until: 2027-01-01 }]\n`,
    /exceptions \(line 7\): there is no control "a\\nb"; it is/,
  ],
  [
    'an exception without an owner',
    exception('until: 2027-01-01'),
    /"owner" \(line 8\): required, expected the numeric id of a person, as `gh api users/,
  ],
  [
    'an owner by name',
    exception('owner: olga, until: 2027-01-01'),
    /"owner" \(line 8\): wrong, expected the numeric id/,
  ],
  ['half an owner', exception('owner: 7.5, until: 2027-01-01'), /"owner" \(line 8\): wrong/],
  ['nobody as owner', exception('owner: 0, until: 2027-01-01'), /"owner" \(line 8\): wrong/],
  [
    'an exception without an end',
    exception('owner: 7'),
    /"until" \(line 8\): required, expected a day like 2027-03-31/,
  ],
  [
    'an end that never comes',
    exception('owner: 7, until: 2099-12-31'),
    /"until" \(line 8\): expected a day within two years, got 2099-12-31; .*"not-collected"/,
  ],
  ['an end in words', exception('owner: 7, until: next year'), /"until" \(line 8\): expected a day like/],
  [
    'a second exception',
    `${exception('owner: 7, until: 2027-01-01')}  - { control: a, reason: s, owner: 8, until: 2027-02-01 }\n`,
    /exceptions\[1\] \(line 9\): "a" of line 8: is a second exception of one control/,
  ],
  [
    'a field that exceptions have not',
    exception('owner: 7, until: 2027-01-01, expires: never'),
    /"expires" \(line 8\): no such field; known are control, owner, reason, until/,
  ],
];
