/**
 * Somebody at the terminal. What is typed is given without the space around it. Each question ends with the reason of the
 * signal once that aborts, and with an InputError where no more can be typed.
 */
export interface Person {
  text(question: TextQuestion, signal: AbortSignal): Promise<string>;
  /** One of a few answers, by arrow keys. */
  choose<T extends string>(question: ChoiceQuestion<T>, signal: AbortSignal): Promise<T>;
  /** Yes unless they say no. */
  confirm(question: string, signal: AbortSignal): Promise<boolean>;
  /** What is typed is not shown. */
  secret(question: string, signal: AbortSignal): Promise<string>;
}

export interface TextQuestion {
  readonly question: string;
  /** What an empty answer means. */
  readonly usual: string;
  /** What is wrong with an answer; it is asked again then. */
  readonly problem?: (answer: string) => string | undefined;
}

export interface ChoiceQuestion<T extends string> {
  readonly question: string;
  readonly choices: readonly Choice<T>[];
  readonly usual: T;
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly meaning: string;
}

/** The terminal that a person sits at. */
export interface Screen {
  readonly input: NodeJS.ReadStream;
  /** What belongs to the answer of a command is written elsewhere. */
  readonly output: NodeJS.WriteStream;
  readonly isColoured: boolean;
  readonly tell: (text: string) => void;
}

export const INPUT_ENDED = 'the input ended before it was answered';
