import type { EdgeCheck } from './checks/check.ts';
import { claims, rateLimitClaim } from './checks/claims.ts';
import { cookies } from './checks/cookies.ts';
import { cors, corsOrigins } from './checks/cors.ts';
import { cspUnusedHosts } from './checks/csp-hosts.ts';
import { cspPresent } from './checks/csp-present.ts';
import { cspReports } from './checks/csp-reports.ts';
import { cspNonce, cspScripts } from './checks/csp-scripts.ts';
import { cspStyles } from './checks/csp-styles.ts';
import { cspWeaknesses } from './checks/csp-weaknesses.ts';
import { assetCaching, cdnHit, compression, privateHtml } from './checks/delivery.ts';
import { dnsRecords } from './checks/dns.ts';
import { dnsCaa } from './checks/dns-caa.ts';
import { dnsDangling } from './checks/dns-dangling.ts';
import { dnsTtl } from './checks/dns-ttl.ts';
import { directoryListing, exposedFiles } from './checks/exposed-files.ts';
import { hsts, hstsPreload } from './checks/hsts.ts';
import { httpsRedirect } from './checks/https-redirect.ts';
import { imageFormats } from './checks/image-formats.ts';
import { observatory } from './checks/observatory.ts';
import { csrf, rateLimit } from './checks/probes.ts';
import { sourceMaps } from './checks/source-maps.ts';
import { telemetry } from './checks/telemetry.ts';
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
  cspPresent,
  cspScripts,
  cspStyles,
  cspNonce,
  cspWeaknesses,
  cspUnusedHosts,
  cspReports,
  cookies,
  cors,
  corsOrigins,
  claims,
  rateLimitClaim,
  sourceMaps,
  exposedFiles,
  directoryListing,
  compression,
  imageFormats,
  assetCaching,
  cdnHit,
  privateHtml,
  telemetry,
  dnsRecords,
  dnsDangling,
  dnsTtl,
  dnsCaa,
  csrf,
  rateLimit,
];
