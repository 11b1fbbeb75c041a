export { dnsHook, withDnsHook } from './dns-hook.ts';
export type { Edge } from './edge.ts';
export type { Wall } from './wall.ts';
