/**
 * Counts calls in Vercel's firewall, before the function does any work. The rule has to be in the firewall of the project,
 * with the condition "@vercel/firewall" and this id. Outside of production the firewall counts nothing.
 */
export interface FirewallRule {
  readonly id: string;
  /** Its window, for `Retry-After`: the firewall does not say when to come back. */
  readonly seconds: number;
  /** Who is counted together, such as the id of a user; absent: the address of the caller. */
  readonly key?: string;
}

export type FirewallCounted = { readonly kind: 'within' } | { readonly kind: 'over'; readonly retryAfter: number };

/** `checkRateLimit` of @vercel/firewall. */
export type CheckRateLimit = (
  id: string,
  options: { readonly request: Request; readonly rateLimitKey?: string },
) => Promise<{ readonly rateLimited: boolean; readonly error?: string | undefined }>;

/**
 * `countByFirewall(checkRateLimit, request, { id: 'login', seconds: 60 })`. Throws where the firewall has no such rule or
 * does not answer: nothing was counted then, and you decide.
 */
export async function countByFirewall(
  check: CheckRateLimit,
  request: Request,
  { id, seconds, key }: FirewallRule,
): Promise<FirewallCounted> {
  const { rateLimited, error } = await check(id, { request, ...(key === undefined ? {} : { rateLimitKey: key }) });
  if (rateLimited) return { kind: 'over', retryAfter: seconds };
  if (error !== undefined) throw new Error(`the firewall did not count: ${error}`);
  return { kind: 'within' };
}
