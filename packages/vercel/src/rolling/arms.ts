/** Whom a rolling release divides: those who get the candidate, and those who have what was live. */
export type RolloutArm = 'candidate' | 'base';

/**
 * By which query a request is answered by one arm, whatever share of the users it has
 * (https://vercel.com/docs/rolling-releases#setting-the-rolling-release-cookie). Without a rolling release it does nothing.
 */
export const ARM_QUERIES: Readonly<Record<RolloutArm, string>> = {
  candidate: 'vcrrForceCanary=true',
  base: 'vcrrForceStable=true',
};
