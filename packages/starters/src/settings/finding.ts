/** What a setting was found to be. */
export interface Finding {
  /** The kind of setting: `secret`, `environment`, … */
  readonly id: string;
  readonly verdict: 'there' | 'missing' | 'unknown';
  /** The setting, and what about it. */
  readonly what: string;
  /** What sets it, to be typed as it is. */
  readonly command?: string;
  /** Where it is set. */
  readonly link?: string;
}

/** What a service answered; status 0 where nobody answers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** Asks GitHub of one repository, by Octokit's name of an endpoint. */
export type AskGitHub = (endpoint: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Answer>;
/** Asks Vercel for a path. */
export type AskVercel = (path: string) => Promise<Answer>;

export function sayStatus(status: number): string {
  if (status === 404) return 'not there, or this token may not see it';
  if (status === 0) return 'no answer';
  return status === 401 || status === 403 ? 'this token may not see it' : `no answer (HTTP ${status})`;
}

/** Why a list could not be read. */
export function sayList(status: number): string {
  if (status === 0) return 'no answer';
  return [401, 403, 404].includes(status) ? 'this token may not list them' : `no answer (HTTP ${status})`;
}

/** Answers of others are read as they claim to be, field by field: what is not there is undefined. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (of, name) => (typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined),
    value,
  );
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = field(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function textsAt(value: unknown, ...path: readonly string[]): readonly string[] {
  return listAt(value, ...path).filter((one) => typeof one === 'string');
}
