/** The response headers of this app. Pure: what a request gets, from what is known of it. */

/** More places from which a page may load, by directive: `{ 'img-src': ['https://images.example.com'] }`. */
export type Allowed = Readonly<Partial<Record<Directive, readonly string[]>>>;
type Directive = 'script-src' | 'style-src' | 'img-src' | 'font-src' | 'connect-src' | 'frame-src' | 'form-action';

export interface Security {
  readonly allowed: Allowed;
  /**
   * Pages that Next.js prerenders: `/about`, or `/blog/*` for all below. Their HTML is the same for everyone, so it has
   * no nonce, and under a policy with a nonce none of its scripts would run.
   */
  readonly staticPages: readonly string[];
  /** Where browsers report what the policy refused, for example `/api/csp`. */
  readonly reportTo?: string;
}

export interface Asked {
  readonly path: string;
  readonly isHttps: boolean;
  readonly isDevelopment: boolean;
}

export interface Answered {
  readonly policy: string;
  /** Undefined where the page has none. */
  readonly nonce: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** The policy and the headers for one request. Each request gets a nonce of its own. */
export function answerFor(security: Security, asked: Asked): Answered {
  const isApi = asked.path === '/api' || asked.path.startsWith('/api/');
  const nonce = isApi || isStatic(security.staticPages, asked.path) ? undefined : newNonce();
  const policy = isApi ? API_POLICY : pagePolicy(security, asked, nonce);
  const reporting: Record<string, string> =
    security.reportTo === undefined ? {} : { 'reporting-endpoints': `csp="${security.reportTo}"` };
  const hsts: Record<string, string> = asked.isHttps
    ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
    : {};
  return { policy, nonce, headers: { ...SAME_FOR_ALL, ...hsts, ...reporting, 'content-security-policy': policy } };
}

const SAME_FOR_ALL = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Whether a path is one of the list: `/about`, or below `/blog/*`. */
export function isStatic(pages: readonly string[], path: string): boolean {
  const own = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return pages.some((page) => (page.endsWith('/*') ? own.startsWith(page.slice(0, -1)) : own === page));
}

/**
 * With a nonce: scripts that the page names itself, and what those load. Without: the inline scripts of Next.js need
 * 'unsafe-inline', so this policy does not stop an injected script; it holds the rest.
 */
function pagePolicy({ allowed, reportTo }: Security, asked: Asked, nonce: string | undefined): string {
  const { isDevelopment, isHttps } = asked;
  const scripts =
    nonce === undefined ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"];
  // React's error overlay and fast refresh, which no production build has.
  const development = isDevelopment ? ["'unsafe-eval'"] : [];
  const styles = nonce === undefined || isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`];
  const sources: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': [...scripts, ...development],
    'style-src': styles,
    // The style attributes that React and next/image write into the HTML. They run no code.
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(isDevelopment ? ['ws:'] : [])],
    'frame-src': [],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  const lines = Object.entries(sources).map(([directive, own]) => {
    const all = [...own, ...(allowed[directive as Directive] ?? [])];
    return `${directive} ${all.length === 0 ? "'none'" : all.join(' ')}`;
  });
  if (isHttps) lines.push('upgrade-insecure-requests');
  if (reportTo !== undefined) lines.push(`report-uri ${reportTo}`, 'report-to csp');
  return lines.join('; ');
}

/** 128 bits that no one can guess. */
function newNonce(): string {
  return btoa(String.fromCharCode(...Array.from(crypto.getRandomValues(new Uint8Array(16)))));
}
