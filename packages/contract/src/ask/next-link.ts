import { isMap } from '@lockstep/base';
import { type Answer, jsonOf, succeeded } from './exchange.ts';

/** Where an answer says that it goes on: a Link header (RFC 8288) or one of the usual fields. */
export function nextLink(answer: Answer, asked: URL): URL | undefined {
  if (!succeeded(answer)) return undefined;
  const found = inHeader(answer.headers['link'] ?? '') ?? inBody(jsonOf(answer)?.value);
  if (found === undefined || found === '' || !URL.canParse(found, asked.href)) return undefined;
  const url = new URL(found, asked);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

function inHeader(header: string): string | undefined {
  for (const part of header.split(/,(?=\s*<)/)) {
    const match = /^\s*<([^<>]*)>(.*)$/s.exec(part);
    if (match !== null && /;\s*rel\s*=\s*"?(?:[^";]*\s)?next(?:\s[^";]*)?"?\s*(?:;|$)/i.test(match[2] ?? ''))
      return match[1];
  }
  return undefined;
}

/** Only what can be followed as it is: a token of a next page would have to be guessed into a parameter. */
function inBody(body: unknown): string | undefined {
  if (!isMap(body)) return undefined;
  const holders = [body, body['links'], body['_links'], body['meta'], body['paging'], body['pagination']];
  for (const holder of holders) {
    if (!isMap(holder)) continue;
    const candidates = [holder['next'], holder['next_page_url'], holder['nextPageUrl'], holder['@odata.nextLink']];
    for (const candidate of candidates) {
      const text = isMap(candidate) ? candidate['href'] : candidate;
      if (typeof text === 'string' && /^(https?:\/\/|\/|\?)/.test(text)) return text;
    }
  }
  return undefined;
}
