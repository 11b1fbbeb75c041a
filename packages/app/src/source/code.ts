/**
 * A source text without its comments, line for line. Strings, templates and regular expressions stay, so that `//` in an
 * address is none. Good for finding names in code, not for understanding it.
 */
export function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  // The last character of code that is no space: tells a division from a regular expression.
  let before = '';
  while (at < text.length) {
    const two = text.slice(at, at + 2);
    const end = two === '//' ? lineEnd(text, at) : two === '/*' ? commentEnd(text, at) : undefined;
    if (end !== undefined) {
      out += text.slice(at, end).replace(/[^\n]/g, '');
      at = end;
      continue;
    }
    const char = text.charAt(at);
    const quoted = /["'`]/.test(char) || (char === '/' && (before === '' || '(,=:[!&|?{};+'.includes(before)));
    const to = quoted ? quoteEnd(text, at) : at + 1;
    out += text.slice(at, to);
    if (!/\s/.test(char)) before = text.charAt(to - 1);
    at = to;
  }
  return out;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function commentEnd(text: string, at: number): number {
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

/** Behind the closing mark; only a template goes over lines. */
function quoteEnd(text: string, at: number): number {
  const mark = text.charAt(at);
  let inClass = false;
  for (let next = at + 1; next < text.length; next++) {
    const char = text.charAt(next);
    if (char === '\\') next++;
    else if (char === '\n' && mark !== '`') return next;
    else if (mark === '/' && char === '[') inClass = true;
    else if (mark === '/' && char === ']') inClass = false;
    else if (char === mark && !inClass) return next + 1;
  }
  return text.length;
}

/** The line of a place in a text, from 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
