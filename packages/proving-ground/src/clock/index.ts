export * from './hasty-clock.ts';
