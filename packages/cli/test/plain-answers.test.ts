import { expect, test } from '@jest/globals';
import type { Call } from '../src/command.ts';
import { logOf } from '../src/log.ts';
import { tellEnd } from '../src/tell-end.ts';
import type { Terminal } from '../src/terminal.ts';

/** As a name of a file can be, which on a runner would end the masking of secrets. */
const NAME = 'a\n::stop-commands::x\n\u001b[31mb.sql';

function listening() {
  const written: string[] = [];
  const terminal: Pick<Terminal, 'write' | 'tell' | 'debug' | 'paint'> = {
    ...{ debug: true, paint: (_verdict, word) => word },
    ...{ write: (text) => void written.push(text), tell: (text) => void written.push(text) },
  };
  return { terminal: terminal as Terminal, text: () => written.join('') };
}

const end = { verdict: 'fail', reason: 'edited', message: NAME } as const;

test('the answer for people is one line, whatever names are in it', () => {
  const { terminal, text } = listening();
  tellEnd({ terminal, json: false } as Call, 'status', end, { text: 'a list\n' });
  expect(text()).toBe('a list\nfail status (edited): a ::stop-commands::x [31mb.sql\n');
});

test('the answer for programs has the names as they are', () => {
  const { terminal, text } = listening();
  tellEnd({ terminal, json: true } as Call, 'status', end);
  expect(JSON.parse(text())).toEqual({ command: 'status', ...end });
});

test.each(['info', 'warning', 'debug'] as const)('what engines log as %s is one line', (level) => {
  const { terminal, text } = listening();
  logOf(terminal)[level](NAME);
  expect(text()).toBe(`${level === 'warning' ? 'warning: ' : ''}a ::stop-commands::x [31mb.sql\n`);
});
