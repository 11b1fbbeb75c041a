/** Does a list of sources allow an address? The page's own address says what `'self'` and a missing scheme mean. */
export function allowsUrl(sources: readonly string[], url: URL, page: URL): boolean {
  return sources.some((source) => matches(source.toLowerCase(), url, page));
}

/** The match of w3.org/TR/CSP3/#match-url-to-source-expression, as far as an address at rest needs it. */
function matches(source: string, url: URL, page: URL): boolean {
  if (source === '*') return isWeb(url) || url.protocol === page.protocol;
  if (source === "'self'") return url.origin === page.origin || isUpgrade(url, page);
  if (source.startsWith("'")) return false;
  if (/^[a-z][a-z0-9+.-]*:$/.test(source)) return schemeFits(source, url);
  const host = parseHost(source);
  return host !== undefined && hostMatches(host, url, page);
}

interface HostSource {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

export function parseHost(source: string): HostSource | undefined {
  const found =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?((?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\*|\[[0-9a-f:]+\])(?::(\d+|\*))?(\/[^?#]*)?$/.exec(
      source.toLowerCase(),
    );
  if (found === null) return undefined;
  const [, scheme = '', host = '', port = '', path = ''] = found;
  return { scheme: scheme === '' ? '' : `${scheme}:`, host, port, path };
}

function hostMatches({ scheme, host, port, path }: HostSource, url: URL, page: URL): boolean {
  const schemeOk = scheme === '' ? url.protocol === page.protocol || isWebUpgrade(url, page) : schemeFits(scheme, url);
  if (!schemeOk || !nameMatches(host, url.hostname)) return false;
  const actual = url.port === '' ? defaultPort(url.protocol) : url.port;
  const wanted = port === '' ? defaultPort(scheme === '' ? url.protocol : scheme) : port;
  const upgraded = wanted === '80' && actual === '443' && url.protocol === 'https:';
  if (port !== '*' && actual !== wanted && !upgraded) return false;
  if (path === '' || path === '/') return true;
  const exact = !path.endsWith('/');
  return exact ? url.pathname.toLowerCase() === path : url.pathname.toLowerCase().startsWith(path);
}

function nameMatches(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  if (pattern.startsWith('*.')) return name.endsWith(pattern.slice(1));
  return pattern === name;
}

function schemeFits(scheme: string, url: URL): boolean {
  if (scheme === url.protocol) return true;
  return scheme === 'http:' && url.protocol === 'https:';
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

function isWebUpgrade(url: URL, page: URL): boolean {
  return page.protocol === 'http:' && url.protocol === 'https:';
}

function isUpgrade(url: URL, page: URL): boolean {
  return isWebUpgrade(url, page) && url.hostname === page.hostname;
}

function defaultPort(protocol: string): string {
  if (protocol === 'https:') return '443';
  return protocol === 'http:' ? '80' : '';
}
