import { count } from '@lockstep/base';
import type { DocumentLink, ReadDocument } from '../document.ts';
import { bad, type Finding, good, unclear } from '../rule.ts';
import { linkName } from './follow-links.ts';
import { type LinkAnswer, placeOfLink } from './link-answer.ts';

const EXPECTED = 'whoever follows a link finds something';
const REMEDY = 'correct the link, or delete it';

/** One for each link that does not lead anywhere for certain, and one for all others. */
export function linkFindings(
  { file, links }: ReadDocument,
  answers: ReadonlyMap<string, LinkAnswer>,
): readonly Finding[] {
  const known = links.flatMap((link) => {
    const answer = answers.get(linkName(file, link.target));
    return answer === undefined ? [] : [{ link, answer }];
  });
  const alive = known.filter(({ answer }) => answer.kind === 'alive');
  const rest = known.flatMap(({ answer, link }) => (answer.kind === 'alive' ? [] : [findingOf(link, answer, file)]));
  return rest.length > 0 && alive.length === 0
    ? rest
    : [good('links-alive', count(alive.length, 'link'), EXPECTED), ...rest];
}

function findingOf(
  { line, target }: DocumentLink,
  answer: Exclude<LinkAnswer, { readonly kind: 'alive' }>,
  file: string,
): Finding {
  const words = { what: shown(target, file), measured: answer.why, expected: EXPECTED, line };
  if (answer.kind === 'dead') return bad('link-dead', { ...words, remedy: REMEDY });
  return unclear('link-unclear', {
    ...words,
    remedy: 'follow it; if it leads to the right place, accept this check with an end',
  });
}

/** Without what follows a question mark, in which there may be a secret. */
function shown(target: string, file: string): string {
  const place = placeOfLink(target, file);
  if (place.kind !== 'web') return target;
  const { origin, pathname } = new URL(place.url);
  return `${origin}${pathname}`;
}
