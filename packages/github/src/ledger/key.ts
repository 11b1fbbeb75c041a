import type { LedgerKey } from './payload.ts';

/** `production`, or `production/web`. */
export function showKey({ environment, service }: LedgerKey): string {
  return service === '' ? environment : `${environment}/${service}`;
}
