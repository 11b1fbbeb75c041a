/** Where GitHub's runners check out: of Linux and macOS, of containers, their own, of Windows. */
const CHECKOUTS = [
  /(?:file:\/\/)?\/(?:home\/runner|Users\/runner)\/work\/[\w.-]{1,100}\/[\w.-]{1,100}\//g,
  /(?:file:\/\/)?\/__w\/[\w.-]{1,100}\/[\w.-]{1,100}\//g,
  /(?:file:\/\/)?\/github\/workspace\//g,
  /(?:file:\/\/)?(?:\/[\w.-]{1,60}){1,6}\/_work\/[\w.-]{1,100}\/[\w.-]{1,100}\//g,
  /(?:file:\/\/\/)?[A-Z]:[\\/]a[\\/][\w.-]{1,100}[\\/][\w.-]{1,100}[\\/]/g,
];
/** `    at total (src/cart.ts:12:9)`, as JavaScript and Java print it. */
const FRAME = /^[ \t]{1,40}at [^\n]{1,1000}(?:\.\w{1,10}|node:[\w/]{1,100}):\d{1,7}(?::\d{1,7})?\)?[ \t]{0,40}$/;

/**
 * A text of tools as readers of a pull request want it: files by their path in the repository, and no stack traces,
 * which are in the log.
 */
export function readable(markdown: string): string {
  const text = CHECKOUTS.reduce((rest, checkout) => rest.replace(checkout, ''), markdown);
  if (!/^[ \t]{1,40}at /m.test(text)) return text;
  const lines: string[] = [];
  let left = 0;
  const note = () => {
    if (left > 0) lines.push(`    … ${left} stack ${left === 1 ? 'frame' : 'frames'}`);
    left = 0;
  };
  for (const line of text.split('\n')) {
    if (FRAME.test(line)) {
      left++;
      continue;
    }
    note();
    lines.push(line);
  }
  note();
  return lines.join('\n');
}
