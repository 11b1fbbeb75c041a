export type { Access } from './connection/access.ts';
export { BlockerWatch } from './connection/blockers.ts';
export { withCancellation } from './connection/cancel.ts';
export { copyRows } from './connection/copy-rows.ts';
export { readDatabaseUrl, sessionUrl, type Target, type Tls } from './connection/database-url.ts';
export type { MessageOptions, Reply } from './connection/message.ts';
export { refuseTransactionPooler } from './connection/pooler.ts';
export { openRaw, type RawConnection } from './connection/raw.ts';
export {
  type MessageFailure,
  type MessageResult,
  type OpenOptions,
  type OutgoingMessage,
  openSession,
  type Session,
  type TransactionStatus,
} from './connection/session.ts';
export { ConnectionLost, endsConnection, type ServerError, SqlError } from './connection/sql-error.ts';
export { MIGRATION_LOCK } from './migration-lock.ts';
export { identifier, literal, optional, textArray } from './quote.ts';
export {
  compareSchemas,
  type Difference,
  readSchema,
  readSchemaWithin,
  type Schema,
} from './schema/describe-schema.ts';
