import { codeOf } from '../sources/entries.ts';

/** `production/web`, as the first line of an issue has it; `production` without a service. */
export function subjectOf({
  environment,
  service,
}: {
  readonly environment: string;
  readonly service: string;
}): string {
  return [environment, service]
    .filter((part) => part !== '')
    .map((part) => encodeURIComponent(part).replaceAll(/[!'()*~]/g, escaped))
    .join('/');
}

/** Signs that JavaScript leaves, and that the first line of an issue may not have. */
function escaped(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The same, as the audit trail has it for releases of the ledger: `Production_EU/web`. */
export function recordedSubject(subject: string): string {
  return codeOf(subject.split('/').map(decoded).join('/'));
}

/** People may write the first line of an issue anew. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
