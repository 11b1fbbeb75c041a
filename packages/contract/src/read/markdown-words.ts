import type { Nodes } from 'mdast';
import { METHODS, type Method, type Security } from '../contract.ts';

/** A method and a path as a document writes them. */
export interface CallText {
  readonly method: Method;
  readonly path: string;
}

/** The plain words of a part of a document. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return node.type === 'break' ? '\n' : '';
  const separator = node.type === 'list' || node.type === 'listItem' ? '\n' : '';
  return node.children.map((child) => textOf(child as Nodes)).join(separator);
}

export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

const CALL = new RegExp(`^(?:[\\d.]+[.)]?\\s+)?(${METHODS.join('|')})\\s+(?:https?://[^/\\s]+)?(/\\S*)(?:$|\\s)`, 'i');

/** `GET /patients/:id`, also with a number before it, a host within it or words behind it. */
export function callIn(text: string): CallText | undefined {
  const match = CALL.exec(text.replaceAll('`', '').trim());
  if (match === null) return undefined;
  const path = pathIn(match[2] ?? '');
  return path === undefined ? undefined : { method: (match[1] ?? '').toUpperCase() as Method, path };
}

/** A path with its parameters in braces; undefined for what is none. */
export function pathIn(text: string): string | undefined {
  const [path = ''] = text
    .replaceAll('`', '')
    .trim()
    .split(/[?#\s]/);
  if (!path.startsWith('/')) return undefined;
  return path
    .replace(/:([A-Za-z_]\w*)/g, '{$1}')
    .replace(/<([A-Za-z_][\w-]*)>/g, '{$1}')
    .replace(/\[([A-Za-z_][\w-]*)\]/g, '{$1}')
    .replace(/[.,;:]+$/, '');
}

export function methodIn(text: string): Method | undefined {
  const word = text.replaceAll('`', '').trim().toUpperCase();
  return METHODS.find((one) => one === word);
}

/** What a cell or a line `Auth: required` says; undefined where it says nothing that is plain. */
export function authWord(text: string): Security | undefined {
  const word = text.replaceAll(/[`*_]/g, '').trim().toLowerCase();
  if (
    /^(yes|y|✓|✔|✅|x|required|bearer|token|jwt|session|cookie|api[ -]?key|oauth2?|basic|private|protected|🔒)/.test(
      word,
    )
  )
    return 'required';
  if (/^(no|n|none|public|not required|anonymous|open|-|–|—|✗|✘|❌)$/.test(word)) return 'none';
  if (/^optional/.test(word)) return 'optional';
  return undefined;
}

export function securityIn(words: string): Security | undefined {
  const match = /(?:^|\n)\W*auth(?:entication|orization)?\s*[:=–-]\s*(.+)/i.exec(words);
  return match === null ? undefined : authWord(match[1] ?? '');
}

/** The statuses of a line that says that it is about statuses, or of a list whose items begin with one. */
export function statusesIn(words: string): readonly string[] {
  const found: string[] = [];
  for (const line of words.split('\n')) {
    const [, item] = /^\W*([1-5]\d\d)\b/.exec(line) ?? [];
    if (item !== undefined) found.push(item);
    else if (/^\W*(status(es)?( codes?)?|responses?|returns?|errors?)\b/i.test(line)) found.push(...statusList(line));
  }
  return found;
}

export function statusList(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w.])([1-5]\d\d)(?![\w.]*\w)/g)].map(([, status = '']) => status);
}
