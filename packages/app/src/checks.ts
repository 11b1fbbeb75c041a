import type { AppCheck } from './checks/check.ts';
import { rateLimitHeader, vitalsApi } from './checks/claims.ts';
import { healthDeadline, healthKeys, healthProbes } from './checks/health-probes.ts';
import { healthFresh, healthThere } from './checks/health-routes.ts';

export const appChecks: readonly AppCheck[] = [
  healthThere,
  healthFresh,
  healthProbes,
  healthDeadline,
  healthKeys,
  rateLimitHeader,
  vitalsApi,
];
