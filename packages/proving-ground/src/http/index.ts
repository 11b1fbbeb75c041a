export * from './http-service.ts';
