import type { Logger } from '@lockstep/base';

/**
 * Makes fetch and node:http obey HTTP_PROXY, HTTPS_PROXY and NO_PROXY. Node can from 24.14 on; an older one is told to
 * the user, since a request that goes around a company's proxy fails in ways that are hard to read.
 */
export async function honourProxy(env: Readonly<Record<string, string | undefined>>, log: Logger): Promise<void> {
  const wanted = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => (env[name] ?? '') !== '');
  if (!wanted) return;
  // Loaded only here: most runs have no proxy, and the module is a tenth of a small action's start.
  const http = await import('node:http');
  const set = (http as { setGlobalProxyFromEnv?: () => unknown }).setGlobalProxyFromEnv;
  if (set !== undefined) set();
  else if (env['NODE_USE_ENV_PROXY'] !== '1') {
    log.warning(
      `Node ${process.versions.node} of this runner goes around the proxy; update the runner, or set NODE_USE_ENV_PROXY to 1`,
    );
  }
}
