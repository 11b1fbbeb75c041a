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
  const own = identity.isUser ? { sub: '{user}', aud: identity.role, email: '{mark}@example.test' } : {};
  const claims = filled({ role: identity.role, ...own, ...identity.claims }, words) as Record<string, unknown>;
  const single = ['sub', 'role', 'email'].map((name) => {
    const value = claims[name];
    return [`request.jwt.claim.${name}`, typeof value === 'string' ? value : ''] as const;
  });
  const settings = [
    ['request.jwt.claims', JSON.stringify(claims)] as const,
    ...single,
    ...Object.entries(filled(identity.settings, words) as Record<string, string>),
  ];
  const set = settings.map(([name, value]) => `pg_catalog.set_config(${literal(name)}, ${literal(value)}, true)`);
  return {
    name: identity.name,
    role: identity.role,
    become: `select ${set.join(', ')}; set local role ${identifier(identity.role)}`,
  };
}
