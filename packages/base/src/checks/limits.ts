/** What a list may hold at most. Whoever makes one cuts to this, whoever reads one refuses more. */
export const CHECK_LIMITS = {
  /** Of the file, in UTF-16 units of its text. */
  file: 64 * 1024 * 1024,
  checks: 50_000,
  notVerified: 50_000,
  accept: 1_000,
  /** Characters of an id or a reason. */
  code: 120,
  /** Characters of a title, a subject, a name. */
  name: 300,
  /** Characters of any other text. */
  text: 1_000,
} as const;

/** An id of a check: `csp-nonce`, `tenant/read`. */
export const CHECK_ID = /^[a-z0-9]+(?:[-./][a-z0-9]+)*$/;
/** A reason: `too-old`. */
export const CHECK_REASON = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text is a path within the repository, with forward slashes: no way out of it, no address, no drive. */
export function isRepositoryPath(file: string): boolean {
  if (file === '' || file.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(file) || file.includes('\\')) return false;
  return !file.split('/').some((part) => part === '..' || part === '.' || part === '');
}
