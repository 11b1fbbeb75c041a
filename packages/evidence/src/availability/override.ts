/** Somebody's word that one commit is released although a gate says no. */
export interface Override {
  readonly commit: string;
  readonly reason: string;
}

export const OVERRIDE_FORM =
  'the commit, at least 7 characters of it, and a reason of 10 to 200: 3f9a2c1 it ends the outage';

/** Undefined for what is none. The commit is part of it, so that it is typed for one release and not left in a file. */
export function readOverride(text: string): Override | undefined {
  const [, commit, reason] = /^([0-9a-f]{7,64})\s+(\S[^\r\n]{8,198}\S)$/.exec(text.trim()) ?? [];
  return commit === undefined || reason === undefined ? undefined : { commit, reason };
}

export function overrides(override: Override, commit: string): boolean {
  return commit.startsWith(override.commit);
}
