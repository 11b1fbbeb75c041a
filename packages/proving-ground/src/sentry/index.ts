export {
  type AlertSeed,
  type EventSeed,
  loadSentryContract,
  type SentryProjectSeed,
  type SentryReads,
  startSentryReads,
} from './stand-in.ts';
