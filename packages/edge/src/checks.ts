import type { EdgeCheck } from './checks/check.ts';
import { hsts, hstsPreload } from './checks/hsts.ts';
import { httpsRedirect } from './checks/https-redirect.ts';
import { observatory } from './checks/observatory.ts';
import { http2, tlsExpiry, tlsName, tlsTrust, tlsVersions } from './checks/tls.ts';

/** Every check, in the order in which people read of them. */
export const edgeChecks: readonly EdgeCheck[] = [
  httpsRedirect,
  hsts,
  hstsPreload,
  tlsTrust,
  tlsName,
  tlsExpiry,
  tlsVersions,
  http2,
  observatory,
];
