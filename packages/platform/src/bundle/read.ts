import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Clock, withDeadline } from '@lockstep/base';
import { atMost } from '../facts/at-most.ts';
import type { Part } from '../facts/part.ts';
import type { BundleFacts } from './facts.ts';
import { type BundleFile, scanBundle } from './scan.ts';

const MOST_FILES = 5_000;
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_SCRIPTS = 60;
const MOST_SCRIPT_BYTES = 8 * 1024 * 1024;

/** Scripts and pages, and the data of pages that frameworks write next to them. */
const LOADED = /\.(?:[cm]?js|html|rsc)$|\b_next[\\/]data[\\/].*\.json$/;
const SCRIPT = /\.(?:[cm]?js|html)$/;

/** Reads the scripts and pages of a build from its directory: `.next/static`, `.vercel/output/static`. */
export function readBundleDirectory(directory: string): Part<BundleFacts> {
  try {
    const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => LOADED.test(name))
      // A directory may be called like a script, and a link may lead to one.
      .filter((name) => statSync(join(directory, name)).isFile())
      .sort();
    if (!names.some((name) => SCRIPT.test(name))) return withheld(`${directory} holds no script`, PASS_BUILD);
    if (names.length > MOST_FILES)
      return withheld(`${directory} holds more than ${MOST_FILES} files`, 'Pass a smaller directory.');
    let bytes = 0;
    const files: BundleFile[] = [];
    for (const name of names) {
      const path = join(directory, name);
      bytes += statSync(path).size;
      if (bytes > MOST_BYTES) return withheld(`${directory} is larger than is read`, 'Pass a smaller directory.');
      files.push({ name: name.split(sep).join('/'), text: readFileSync(path, 'utf8') });
    }
    return { kind: 'read', value: scanBundle(directory, files) };
  } catch {
    return withheld(`${directory} cannot be read`, PASS_BUILD);
  }
}

const PASS_BUILD = 'Pass the directory of the build, like .vercel/output/static.';

export interface ServedBundle {
  readonly url: URL;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Vercel's secret for a deployment behind Deployment Protection; sent to the host of `url` alone. */
  readonly bypass: string;
}

/** Reads a page as browsers get it, with the scripts of the same host that it loads. */
export async function readServedBundle(served: ServedBundle): Promise<Part<BundleFacts>> {
  const page = await load(served, served.url);
  if (page === undefined) return { kind: 'no-answer', because: `${served.url.host} did not answer with a page` };
  const scripts = [
    ...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)=["']([^"']+\.m?js(?:\?[^"']*)?)["']/g),
  ].flatMap(([, address = '']) => (URL.canParse(address, served.url.href) ? [new URL(address, served.url)] : []));
  const own = [
    ...new Map(scripts.filter(({ origin }) => origin === served.url.origin).map((url) => [url.href, url])).values(),
  ];
  // The page alone says nothing of the code that browsers get: scripts of another host were not looked at.
  if (own.length === 0)
    return withheld(`the page loads no script of ${served.url.host}`, 'Pass `bundle-directory` instead.');
  if (own.length > MOST_SCRIPTS)
    return withheld(`the page loads more than ${MOST_SCRIPTS} scripts`, 'Pass `bundle-directory` instead.');
  const texts = await atMost(4, own, (url) => load(served, url));
  if (texts.includes(undefined))
    return { kind: 'no-answer', because: `a script of ${served.url.host} could not be loaded` };
  const files = own.map((url, at) => ({ name: url.pathname, text: texts[at] ?? '' }));
  return { kind: 'read', value: scanBundle(served.url.host, [{ name: served.url.pathname, text: page }, ...files]) };
}

/** Undefined for anything but a whole answer with status 200. Redirects are not followed: the secret would go with them. */
async function load(served: ServedBundle, url: URL): Promise<string | undefined> {
  const { clock, signal, timeoutMs, bypass } = served;
  try {
    return await withDeadline(
      `GET ${url.pathname}`,
      timeoutMs,
      async (inner) => {
        const headers = bypass === '' ? {} : { 'x-vercel-protection-bypass': bypass };
        const response = await served.fetch(url, { redirect: 'manual', signal: inner, headers });
        if (response.status !== 200) return undefined;
        return await firstBytes(response, MOST_SCRIPT_BYTES);
      },
      { clock, signal },
    );
  } catch {
    if (signal.aborted) throw signal.reason;
    return undefined;
  }
}

/** Undefined where there are more: nothing is read beyond. */
async function firstBytes({ body }: Response, most: number): Promise<string | undefined> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function withheld(because: string, remedy: string): Part<BundleFacts> {
  return { kind: 'withheld', because, remedy };
}
