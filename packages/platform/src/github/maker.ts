import type { Part } from '../facts/part.ts';
import type { Facts } from '../facts.ts';
import { type Line, type SettingParts, setting } from '../line.ts';

export const REST = 'https://docs.github.com/en/rest/';

type Of<S, V> = Omit<SettingParts<S, V>, 'scope' | 'source' | 'part' | 'remedy'> & {
  /** What to set, where. */
  readonly place: string;
};

/** Makes lines about one part of what GitHub has set. */
export function maker<S>(
  part: (facts: Facts) => Part<S> | undefined,
  about: { readonly scope: string; readonly source: string },
): <V>(parts: Of<S, V>) => Line {
  return ({ place, ...parts }) =>
    setting({
      ...parts,
      ...about,
      part,
      remedy: (wanted) => `Set it to ${parts.kind.show(wanted)} under Settings > ${place}.`,
    });
}
