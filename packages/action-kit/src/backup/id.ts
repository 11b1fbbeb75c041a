/** What names a backup: the latest, or its id. */
export const BACKUP_ID = /^(latest|(?:(?:daily|weekly|monthly|yearly)\/)?\d{8}T\d{6}Z-[0-9a-f]{8})$/;
export const EXPECTED_ID = 'latest, or the id of a backup';
