import { describe, expect, test } from '@jest/globals';
import { parseVariables } from '../src/variables.ts';

const pem = '-----BEGIN KEY-----\nMII=\n\n  indented\n-----END KEY-----';

describe('variables', () => {
  test.each<[string, string, Record<string, string>]>([
    ['one a line', 'A=1\nB=two words', { A: '1', B: 'two words' }],
    ['none', '', {}],
    ['an empty one', 'A=\nB=1', { A: '', B: '1' }],
    [
      'with whatever stands behind the first equals sign',
      `A=b=c "d" 'e' #f $G \`h\``,
      { A: `b=c "d" 'e' #f $G \`h\`` },
    ],
    ['with quotes as they are', `A="x"\nB="`, { A: '"x"', B: '"' }],
    ['of Windows', 'A=1\r\nB<<E\r\nx\r\ny\r\nE\r\n', { A: '1', B: 'x\ny' }],
    ['between blank lines and remarks', '\n# A=0\n  A=1\n\n', { A: '1' }],
    ['of several lines', `KEY<<END\n${pem}\nEND\nB=1`, { KEY: pem, B: '1' }],
    ['of several lines that look like others', 'A<<E\nB=1\n# c\nD<<E2\nE', { A: 'B=1\n# c\nD<<E2' }],
    ['of no line between its ends', 'A<<E\nE', { A: '' }],
  ])('%s', (_what, text, values) => {
    const read = parseVariables(text);
    expect(read.problems).toEqual([]);
    expect(Object.fromEntries(read.values)).toEqual(values);
  });

  test.each<[string, string, readonly string[]]>([
    ['no name', 'hunter22', ['line 1 is neither NAME=value nor NAME<<END with its lines and END']],
    ['a name that is none', 'A=1\n2B=hunter22', ['line 2 is neither NAME=value nor NAME<<END with its lines and END']],
    ['no end', 'A=1\nB<<E\nhunter22', ['line 2 begins a value of several lines, and no line ends it']],
    ['an end without a name', 'A<<\nhunter22\n', ['line 1 begins a value of several lines, and no line ends it']],
    ['a name twice', 'A=hunter\nA=22', ['line 2 gives a variable that an earlier line gave']],
    [
      'a value of several lines that nothing holds together',
      `KEY=${pem}`,
      [4, 5].map((line) => `line ${line} is neither NAME=value nor NAME<<END with its lines and END`),
    ],
  ])('tell the line, never its text: %s', (_what, text, problems) => {
    expect(parseVariables(text).problems).toEqual(problems);
  });

  test('take linear time', () => {
    expect(parseVariables(Array.from({ length: 100_000 }, (_, at) => `A${at}<<E\nx\nE`).join('\n')).values.size).toBe(
      1e5,
    );
    expect(parseVariables('A<<B\n'.repeat(200_000)).problems).toHaveLength(1);
  });
});
