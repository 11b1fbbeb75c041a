/** `::name key=value,…::data`, unescaped. */
export interface WorkflowCommand {
  readonly name: string;
  /** Keys in lower case: the runner compares them so. */
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * A workflow command in a line of output, or undefined (src/Runner.Common/ActionCommand.cs: `TryParseV2`, then the
 * older `##[name key=value;…]data` form of `TryParse`). Only names that `isKnown` accepts are commands.
 */
export function parseCommand(line: string, isKnown: (name: string) => boolean): WorkflowCommand | undefined {
  return parseV2(line, isKnown) ?? parseV1(line, isKnown);
}

function parseV2(line: string, isKnown: (name: string) => boolean): WorkflowCommand | undefined {
  const text = line.trimStart();
  if (!text.startsWith('::')) return undefined;
  const end = text.indexOf('::', 2);
  if (end < 0) return undefined;
  return command(text.slice(2, end), unescapeData(text.slice(end + 2)), V2, isKnown);
}

function parseV1(line: string, isKnown: (name: string) => boolean): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  return command(line.slice(start + 3, end), unescapeV1(line.slice(end + 1)), V1, isKnown);
}

/** How properties are written. */
interface Syntax {
  readonly separator: string;
  readonly unescaped: (text: string) => string;
}

const V1: Syntax = { separator: ';', unescaped: unescapeV1 };
const V2: Syntax = { separator: ',', unescaped: unescapeProperty };

function command(
  info: string,
  data: string,
  { separator, unescaped }: Syntax,
  isKnown: (name: string) => boolean,
): WorkflowCommand | undefined {
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  if (!isKnown(name)) return undefined;
  const properties: Record<string, string> = {};
  for (const pair of space < 0
    ? []
    : info
        .slice(space + 1)
        .trim()
        .split(separator)) {
    const equals = pair.indexOf('=');
    if (equals > 0 && equals < pair.length - 1)
      properties[pair.slice(0, equals).toLowerCase()] = unescaped(pair.slice(equals + 1));
  }
  return { name: name.toLowerCase(), properties, data };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

function unescapeV1(text: string): string {
  return unescapeData(text.replaceAll('%3B', ';').replaceAll('%5D', ']'));
}
