import { isAbsolute, relative, sep } from 'node:path';
import { ANNOTATION_LENGTH, type Annotation, KEPT_ANNOTATIONS } from './annotation.ts';
import { parseCommand, type WorkflowCommand } from './command-line.ts';
import type { Masker } from './masker.ts';

/** Commands that a step may print (src/Runner.Worker/ActionCommandManager.cs). */
const COMMANDS: ReadonlySet<string> = new Set([
  ...['add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'notice'],
  ...['remove-matcher', 'save-state', 'set-env', 'set-output', 'stop-commands', 'warning'],
]);

export interface ConsoleOptions {
  readonly masker: Masker;
  /** Annotated files are shown relative to this folder. */
  readonly workspace: string;
  /** Shows `::debug::` lines, as the secret ACTIONS_STEP_DEBUG does. */
  readonly debug?: boolean | undefined;
  /** Every line of the log, masked, as it comes. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** What a step prints, and what the runner makes of it: the masked log, annotations, masks, old-style outputs. */
export class StepConsole {
  readonly lines: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly outputs = new Map<string, string>();
  readonly state = new Map<string, string>();
  /** A command that could not be processed fails its step (ActionCommandManager.cs, `CommandResult`). */
  commandFailed = false;
  readonly #options: ConsoleOptions;
  readonly #counts = { error: 0, warning: 0, notice: 0 };
  #stopToken: string | undefined;

  constructor(options: ConsoleOptions) {
    this.#options = options;
  }

  /** A line from the step's process, stdout or stderr alike. */
  receive(line: string): void {
    const command = parseCommand(line, (name) => this.#isKnown(name.toLowerCase()));
    if (command === undefined || this.#stopToken !== undefined) {
      if (command?.name === this.#stopToken) this.#stopToken = undefined;
      this.write(line);
      return;
    }
    try {
      this.#process(command, line);
    } catch (error) {
      this.error(`Unable to process command '${command.name}' successfully.`);
      this.error(error instanceof Error ? error.message : String(error));
      this.commandFailed = true;
    }
  }

  write(text: string): void {
    for (const line of this.#options.masker.mask(text).split('\n')) {
      this.lines.push(line);
      this.#options.onLine?.(line);
    }
  }

  /** Takes over the log and the annotations of a step inside this one; its lines were shown already. */
  adopt(nested: StepConsole): void {
    this.lines.push(...nested.lines);
    for (const annotation of nested.annotations)
      if (this.#counts[annotation.level]++ < KEPT_ANNOTATIONS) this.annotations.push(annotation);
  }

  error(message: string): void {
    this.annotate({ level: 'error', message });
  }

  warning(message: string): void {
    this.annotate({ level: 'warning', message });
  }

  annotate(annotation: Annotation): void {
    this.write(`##[${annotation.level}]${annotation.message}`);
    const message = this.#options.masker.mask(annotation.message).slice(0, ANNOTATION_LENGTH);
    if (this.#counts[annotation.level]++ < KEPT_ANNOTATIONS) this.annotations.push({ ...annotation, message });
  }

  #isKnown(name: string): boolean {
    return COMMANDS.has(name) || name === this.#stopToken;
  }

  #process(command: WorkflowCommand, line: string): void {
    const { data, properties } = command;
    switch (command.name) {
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate(this.#located(command.name, data, properties));
        break;
      case 'group':
        this.write(`##[group]${data}`);
        break;
      case 'endgroup':
        this.write('##[endgroup]');
        break;
      case 'debug':
        if (this.#options.debug === true) this.write(`##[debug]${data}`);
        break;
      case 'add-mask':
        this.#addMask(data);
        break;
      case 'stop-commands':
        this.#stop(data, line);
        break;
      case 'set-output':
        this.outputs.set(named(properties, 'set-output'), data);
        break;
      case 'save-state':
        this.state.set(named(properties, 'save-state'), data);
        break;
      case 'set-env':
      case 'add-path':
        throw new Error(`The \`${command.name}\` command is disabled. Please upgrade to using Environment Files.`);
      case 'add-matcher':
      case 'remove-matcher':
        this.write(`(problem matchers are not modelled here) ${line}`);
    }
  }

  #addMask(data: string): void {
    if (data.trim() === '') this.warning("Can't add secret mask for empty string in ##[add-mask] command.");
    else this.#options.masker.add(data);
    for (const part of data.split(/[\r\n]+/)) this.#options.masker.add(part.trim());
  }

  #stop(token: string, line: string): void {
    if (token === '' || this.#isKnown(token.toLowerCase()) || token.toLowerCase() === 'pause-logging')
      throw new Error(`Invalid stop-commands token '${token}'`);
    this.write(line);
    this.#stopToken = token.toLowerCase();
  }

  #located(level: Annotation['level'], message: string, properties: Readonly<Record<string, string>>): Annotation {
    const { title, file } = properties;
    const path = file === undefined ? undefined : this.#inWorkspace(file);
    return {
      level,
      message,
      ...(title === undefined ? {} : { title }),
      ...(path === undefined ? {} : { file: path }),
      ...positions(properties),
    };
  }

  #inWorkspace(file: string): string {
    if (!isAbsolute(file)) return file;
    const path = relative(this.#options.workspace, file);
    return path.startsWith('..') || isAbsolute(path) ? file : path.split(sep).join('/');
  }
}

const POSITIONS = { line: 'line', endline: 'endLine', col: 'column', endcolumn: 'endColumn' } as const;

function positions(
  properties: Readonly<Record<string, string>>,
): Pick<Annotation, 'line' | 'endLine' | 'column' | 'endColumn'> {
  return Object.fromEntries(
    Object.entries(POSITIONS)
      .map(([key, name]) => [name, Number.parseInt(properties[key] ?? '', 10)] as const)
      .filter(([, value]) => !Number.isNaN(value)),
  );
}

function named(properties: Readonly<Record<string, string>>, command: string): string {
  const name = properties['name'];
  if (name === undefined) throw new Error(`Required field 'name' is missing in ##[${command}] command.`);
  return name;
}
