/** The name of a field as it may stand in a report. */
export function publicKey(key: string): string {
  return /^(\d{1,6}|[A-Za-z_$][\w$-]{0,60})$/.test(key) ? key : '*';
}
