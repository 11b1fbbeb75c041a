import { createHash } from 'node:crypto';
import { linkTarget } from '@lockstep/base';
import { closers, tame } from './tame-markdown.ts';

/** Where a place in a file leads. */
export interface Places {
  /** `https://github.com/acme/shop/pull/7` */
  readonly pullUrl: string;
  /** `https://github.com/acme/shop/blob/3f9a2c0…` */
  readonly fileUrl: string;
  /** What the pull request changes, below the repository's root: these have a diff. */
  readonly changed: ReadonlySet<string>;
}

/** `` `src/cart.ts:12` `` or `` `src/cart.ts`:12 ``, with or without a column, and not within a link. */
const PLACE = /(?<![[`\\])`([^`\n:]{1,300})(?:`:(\d{1,7})|:(\d{1,7})(?::\d{1,7})?`)(?![\]`\d])/g;
/** More than a reader follows. */
const MOST = 300;

/** Whether a text names a place in a file at all. */
export function namesPlaces(markdown: string): boolean {
  return markdown.search(PLACE) !== -1;
}

/** Each place in a file of tamed Markdown as a link: to its line in the diff, or else to the file at that commit. */
export function linkPlaces(markdown: string, places: Places): string {
  const open = closers();
  let count = 0;
  // Of the pull request itself no reader is notified: its diff is linked as it is.
  const own = markdown.replaceAll(`${tame(places.pullUrl)}/files#diff-`, `${places.pullUrl}/files#diff-`);
  const lines = own.split('\n').map((line) => {
    const wasFence = open.fence !== undefined;
    open.take(line);
    if (wasFence || open.fence !== undefined) return line;
    return line.replace(PLACE, (whole, file: string, before?: string, inside?: string) => {
      const at = target(file.replaceAll('\u200b', ''), before ?? inside ?? '', places);
      return at === undefined || ++count > MOST ? whole : `[\`${file}:${before ?? inside}\`](${at})`;
    });
  });
  return lines.join('\n');
}

function target(file: string, line: string, { changed, fileUrl, pullUrl }: Places): string | undefined {
  if (changed.has(file)) {
    // How GitHub names the diff of a file, and in it a line of the new side.
    const name = createHash('sha256').update(file).digest('hex');
    return linkTarget(`${pullUrl}/files#diff-${name}R${line}`);
  }
  // Without a folder it may be a host and its port.
  const isPath = /^[^/\s\\][^\\]*\/[^\\]*\.[a-z]\w{0,9}$/i.test(file) && !file.split('/').includes('..');
  if (!isPath || fileUrl === '') return undefined;
  return `${linkTarget(`${fileUrl}/${file.split('/').map(encodeURIComponent).join('/')}`)}#L${line}`;
}
