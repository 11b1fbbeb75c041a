import { type FormatContract, success } from '../format.ts';
import { reading, words } from '../read-json.ts';

/** Anything that answers 2xx; the caller's conditions say the rest. */
export const plain = {
  name: 'plain',
  recognizes: () => false,
  read: () => reading('answered', words({ answered: 'healthy' }), {}),
  statusFits: (_health, status) => success(status),
  needs: [],
  identifies: false,
  withoutChecks: true,
} as const satisfies FormatContract;
