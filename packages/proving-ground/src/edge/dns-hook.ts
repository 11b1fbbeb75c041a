import { fileURLToPath } from 'node:url';

/** The path of the preload that leads `*.localhost` and `*.test` to 127.0.0.1. Holds from src and from lib. */
export const dnsHook: string = fileURLToPath(new URL('../../src/edge/dns-hook.cjs', import.meta.url));

/** `NODE_OPTIONS` that make a Node process find the proving ground's hosts, beside those it already has. */
export function withDnsHook(nodeOptions = ''): string {
  const hook = `--require=${JSON.stringify(dnsHook)}`;
  return nodeOptions.includes(dnsHook) ? nodeOptions : `${nodeOptions} ${hook}`.trim();
}
