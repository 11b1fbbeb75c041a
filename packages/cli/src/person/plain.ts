import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { InputError } from '@lockstep/base';
import { INPUT_ENDED, type Person, type Screen } from './person.ts';

/** Asks line by line, for a terminal that cannot move its cursor: `TERM=dumb`, as in Emacs or for a screen reader. */
export function plainPerson({ input, output, tell }: Screen): Person {
  const shown = (question: string, signal: AbortSignal) =>
    ask({ input, output }, signal, (reader, either) => reader.question(question, { signal: either }));
  return {
    async text({ question, usual, problem = () => undefined }, signal) {
      for (;;) {
        const answer = (await shown(`${question}${usual === '' ? '' : ` [${usual}]`}: `, signal)) || usual;
        const wrong = problem(answer);
        if (wrong === undefined) return answer;
        tell(`${wrong}\n`);
      }
    },
    async choose({ question, choices, usual }, signal) {
      for (const { value, meaning } of choices) tell(`  ${value}: ${meaning}\n`);
      for (;;) {
        const answer = (await shown(`${question} [${usual}]: `, signal)) || usual;
        const chosen = choices.find(({ value }) => value === answer);
        if (chosen !== undefined) return chosen.value;
        tell(`expected one of ${choices.map(({ value }) => value).join(', ')}\n`);
      }
    },
    async confirm(question, signal) {
      for (;;) {
        const answer = await shown(`${question} [Y/n] `, signal);
        if (/^(y|yes|)$/i.test(answer)) return true;
        if (/^(n|no)$/i.test(answer)) return false;
        tell('expected yes or no\n');
      }
    },
    async secret(question, signal) {
      const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
      try {
        return await ask({ input, output: nowhere }, signal, (reader, either) => {
          // Only now does the terminal not show what is typed.
          tell(`${question}: `);
          return reader.question('', { signal: either });
        });
      } finally {
        tell('\n');
      }
    },
  };
}

interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WritableStream;
}
type Put = (reader: Interface, signal: AbortSignal) => Promise<string>;

/** Reads one answer from the terminal. */
async function ask({ input, output }: Streams, signal: AbortSignal, put: Put): Promise<string> {
  input.ref();
  const reader = createInterface({ input, output, terminal: true });
  // In raw mode the terminal sends Ctrl-C as a key. A signal to oneself would end the process at once on Windows.
  reader.on('SIGINT', () => process.emit('SIGINT', 'SIGINT'));
  const stop = new AbortController();
  // Ctrl-D.
  reader.on('close', () => stop.abort(new InputError(INPUT_ENDED)));
  try {
    return (await put(reader, AbortSignal.any([signal, stop.signal]))).trim();
  } catch (error) {
    signal.throwIfAborted();
    stop.signal.throwIfAborted();
    throw error;
  } finally {
    reader.close();
    // It may go on to read ahead, which is no reason to stay.
    input.unref();
  }
}
