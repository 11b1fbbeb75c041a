/**
 * The advisory lock of a database that whoever migrates it holds: the first 8 bytes of SHA-256('lockstep:migrations'). Here,
 * because others give way to it.
 */
export const MIGRATION_LOCK = '4120653457330203772';
