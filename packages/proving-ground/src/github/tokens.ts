import type { User } from './world.ts';

/**
 * Named as in a workflow's `permissions:`, and those of settings, which only people's tokens have, as in GitHub's list of
 * permissions. Every token can read a repository's metadata.
 */
export type Permission =
  | 'actions'
  | 'actions-variables'
  | 'administration'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'environments'
  | 'issues'
  | 'metadata'
  | 'pull-requests'
  | 'secrets'
  | 'statuses';

export type Permissions = Partial<Readonly<Record<Permission, 'read' | 'write'>>>;

export interface Grant {
  /** `owner/name`; a token sees nothing of other repositories. */
  readonly repository: string;
  readonly permissions: Permissions;
  /** Who the token acts as (`github-actions[bot]`). */
  readonly login?: string;
}

export interface Holder {
  readonly repository: string;
  readonly permissions: Permissions;
  readonly user: User;
}

/** The tokens that GitHub has handed out and not taken back. */
export class Tokens {
  readonly #held = new Map<string, Holder>();

  issue(grant: Grant, user: User): string {
    // GITHUB_TOKEN's own prefix; the rest is as long as the real one.
    const token = `ghs_${[...crypto.getRandomValues(new Uint8Array(36))].map((byte) => (byte % 36).toString(36)).join('')}`;
    this.#held.set(token, { repository: grant.repository, permissions: grant.permissions, user });
    return token;
  }

  revoke(token: string): void {
    this.#held.delete(token);
  }

  /** The holder of an Authorization header; undefined for one that GitHub does not know. */
  holder(authorization: string | undefined): Holder | undefined {
    const token = /^(?:token|bearer) (\S+)$/i.exec(authorization ?? '')?.[1];
    return token === undefined ? undefined : this.#held.get(token);
  }
}

/** True where one of the alternatives is held in full. */
export function mayUse(held: Permissions, alternatives: readonly Permissions[]): boolean {
  return alternatives.some((needed) =>
    Object.entries(needed).every(([name, level]) => {
      const has = name === 'metadata' ? (held.metadata ?? 'read') : held[name as Permission];
      return has === 'write' || has === level;
    }),
  );
}

/**
 * The header by which GitHub tells a refused caller what would do
 * (docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api, "Resource not accessible").
 */
export function acceptedPermissions(alternatives: readonly Permissions[]): string {
  const one = (needed: Permissions) =>
    Object.entries(needed)
      .map(([name, level]) => `${name.replaceAll('-', '_')}=${level}`)
      .join(',');
  return alternatives.map(one).join('; ');
}
