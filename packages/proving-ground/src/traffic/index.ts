export * from './traffic.ts';
export * from './visit.ts';
