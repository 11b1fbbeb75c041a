import { SaxesParser } from 'saxes';
import { malformedXml } from './refusal.ts';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element with a text in it. */
export function element(name: string, text: string | number | boolean): string {
  return `<${name}>${escaped(String(text))}</${name}>`;
}

/** An element with others in it. */
export function around(name: string, inner: string): string {
  return `<${name}>${inner}</${name}>`;
}

export function document(name: string, inner: string, namespace = NAMESPACE): string {
  const xmlns = namespace === '' ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${xmlns}>${inner}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '').replaceAll('\r', '&#13;');
}

export interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: Element[];
}

/** What was sent, which must be one `name`; MalformedXML where it is not. */
export function readXml(body: Buffer, name: string): Element {
  const root: Open = { name: '', text: '', children: [] };
  const path: Open[] = [root];
  const parser = new SaxesParser();
  const here = () => path.at(-1) as Open;
  parser.on('opentag', (tag) => path.push({ name: tag.name, text: '', children: [] }));
  parser.on('text', (text) => {
    here().text += text;
  });
  parser.on('closetag', () => {
    const closed = path.pop() as Open;
    here().children.push({ ...closed, text: closed.children.length === 0 ? closed.text : '' });
  });
  parser.on('error', () => {
    throw malformedXml();
  });
  parser.write(body.toString('utf8')).close();
  const [found] = root.children;
  if (found === undefined || found.name !== name) throw malformedXml();
  return found;
}

export function childrenOf(of: Element, name: string): readonly Element[] {
  return of.children.filter((child) => child.name === name);
}

/** The text of the element behind a path of names; undefined where a step is missing. */
export function textOf(of: Element, ...path: readonly string[]): string | undefined {
  let here: Element | undefined = of;
  for (const name of path) here = here === undefined ? undefined : childrenOf(here, name)[0];
  return here?.text;
}
