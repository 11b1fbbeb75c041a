import type { Security } from './security-headers';

// Yours: what your pages load from elsewhere, and which of them are prerendered (`○` in the output of `next build`).
export const security: Security = {
  allowed: {},
  staticPages: [],
};
