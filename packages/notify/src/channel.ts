import type { Fields, Secret } from '@lockstep/base';
import type { World } from './exchange.ts';
import type { OpenIssues } from './issues.ts';
import type { ReleaseMessage } from './message.ts';

/** What a channel needs to edit or continue its message of the same release (JSON). Only the channel itself reads it. */
export type Handle = Readonly<Record<string, string>>;

/**
 * - `confirmed`: the service answered with the message as it shows it
 * - `accepted`: the service accepted it; whether it is shown is not known
 * - `failed`: certainly not delivered
 * - `unknown`: the answer was lost
 */
export type Delivery = 'confirmed' | 'accepted' | 'failed' | 'unknown';

export interface Sent {
  readonly delivery: Delivery;
  /** For people, one line, without secrets. */
  readonly detail: string;
  readonly handle?: Handle;
}

/** One place that messages are sent to. */
export interface Channel {
  /** For people: `#C0RELEASES`, a host, an address. Never a secret. */
  readonly place: string;
  readonly secrets: readonly Secret[];
  /** Throws Undelivered, or whatever went wrong; `handle` is what the last `send` under this key returned. */
  send(message: ReleaseMessage, handle: Handle | undefined, world: World): Promise<Sent>;
  /** Where it can show that a person saw a message; absent where it cannot. */
  readonly acknowledging?: Acknowledging | undefined;
}

/** That a person answered a message. */
export interface Acknowledgement {
  /** The service's id of the person; never a name or an address. */
  readonly by: string;
  readonly how: 'reaction' | 'reply' | 'acknowledgement' | 'comment';
  /** When, as the service says (milliseconds since the epoch); absent where it does not. */
  readonly atMs?: number;
}

/** A message of a drill, as its channel knows it. */
export interface DrillMessage {
  readonly message: ReleaseMessage;
  /** What `send` returned. */
  readonly handle: Handle;
  readonly sentAtMs: number;
}

/** How a channel sees whether a person answered a message. */
export interface Acknowledging {
  /** For people, what to do: `react to this message, or answer in its thread`. */
  readonly how: string;
  /** Throws Undelivered where it cannot look. */
  look(
    drill: DrillMessage,
    world: World,
  ): Promise<{
    /** The service shows the message. */
    readonly isShown: boolean;
    readonly acknowledgement?: Acknowledgement | undefined;
  }>;
  /** Closes what a drill opened; absent where it opens nothing. */
  close?(drill: DrillMessage, acknowledgement: Acknowledgement | undefined, world: World): Promise<void>;
}

/** What the caller's surroundings offer as defaults. */
export interface Surroundings {
  /** `owner/repo`. */
  readonly repository: string;
  readonly githubToken: Secret;
  readonly openIssues: OpenIssues;
  /** Base of Slack's Web API, without a slash at the end. */
  readonly slackApiUrl: string;
}

/** A kind of target. A new one is a file that exports this, and a line in `channels.ts`. */
export interface ChannelType {
  readonly type: string;
  /**
   * Which states of scheduled jobs it is sent where its target names none: those of every night would be noise for people,
   * what keeps something open needs them all, and what is about releases only gets none.
   */
  readonly tasks: 'all' | 'failures' | 'none';
  /** Reads its own fields; wrong ones are noted in `fields`, and what is returned then is never used. */
  open(fields: Fields, surroundings: Surroundings): Channel;
}
