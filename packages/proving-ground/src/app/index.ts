export { type Behaviour, type ConsumerApp, writeConsumerApp } from './consumer-app.ts';
