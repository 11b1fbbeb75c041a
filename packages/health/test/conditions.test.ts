import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pinsStatus, unmet } from '../src/conditions/evaluate.ts';
import { parseCondition } from '../src/conditions/parse.ts';
import { ConditionError } from '../src/conditions/tokens.ts';
import type { HttpResponse } from '../src/exchange.ts';

const day = 86_400_000;
const body = {
  status: 'healthy',
  checks: { database: { status: 'pass', responseTime: 12 }, 'external services': { status: 'warn' } },
  items: [{ name: 'a' }, { name: 'b' }],
  empty: [],
  nothing: null,
  count: '7',
  flag: true,
  patient: 'Jane Doe',
};
const answer: HttpResponse = {
  kind: 'answer',
  path: '/x',
  landed: '/x',
  redirects: 0,
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
  truncated: false,
  at: Date.now(),
  ms: 120,
  certificateEnds: Date.now() + 30 * day,
  credentialed: false,
};

describe('a condition', () => {
  test.each([
    '[STATUS] == 200',
    '[STATUS]==200',
    '[STATUS] != 500',
    '[STATUS] < 300',
    '[STATUS] >= 200',
    '[STATUS] == any(200, 204)',
    '[STATUS] != any(500, 503)',
    '[RESPONSE_TIME] < 500',
    '[RESPONSE_TIME] <= 1s',
    '[RESPONSE_TIME] > 100ms',
    '[CERTIFICATE_EXPIRATION] > 48h',
    '[CERTIFICATE_EXPIRATION] > 21d',
    '[BODY].status == healthy',
    '[BODY].status == "healthy"',
    "[BODY].status == any('healthy', 'degraded')",
    '[BODY].status == pat(heal*)',
    '[BODY].status != pat(*sick*)',
    '[BODY].checks.database.responseTime < 20',
    '[BODY].checks["external services"].status == warn',
    '[BODY].items[1].name == b',
    '[BODY].nothing == null',
    'has([BODY].nothing) == false',
    '[BODY] == pat(*healthy*)',
    `[BODY] == pat('*"responseTime":12*')`,
    '[BODY] != pat(*Exception*)',
    `[BODY].checks == pat('*"pass"*')`,
    '[BODY].checks.database != pat(*fail*)',
    '[BODY].items != "[]"',
    '[BODY].empty == "[]"',
    '[BODY].flag == true',
    '[BODY].count > 6',
    'len([BODY].items) == 2',
    'len([BODY].empty) == 0',
    'len([BODY].status) == 7',
    'len([BODY].checks) == 2',
    'has([BODY].checks)',
    'has([BODY].error) == false',
    'has([HEADER].X-None) == false',
    '[HEADER].Content-Type == pat(application/json*)',
    '[HEADER].cache-control == no-store',
  ])('is met: %s', (source) => {
    expect(unmet(parseCondition(source), answer)).toBeUndefined();
  });

  test.each([
    ['[STATUS] == 201', 'it is 200'],
    ['[RESPONSE_TIME] < 100', 'it is 120 ms'],
    ['[CERTIFICATE_EXPIRATION] > 60d', 'it is 7'],
    ['[BODY].status == degraded', 'it is a text of 7 characters'],
    ['[BODY].missing == x', 'it is absent'],
    ['[BODY].missing != x', 'it is absent'],
    ['len([BODY].missing) == 0', 'it is absent'],
    ['len([BODY].items) > 2', 'it is 2'],
    ['has([BODY].error)', 'it is false'],
    ['[BODY].checks == pass', 'it is another object'],
    ['[BODY].items == a', 'it is a list'],
    ['[BODY] != pat(*healthy*)', 'it is a text of'],
    ['[BODY].checks != pat(*pass*)', 'it is another object'],
    ['[BODY].items != pat(*name*)', 'it is a list'],
    ['[BODY].patient == Nobody', 'it is a text of 8 characters'],
    ['[BODY].patient < 5', 'it is a text of 8 characters'],
    ['[BODY].constructor == x', 'it is absent'],
    ['[HEADER].x-none == 1', 'it is absent'],
  ])('is not met: %s', (source, why) => {
    const said = unmet(parseCondition(source), answer);
    expect(said).toContain(source);
    expect(said).toContain(why);
    expect(said).not.toContain('Jane');
  });

  test('about a body that is no JSON looks at its text', () => {
    const page = { ...answer, body: '<h1>Welcome</h1>' };
    expect(unmet(parseCondition('[BODY] == pat(*Welcome*)'), page)).toBeUndefined();
    expect(unmet(parseCondition('[BODY].status == healthy'), page)).toContain('absent');
  });

  test('about a body of which not all was read counts only on what was there', () => {
    const long = { ...answer, body: '{"a": "Welcome', truncated: true };
    expect(unmet(parseCondition('[BODY] == pat(*Welcome*)'), long)).toBeUndefined();
    for (const source of ['[BODY] != pat(*Exception*)', 'has([BODY].error) == false', 'len([BODY]) > 3'])
      expect(unmet(parseCondition(source), long)).toContain('longer than the gate reads');
  });

  test('about a body with a byte order mark looks at what is behind it', () => {
    const marked = { ...answer, body: `\ufeff${answer.body}` };
    expect(unmet(parseCondition('[BODY].status == healthy'), marked)).toBeUndefined();
    expect(unmet(parseCondition('[BODY] == pat({*)'), marked)).toBeUndefined();
  });

  test('about a certificate is not met without TLS', () => {
    const { certificateEnds: _gone, ...rest } = answer;
    expect(unmet(parseCondition('[CERTIFICATE_EXPIRATION] > 1d'), { ...rest, certificateEnds: undefined })).toContain(
      'absent',
    );
  });

  test.each<[string, boolean]>([
    ['[STATUS] == 401', true],
    ['[STATUS] == any(200, 401)', true],
    ['[STATUS] < 500', false],
    ['[STATUS] != 200', false],
    ['[BODY].status == 401', false],
  ])('%s asks for a 401 by name: %p', (source, pins) => {
    expect(pinsStatus(parseCondition(source), 401)).toBe(pins);
  });
});

describe('a wrong condition', () => {
  test.each<[string, number, RegExp]>([
    ['', 1, /expected a place like \[STATUS\].*got the end/],
    ['[STATUS]', 9, /expected one of ==/],
    ['[STATUS] =', 10, /equality is ==/],
    ['[STATUS] == ', 13, /got the end/],
    ['[STATUS] = 200', 10, /unexpected "="/],
    ['[STATUS] == 200 300', 17, /expected nothing more, got "300"/],
    ['[STATE] == 200', 1, /\[STATE\] is no place; there are \[STATUS\]/],
    ['[status] == 200', 1, /places are written in capital letters/],
    ['STATUS == 200', 1, /expected a place/],
    ['[STATUS].code == 200', 9, /has nothing below it/],
    ['[STATUS] == ok', 13, /expected a status code, got "ok"/],
    ['[STATUS] < any(200)', 12, /any\(…\) goes with == and !=/],
    ['[STATUS] == any(200', 20, /expected , or \)/],
    ['[STATUS] == any()', 17, /expected a status code/],
    ['[RESPONSE_TIME] < fast', 19, /expected a number or a duration after </],
    ['[RESPONSE_TIME] < 500 ms', 23, /expected nothing more, got "ms"/],
    ['[CERTIFICATE_EXPIRATION] > 21', 28, /expected a duration like 48h or 21d/],
    ['[HEADER] == x', 1, /needs the name of one header/],
    ['[BODY].a == ;', 13, /unexpected ";"/],
    ['[BODY].a == "open', 13, /unexpected "\\""/],
    ['len [BODY] > 1', 5, /expected \(/],
    ['len([BODY].a > 1', 14, /expected \)/],
    ['has(STATUS)', 5, /expected a place/],
    ['[BODY].a == [BODY].b', 13, /expected a number, a duration, a word/],
    ['[RESPONSE_TIME] < 1%', 20, /unexpected "%"; numbers are written as in 12 and 0.01/],
    ['[RESPONSE_TIME] < .5', 19, /got "5"; fractions are written as in 0.01/],
    ['[RESPONSE_TIME] < 0,5', 20, /expected nothing more, got ","; fractions/],
    ['[RESPONSE_TIME] < 5 && [STATUS] == 200', 21, /a condition has one comparison/],
    ['process.exit()', 1, /expected a place/],
    ['constructor == x', 1, /expected a place/],
  ])('%p is refused at column %i', (source, column, message) => {
    let thrown: unknown;
    try {
      parseCondition(source);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ConditionError);
    expect({ column: (thrown as ConditionError).column, message: (thrown as ConditionError).message }).toEqual({
      column,
      message: expect.stringMatching(message),
    });
  });

  test('of any text is either read or refused within its length, never anything else', () => {
    const piece = fc.constantFrom(
      '[STATUS]',
      '[BODY]',
      '.a',
      '[0]',
      '==',
      '<',
      '200',
      '5d',
      'any(',
      ')',
      ',',
      ' ',
      '"x"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (source) => {
          try {
            unmet(parseCondition(source), answer);
          } catch (error) {
            if (!(error instanceof ConditionError)) throw error;
            expect(error.column).toBeGreaterThanOrEqual(1);
            expect(error.column).toBeLessThanOrEqual(source.length + 1);
          }
        },
      ),
    );
  });
});
