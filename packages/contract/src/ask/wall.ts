import type { Answer } from './exchange.ts';

/**
 * Sees that something in front of the backend answered in its place: a firewall, a bot check, a rate limit, a login wall
 * of the host. Such a 401 or 403 says nothing of the route behind it. Marks: vercel.com/docs/deployment-protection,
 * developers.cloudflare.com/cloudflare-challenges ("cf-mitigated"), docs.aws.amazon.com/waf ("x-amzn-waf-action").
 */
export function wallIn({ status, headers, body }: Answer): string | undefined {
  const html = (headers['content-type'] ?? '').includes('text/html');
  const traces = `${headers['location'] ?? ''}\n${headers['set-cookie'] ?? ''}\n${html ? body : ''}`;
  if (
    ['vercel.com/sso-api', '_vercel_sso_nonce', '_vercel_password', 'vercel.com/login'].some((one) =>
      traces.includes(one),
    )
  )
    return "Vercel's Deployment Protection";
  if (html && /<title>\s{0,80}Authentication Required/i.test(body)) return "Vercel's Deployment Protection";
  if (/^(challenge|deny)$/i.test(headers['x-vercel-mitigated'] ?? '')) return "Vercel's firewall";
  if (
    headers['cf-mitigated'] !== undefined ||
    (html && status >= 400 && /cf-error-details|challenge-platform/.test(body))
  )
    return "Cloudflare's protection";
  if (headers['x-amzn-waf-action'] !== undefined) return "AWS's firewall";
  if (headers['x-sucuri-block'] !== undefined || headers['x-iinfo'] !== undefined) return 'a firewall';
  if (status === 429) return 'a rate limit';
  return undefined;
}
