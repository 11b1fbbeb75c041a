import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // The repository around this example has a lockfile of its own.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
};

export default config;
