export interface SentryMemberSeed {
  username: string;
  role: string;
  has2fa: boolean;
  /** Whether it is an invitation that no one accepted yet. */
  pending?: boolean;
}

const TIME = '2026-11-29T12:00:00Z';
const FLAGS = [
  ...['idp:provisioned', 'idp:role-restricted', 'sso:linked', 'sso:invalid', 'member-limit:restricted'],
  'partnership:restricted',
];

/** A member of an organization as Sentry lists it. */
export function memberShape({ has2fa, pending = false, role, username }: SentryMemberSeed, at: number): object {
  const id = String(at + 1);
  const email = `${username}@example.com`;
  return {
    id,
    email,
    name: username,
    orgRole: role,
    pending,
    expired: false,
    flags: Object.fromEntries(FLAGS.map((name) => [name, false])),
    dateCreated: TIME,
    inviteStatus: 'approved',
    inviterName: null,
    user: pending
      ? null
      : {
          id,
          name: username,
          username,
          email,
          avatarUrl: '',
          ...{ isActive: true, isSuspended: false, hasPasswordAuth: true, isManaged: false, isSuperuser: false },
          ...{ isStaff: false, has2fa, dateJoined: TIME, lastLogin: TIME, lastActive: TIME },
          ...{ experiments: {}, emails: [{ id, email, is_verified: true }] },
        },
  };
}
