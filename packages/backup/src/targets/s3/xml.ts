/** An element of an answer. S3 answers with elements and text alone; what has attributes loses them here. */
export interface XmlElement {
  readonly name: string;
  /** Of an element without others in it. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: XmlElement[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const DEEPEST = 32;

/** The root element of an answer; undefined where it is not XML that ends, or more than S3 ever sends. */
export function parseXml(source: string): XmlElement | undefined {
  const piece = /<\?[^>]*\?>|<(\/?)([A-Za-z_][\w.:-]*)(?:\s[^<>]*?)?(\/?)>|([^<]+)/y;
  const root: Open = { name: '', text: '', children: [] };
  const path: Open[] = [root];
  while (piece.lastIndex < source.length) {
    const [whole, close, name, empty, text] = piece.exec(source) ?? [];
    const here = path.at(-1);
    if (whole === undefined || here === undefined) return undefined;
    if (text !== undefined) here.text += text;
    else if (name === undefined) continue;
    else if (close === '/') {
      if (here.name !== name || path.length === 1) return undefined;
      path.pop();
      path.at(-1)?.children.push(ended(here));
    } else if (empty === '/') here.children.push({ name, text: '', children: [] });
    else if (path.length > DEEPEST) return undefined;
    else path.push({ name, text: '', children: [] });
  }
  const [only] = root.children;
  return path.length === 1 && root.children.length === 1 ? only : undefined;
}

function ended({ children, name, text }: Open): XmlElement {
  return { name, text: children.length === 0 ? decoded(text) : '', children };
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The elements behind a path of names, each of them. */
export function allAt(of: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (here, name) => here.flatMap((one) => one.children.filter((child) => child.name === name)),
    [of],
  );
}

/** The text behind a path of names; undefined where a step is missing. */
export function textAt(of: XmlElement, ...path: readonly string[]): string | undefined {
  return allAt(of, ...path)[0]?.text;
}

export function xmlText(text: string): string {
  return text.replace(/[&<>]/g, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'));
}
