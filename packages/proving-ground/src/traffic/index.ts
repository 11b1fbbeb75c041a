export * from './arms.ts';
export * from './traffic.ts';
export * from './visit.ts';
