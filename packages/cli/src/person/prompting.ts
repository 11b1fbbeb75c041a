import confirm from '@inquirer/confirm';
import { ExitPromptError } from '@inquirer/core';
import input from '@inquirer/input';
import password from '@inquirer/password';
import select from '@inquirer/select';
import { InputError } from '@lockstep/base';
import { INPUT_ENDED, type Person, type Screen } from './person.ts';

/** Asks by the library of prompts. */
export function promptingPerson(screen: Screen): Person {
  const theme = screen.isColoured ? {} : PLAIN;
  const put: Put = (signal, prompt) => putOn(screen, signal, prompt);
  return {
    async text({ question: message, usual, problem = () => undefined }, signal) {
      const validate = (answer: string) => problem(answer.trim()) ?? true;
      return (await put(signal, (where) => input({ message, default: usual, validate, theme }, where))).trim();
    },
    choose({ question: message, choices, usual }, signal) {
      const width = Math.max(...choices.map(({ value }) => value.length));
      const shown = choices.map(({ value, meaning }) => ({
        ...{ value, short: value },
        name: `${value.padEnd(width)}  ${meaning}`,
      }));
      return put(signal, (where) => select({ message, choices: shown, default: usual, theme }, where));
    },
    confirm: (message, signal) => put(signal, (where) => confirm({ message, theme }, where)),
    async secret(message, signal) {
      // Without the key by which the library would show it.
      const hiding = { message, toggleMask: false, theme: screen.isColoured ? HIDDEN : PLAIN };
      return (await put(signal, (where) => password(hiding, where))).trim();
    },
  };
}

type Where = Pick<Screen, 'input' | 'output'> & { readonly signal: AbortSignal };
type Put = <T>(signal: AbortSignal, prompt: (where: Where) => Promise<T>) => Promise<T>;

/** Asks one question, and is done with the terminal when it is answered. */
async function putOn<T>(
  { input, output }: Screen,
  signal: AbortSignal,
  prompt: (where: Where) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const over = new AbortController();
  let isOpen = true;
  const end = () => over.abort(new InputError(INPUT_ENDED));
  // After Ctrl-D nothing is read any more, and the library would wait without an end.
  const look = () => input.isPaused() && end();
  // After Ctrl-Z and `fg` Node pauses it, and leaves it to the program to read on.
  const goOn = () => setImmediate(() => isOpen && !over.signal.aborted && input.resume());
  input.ref();
  try {
    const answer = prompt({ input, output, signal: AbortSignal.any([signal, over.signal]) });
    input.on('keypress', look).on('pause', goOn).on('end', end).on('error', end);
    return await answer;
  } catch (error) {
    // In raw mode the terminal sends Ctrl-C as a key. A signal to oneself would end the process at once on Windows.
    if (error instanceof ExitPromptError) process.emit('SIGINT', 'SIGINT');
    signal.throwIfAborted();
    over.signal.throwIfAborted();
    throw error;
  } finally {
    isOpen = false;
    input.off('keypress', look).off('pause', goOn).off('end', end).off('error', end);
    // It may go on to read ahead, which is no reason to stay.
    input.unref();
  }
}

const asIs = (text: string) => text;
const HIDDEN = { style: { maskedText: '(not shown)' } };
/** The library itself would use colours whatever NO_COLOR says, as Node.js 20 does in its place. */
const PLAIN = {
  prefix: '?',
  style: {
    ...HIDDEN.style,
    ...{ answer: asIs, message: asIs, help: asIs, highlight: asIs, key: asIs, disabled: asIs, description: asIs },
    error: (text: string) => `> ${text}`,
    defaultAnswer: (text: string) => `(${text})`,
    keysHelpTip: (keys: [key: string, action: string][]) => keys.map((pair) => pair.join(' ')).join(', '),
  },
};
