export interface MemberSeed {
  readonly uid: string;
  readonly username: string;
  readonly email: string;
  readonly role: string;
  readonly confirmed: boolean;
  readonly createdAt: number;
}

/** What a team and its projects have set besides their deployments, by the API's own names. Tests change it in place. */
export interface Settings {
  team: Record<string, unknown>;
  members: MemberSeed[];
  certificates: { id: string; cns: string[]; createdAt: number; expiresAt: number; autoRenew: boolean }[];
  /** By domain; what is not there is configured as it should be. */
  domainConfigs: Record<string, { misconfigured: boolean; configuredBy: string | null }>;
  /** The active configuration by project; a project without one answers 404. */
  firewalls: Record<string, Record<string, unknown>>;
  drains: Record<string, unknown>[];
  webhooks: Record<string, unknown>[];
  events: Record<string, unknown>[];
}

export function newSettings(): Settings {
  return {
    team: {},
    members: [],
    certificates: [],
    domainConfigs: {},
    firewalls: {},
    drains: [],
    webhooks: [],
    events: [],
  };
}
