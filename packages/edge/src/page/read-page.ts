import { Parser } from 'htmlparser2';
import type { Page, Script, ScriptType, Style } from './page.ts';

/** MIME types of JavaScript (mimesniff.spec.whatwg.org/#javascript-mime-type). */
const JAVASCRIPT =
  /^(?:(?:application|text)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))$/;

interface Open {
  readonly tag: 'script' | 'style';
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Reads a document by the tokenizer of HTML: what is in a comment or in a text is no tag. */
export function readPage(html: string): Page {
  const scripts: Script[] = [];
  const styles: Style[] = [];
  const images: string[] = [];
  const metaHeaders = new Map<string, string[]>();
  let metaReferrer: string | undefined;
  let base: string | undefined;
  let handlers = 0;
  let open: Open | undefined;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (Object.keys(attributes).some((one) => /^on[a-z]+$/.test(one))) handlers += 1;
        if (name === 'script' || name === 'style') open = { tag: name, attributes, text: '' };
        else if (name === 'img') images.push(...sourcesOf(attributes));
        else if (name === 'base') base ??= attributes['href'];
        else if (name === 'link' && words(attributes['rel']).includes('stylesheet'))
          styles.push({ href: attributes['href'] ?? '', nonce: attributes['nonce'], text: '' });
        else if (name === 'meta') readMeta(attributes);
      },
      ontext(text) {
        if (open !== undefined) open.text += text;
      },
      onclosetag(name) {
        if (open === undefined || open.tag !== name) return;
        if (open.tag === 'script') scripts.push(scriptOf(open));
        else styles.push({ href: undefined, nonce: open.attributes['nonce'], text: open.text });
        open = undefined;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return { scripts, styles, images, handlers, metaHeaders, metaReferrer, base };

  function readMeta(attributes: Readonly<Record<string, string>>) {
    const { content, 'http-equiv': equiv, name } = attributes;
    if (content === undefined || content === '') return;
    if (equiv !== undefined) {
      const key = equiv.trim().toLowerCase();
      metaHeaders.set(key, [...(metaHeaders.get(key) ?? []), content]);
    } else if (name?.trim().toLowerCase() === 'referrer') metaReferrer = content;
  }
}

function scriptOf({ attributes, text }: Open): Script {
  return {
    src: attributes['src'],
    nonce: attributes['nonce'],
    integrity: attributes['integrity'],
    type: typeOf(attributes['type']),
    text: attributes['src'] === undefined ? text : '',
  };
}

function typeOf(type: string | undefined): ScriptType {
  const word = (type ?? '').trim().toLowerCase().split(';')[0] ?? '';
  if (word === '' || JAVASCRIPT.test(word)) return 'classic';
  if (word === 'module') return 'module';
  if (word === 'importmap') return 'importmap';
  return word === 'speculationrules' ? 'speculation' : 'data';
}

function sourcesOf({ src, srcset }: Readonly<Record<string, string>>): readonly string[] {
  const candidates = (srcset ?? '').split(/,\s+/).map((one) => one.trim().split(/\s+/)[0] ?? '');
  return [src ?? '', ...candidates].filter((one) => one !== '');
}

function words(text: string | undefined): readonly string[] {
  return (text ?? '').trim().toLowerCase().split(/\s+/);
}
