import type { JournalEntry } from '@lockstep/action-shell';
import type { Delivery, Handle, ReleaseMessage, ReleaseState, TargetReport } from '@lockstep/notify';

/** The kind of journal note that notify steps leave for each other. */
export const NOTE = 'notify';

/** What a release is called in its message; later steps and the post step repeat it where they know no better. */
export type Content = Pick<ReleaseMessage, 'summary' | 'changes' | 'approvedBy' | 'links'>;

interface Note {
  readonly key: string;
  readonly state: ReleaseState;
  readonly content: Content;
  readonly told: readonly Pick<TargetReport, 'target' | 'delivery' | 'handle'>[];
}

/** What was told under a key so far in this job. */
export interface Memory {
  /** Whether any notify step spoke in this release, under whatever key. */
  readonly isFirst: boolean;
  readonly content: Content | undefined;
  /** By the target's name. */
  readonly handles: ReadonlyMap<string, Handle>;
  readonly heard: ReadonlyMap<string, { readonly state: ReleaseState; readonly delivery: TargetReport['delivery'] }>;
}

export function noteOf(message: ReleaseMessage, reports: readonly TargetReport[]): Note {
  const { key, state, summary, changes, approvedBy, links } = message;
  const told = reports.map(({ target, delivery, handle }) => ({
    target,
    delivery,
    ...(handle === undefined ? {} : { handle }),
  }));
  return { key, state, content: { summary, changes, approvedBy, links }, told };
}

export function recall(entries: readonly JournalEntry[], key: string): Memory {
  const all = entries.flatMap((entry) => (entry.kind === 'note' && entry.note === NOTE ? [entry.detail as Note] : []));
  const ours = all.filter((note) => note.key === key);
  const handles = new Map<string, Handle>();
  const heard = new Map<string, { readonly state: ReleaseState; readonly delivery: TargetReport['delivery'] }>();
  for (const { state, told } of ours) {
    for (const { target, delivery, handle } of told) {
      if (handle !== undefined) handles.set(target, handle);
      if (delivery !== 'filtered') heard.set(target, { state, delivery });
    }
  }
  return { isFirst: all.length === 0, content: ours.at(-1)?.content, handles, heard };
}

/** Whether a target already knows this end: what it certainly heard is not said twice. */
export function knows(memory: Memory, target: string, state: ReleaseState): boolean {
  const settled: readonly (Delivery | 'filtered')[] = ['confirmed', 'accepted'];
  const last = memory.heard.get(target);
  return last !== undefined && last.state === state && settled.includes(last.delivery);
}
