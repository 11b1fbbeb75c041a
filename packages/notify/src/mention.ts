import type { Fields } from '@lockstep/base';
import { type ReleaseMessage, severityOf } from './message.ts';

/** Whom a target mentions, and when. */
export interface Mention {
  readonly when: 'on-failure' | 'always';
  readonly who: readonly string[];
}

const NO_ONE: Mention = { when: 'on-failure', who: [] };

/**
 * The field `mention`: `on-failure @name, @name` or `always @name`. What a name looks like is the channel's: `form` matches
 * it without the `@`. Absent, no one is mentioned.
 */
export function readMention(fields: Fields, form: RegExp, expected: string): Mention {
  const text = fields.text('mention').trim();
  if (text === '') return NO_ONE;
  const [when, ...names] = text.split(/[\s,]+/).filter((word) => word !== '');
  const who = names.map((name) => name.replace(/^@/, ''));
  const isRight =
    (when === 'on-failure' || when === 'always') && who.length > 0 && who.every((name) => form.test(name));
  if (!isRight) fields.complain('mention', `expected on-failure or always, then ${expected}`);
  return { when: when === 'always' ? 'always' : 'on-failure', who };
}

/** Those to mention with this message. */
export function mentioned({ when, who }: Mention, message: ReleaseMessage): readonly string[] {
  return when === 'always' || severityOf(message.state) !== 'info' ? who : [];
}
