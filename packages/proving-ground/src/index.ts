export * from './faults.ts';
export * from './http-service.ts';
