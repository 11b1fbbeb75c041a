import { identifier, literal } from '@lockstep/postgres';
import { filled, type Identity } from '../intent.ts';

/** Somebody in whose name statements are run. */
export interface Actor {
  readonly name: string;
  readonly role: string;
  /** What makes the session that of this user, until the savepoint around it is rolled back. */
  readonly become: string;
}

export function actorOf(identity: Identity, words: Readonly<Record<string, string>>): Actor {
  const set = settingsOf(identity, words).map(([name, value]) => setting(name, value));
  return {
    name: identity.name,
    role: identity.role,
    become: `select ${set.join(', ')}; set local role ${identifier(identity.role)}`,
  };
}

/** SQL that makes the token and settings of somebody those of the session, its role staying what it is, and SQL that ends it. */
export function tokenOf(
  identity: Identity,
  words: Readonly<Record<string, string>>,
): { readonly take: string; readonly leave: string } {
  const settings = settingsOf(identity, words);
  return {
    take: `select ${settings.map(([name, value]) => setting(name, value)).join(', ')}`,
    leave: `select ${settings.map(([name]) => setting(name, '')).join(', ')}`,
  };
}

function setting(name: string, value: string): string {
  return `pg_catalog.set_config(${literal(name)}, ${literal(value)}, true)`;
}

function settingsOf(
  identity: Identity,
  words: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  // As the token of somebody who signed in with a password, without a second factor.
  const own = identity.isUser
    ? { sub: '{user}', aud: identity.role, email: '{mark}@example.test', aal: 'aal1', is_anonymous: false }
    : {};
  const claims = filled({ role: identity.role, ...own, ...identity.claims }, words) as Record<string, unknown>;
  const single = ['sub', 'role', 'email'].map((name) => {
    const value = claims[name];
    return [`request.jwt.claim.${name}`, typeof value === 'string' ? value : ''] as const;
  });
  return [
    ['request.jwt.claims', JSON.stringify(claims)] as const,
    ...single,
    ...Object.entries(filled(identity.settings, words) as Record<string, string>),
  ];
}
