import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import {
  type AnnotationProperties,
  debug,
  error,
  group,
  info,
  isDebug,
  notice,
  setSecret,
  warning,
} from '@actions/core';
import { describe, type Logger, redactData, redactText, Secret, secretForms } from '@lockstep/base';
import { ANNOTATIONS_PER_LEVEL, fitBlocks, fitCount, SUMMARY_LIMIT_BYTES } from './budgets.ts';
import { giveRunner, type OutputValue } from './file-command.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  /** Relative to the repository's root. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
}

const emit = { error, warning, notice };

export interface ShellLog extends Logger {
  notice(line: string): void;
  /** A collapsible part of the log. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** Prints text that is not ours: none of its lines can become a command to the runner. */
  foreign(text: string): void;
}

/**
 * Everything that leaves the action through the runner. Annotations and summary wait for `flush`, because their
 * budgets are known only at the end; the log shows each line at once.
 */
export class Edge {
  readonly #annotations: Annotation[] = [];
  readonly #blocks: string[] = [];
  #hold: ((markdown: string) => boolean) | undefined;
  readonly log: ShellLog;
  readonly summary = { add: (block: string): void => void this.#blocks.push(redactText(block).trimEnd()) };

  constructor() {
    this.log = {
      info: (line) => info(harmless(redactText(line))),
      // Megabytes of them would be sent to the runner for nothing.
      debug: (line) => (isDebug() ? debug(redactText(line)) : undefined),
      warning: (line) => this.#say('warning', line),
      notice: (line) => this.#say('notice', line),
      group: (title, work) => group(harmless(redactText(title)), work),
      foreign,
    };
  }

  annotate(annotation: Annotation): void {
    this.#annotations.push(redactData(annotation));
  }

  /** Before all others of their level, so that the budget drops none of them: how the step ended. */
  annotateFirst(annotations: readonly Annotation[]): void {
    this.#annotations.unshift(...annotations.map((annotation) => redactData(annotation)));
  }

  /** Gives the summary to whoever shows it later. Where that says false, or throws, the step shows it itself. */
  holdSummary(hold: (markdown: string) => boolean): void {
    this.#hold = hold;
  }

  mask(secret: Secret): void {
    for (const form of secretForms(secret.reveal())) setSecret(form);
  }

  /** Outputs of the step. A Secret is one on purpose: later steps get it, and it is masked first. */
  outputs(values: Readonly<Record<string, OutputValue>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (value instanceof Secret) this.mask(value);
      giveRunner('output', name, value);
    }
  }

  exportVariable(name: string, value: string): void {
    giveRunner('variable', name, value);
  }

  /** Sends annotations and the summary, each within its budget. */
  flush(): void {
    for (const level of ['error', 'warning', 'notice'] as const) {
      const all = this.#annotations.filter((annotation) => annotation.level === level);
      const { shown, hidden } = fitCount(all, ANNOTATIONS_PER_LEVEL);
      for (const annotation of shown) emit[level](annotation.message, properties(annotation));
      if (hidden > 0) emit[level](`… and ${hidden} more; all of them are in the log`);
      for (const annotation of all.slice(shown.length))
        info(harmless(`${level}: ${place(annotation)}${annotation.message}`));
    }
    this.#annotations.length = 0;
    const path = process.env['GITHUB_STEP_SUMMARY'];
    const text = fitBlocks(this.#blocks, SUMMARY_LIMIT_BYTES);
    this.#blocks.length = 0;
    if (text === '' || this.#isHeld(text)) return;
    if (path !== undefined && path !== '') this.#append(path, text);
  }

  #isHeld(text: string): boolean {
    try {
      return this.#hold?.(text) ?? false;
    } catch (error) {
      this.log.debug(`the summary could not be kept for the page of the release: ${describe(error)}`);
      return false;
    }
  }

  /** What the action did does not become another thing because its summary could not be written. */
  #append(path: string, text: string): void {
    try {
      appendFileSync(path, text);
    } catch (error) {
      warning(`the step summary could not be written: ${describe(error)}`);
    }
  }

  #say(level: 'warning' | 'notice', line: string): void {
    this.log.info(`${level}: ${line}`);
    this.annotate({ level, message: line });
  }
}

/**
 * A line that starts with `::`, or has `##[` anywhere, may be a workflow command: it would be obeyed, not shown
 * (actions/runner, ActionCommand.cs).
 */
function harmless(line: string): string {
  return line.replace(/^([^\S\n\r\u2028\u2029]*)::/gm, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}

function foreign(text: string): void {
  const token = randomUUID();
  info(`::stop-commands::${token}`);
  info(redactText(text));
  info(`::${token}::`);
}

function place(annotation: Annotation): string {
  if (annotation.file === undefined) return '';
  return `${annotation.file}${annotation.line === undefined ? '' : `:${annotation.line}`}: `;
}

function properties(annotation: Annotation): AnnotationProperties {
  return {
    ...(annotation.title === undefined ? {} : { title: annotation.title }),
    ...(annotation.file === undefined ? {} : { file: annotation.file }),
    ...(annotation.line === undefined ? {} : { startLine: annotation.line }),
    ...(annotation.column === undefined ? {} : { startColumn: annotation.column }),
  };
}
