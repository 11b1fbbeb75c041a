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
  rolling: RollingSettings;
}

export interface RollingSettings {
  /** How many projects of a Pro team may roll out. */
  proSlots: number;
  /** What comes of a `gate` in a configuration: an account without it refuses it, or says yes and forgets it. */
  gate: 'kept' | 'refused' | 'dropped';
  /** Turning the feature off also ends what is under way. */
  endsOnDisable: boolean;
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
    rolling: { proSlots: 1, gate: 'kept', endsOnDisable: false },
  };
}
