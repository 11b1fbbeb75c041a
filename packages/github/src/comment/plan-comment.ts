import { renderComment } from './render-comment.ts';
import {
  asWritten,
  type CommentContent,
  isEmpty,
  isOurs,
  merge,
  newer,
  parseComment,
  type Section,
} from './sections.ts';

/** A comment as GitHub has it. */
export interface FoundComment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly url: string;
}

export type CommentPlan =
  | { readonly kind: 'create'; readonly body: string }
  /** `extra`: further comments of ours, made by jobs that began at the same moment; they are merged into this one. */
  | {
      readonly kind: 'update';
      readonly comment: FoundComment;
      readonly body: string;
      readonly extra: readonly number[];
    }
  /** There is nothing to say, and no comment of ours. */
  | { readonly kind: 'none' }
  /** It is up to date. */
  | { readonly kind: 'keep'; readonly comment: FoundComment }
  /** A newer run has written every one of our sections. */
  | { readonly kind: 'superseded'; readonly comment: FoundComment };

/**
 * What is to be done so that the pull request has one comment of ours with these sections in it. Only comments of
 * `author` count: anyone can write our marks. The oldest of them is used. An empty section has nothing to say any more:
 * its text is removed and its mark stays, so that an older run does not bring it back.
 */
export function planComment(
  comments: readonly FoundComment[],
  author: string,
  wanted: readonly Section[],
  closed: boolean,
): CommentPlan {
  const ours = comments
    .filter((comment) => comment.author === author && isOurs(comment.body))
    .sort((a, b) => a.id - b.id);
  const [comment, ...others] = ours;
  const written = wanted.filter((section) => !isEmpty(section));
  if (comment === undefined) {
    if (written.length === 0) return { kind: 'none' };
    return { kind: 'create', body: renderComment({ sections: written, closed }) };
  }
  const standing = ours
    .map(({ body }) => parseComment(body).sections)
    .reduce((all, sections) => merge(all, sections), [] as readonly Section[]);
  const fresh = wanted.filter((section) => {
    const there = standing.find((one) => one.name === section.name);
    return there === undefined ? !isEmpty(section) : !newer(there.version, section.version);
  });
  if (written.length > 0 && fresh.length === 0 && others.length === 0) return { kind: 'superseded', comment };
  const content: CommentContent = { sections: merge(fresh, standing), closed };
  const body = renderComment(content);
  if (asWritten(body) === asWritten(comment.body) && others.length === 0) return { kind: 'keep', comment };
  return { kind: 'update', comment, body, extra: others.map(({ id }) => id) };
}

/** Whether a comment holds these sections, or newer ones: what a writer looks for after it wrote. */
export function holds(body: string, wanted: readonly Section[], closed: boolean): boolean {
  const content = parseComment(body);
  const isThere = (section: Section) => {
    const there = content.sections.find((one) => one.name === section.name);
    return there === undefined ? isEmpty(section) : !newer(section.version, there.version);
  };
  return content.closed === closed && wanted.every(isThere);
}
