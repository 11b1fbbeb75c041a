export {
  type AlertSeed,
  type EventSeed,
  loadSentryContract,
  type SentryMemberSeed,
  type SentryProjectSeed,
  type SentryReads,
  startSentryReads,
} from './stand-in.ts';
