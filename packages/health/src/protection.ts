import type { HttpResponse } from './exchange.ts';
import { hostName } from './fields.ts';

/** What keeps the gate from reaching the application, in words for people. */
export interface ProtectionWall {
  readonly what: string;
  readonly remedy: string;
}

const vercelMarks = ['vercel.com/sso-api', '_vercel_sso_nonce', '_vercel_password', 'vercel.com/login'];

export interface WallContext {
  /** Where JSON is expected any page with a password field is a wall; elsewhere the application may show one. */
  readonly expectsJson: boolean;
  /** A condition of the caller's asserts this very status, so a 401 alone is no wall. */
  readonly statusNamed: boolean;
}

/**
 * Sees a login wall in an answer, also one that says 200.
 * Marks: https://vercel.com/docs/deployment-protection
 */
export function wallIn(answer: HttpResponse, context: WallContext): ProtectionWall | undefined {
  const { status, headers } = answer;
  const html = (headers['content-type'] ?? '').includes('text/html');
  const location = headers['location'] ?? '';
  const traces = `${location}\n${headers['set-cookie'] ?? ''}\n${html ? answer.body : ''}`;
  if (
    vercelMarks.some((mark) => traces.includes(mark)) ||
    (html && /<title>\s{0,80}Authentication Required/i.test(answer.body))
  )
    return { what: `Vercel's Deployment Protection (HTTP ${status})`, remedy: bypassRemedy(answer.credentialed) };
  if (/^(challenge|deny)$/i.test(headers['x-vercel-mitigated'] ?? ''))
    return {
      what: `Vercel's firewall (HTTP ${status})`,
      remedy: 'add a firewall bypass rule for the runner, or turn off Attack Challenge Mode',
    };
  if ((status === 401 || status === 403) && !context.statusNamed && headers['x-vercel-error'] === undefined)
    return { what: `HTTP ${status}`, remedy: bypassRemedy(answer.credentialed) };
  if (!context.statusNamed && loginRedirect(answer))
    return { what: `a redirect to a login page (HTTP ${status})`, remedy: publicRemedy };
  if (context.expectsJson && html && /<input\s[^<>]{0,500}type=["']?password/i.test(answer.body))
    return { what: `a login page with HTTP ${status}`, remedy: publicRemedy };
  return undefined;
}

const publicRemedy = 'exclude the health route from the application\'s authentication, or send a token with "headers"';

function bypassRemedy(credentialed: boolean): string {
  return credentialed
    ? 'the credential was sent but not accepted: check that it belongs to this project and is not revoked (a new bypass secret takes a second to work)'
    : 'set "protection-bypass" to the project\'s bypass secret, or "trusted-sources: true" with the permission id-token: write';
}

function loginRedirect(answer: HttpResponse): boolean {
  if (isLogin(answer.path)) return false;
  const location = answer.headers['location'];
  if (answer.redirects > 0 && (answer.headers['content-type'] ?? '').includes('text/html'))
    return isLogin(answer.landed);
  if (answer.status < 300 || answer.status > 399 || location === undefined) return false;
  return URL.canParse(location, 'http://same.invalid') && isLogin(new URL(location, 'http://same.invalid').pathname);
}

function isLogin(path: string): boolean {
  return /\/(log-?in|sign-?in|auth|sso|oauth2?|saml|authorize)(\/|\?|$)/i.test(path);
}

/** Where an answer redirects to, when that is another origin; redirects within the origin were followed before. */
export function redirectTarget(answer: HttpResponse): string | undefined {
  const location = answer.headers['location'];
  if (answer.status < 300 || answer.status > 399 || location === undefined) return undefined;
  // A location without a scheme, `//www.example.com`, names another host as well.
  const base = 'http://same.invalid';
  const host = URL.canParse(location, base) ? new URL(location, base).host : 'same.invalid';
  return host === 'same.invalid' ? 'the same host, in a loop' : hostName(host);
}
