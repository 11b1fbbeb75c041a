import type { JournalEntry } from '@lockstep/action-shell';
import type { Delivery, Handle, ReleaseMessage, ReleaseState, TargetReport } from '@lockstep/notify';

/** The kind of journal note that notify steps leave for each other. */
export const NOTE = 'notify';

/** What a message says of its release; later steps and the post step repeat it where their inputs leave it out. */
export type Content = Pick<ReleaseMessage, 'summary' | 'changes' | 'approvedBy' | 'links'>;

interface Note {
  readonly key: string;
  readonly state: ReleaseState;
  readonly content: Content;
  readonly sent: readonly Pick<TargetReport, 'target' | 'delivery' | 'handle'>[];
}

/** What was sent under a key so far in this job. */
export interface Memory {
  /** Whether no notify step has sent anything in this release yet, under whatever key. */
  readonly isFirst: boolean;
  readonly content: Content | undefined;
  /** By the target's name. */
  readonly handles: ReadonlyMap<string, Handle>;
  readonly heard: ReadonlyMap<string, { readonly state: ReleaseState; readonly delivery: TargetReport['delivery'] }>;
}

export function noteOf(message: ReleaseMessage, reports: readonly TargetReport[]): Note {
  const { key, state, summary, changes, approvedBy, links } = message;
  const sent = reports.map(({ target, delivery, handle }) => ({
    target,
    delivery,
    ...(handle === undefined ? {} : { handle }),
  }));
  return { key, state, content: { summary, changes, approvedBy, links }, sent };
}

export function recall(entries: readonly JournalEntry[], key: string): Memory {
  const all = entries.flatMap((entry) => (entry.kind === 'note' && entry.note === NOTE ? [entry.detail as Note] : []));
  const ours = all.filter((note) => note.key === key);
  const handles = new Map<string, Handle>();
  const heard = new Map<string, { readonly state: ReleaseState; readonly delivery: TargetReport['delivery'] }>();
  for (const { state, sent } of ours) {
    for (const { target, delivery, handle } of sent) {
      if (handle !== undefined) handles.set(target, handle);
      if (delivery !== 'filtered') heard.set(target, { state, delivery });
    }
  }
  return { isFirst: all.length === 0, content: ours.at(-1)?.content, handles, heard };
}

/** Whether a target has certainly received this end already: it is not sent twice. */
export function knows(memory: Memory, target: string, state: ReleaseState): boolean {
  const settled: readonly (Delivery | 'filtered')[] = ['confirmed', 'accepted'];
  const last = memory.heard.get(target);
  return last !== undefined && last.state === state && settled.includes(last.delivery);
}
