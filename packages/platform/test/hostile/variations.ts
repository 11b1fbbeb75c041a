/** An answer with one thing in it that is otherwise. */
export interface Variation {
  /** `envs[].type is gone`: the same for all items of a list. */
  readonly what: string;
  readonly answer: unknown;
}

const GONE = Symbol('gone');

/** What stands in the place of a value: nothing, null, and another type. */
function replacements(value: unknown): readonly (readonly [string, unknown])[] {
  // Of what is null the type is not seen: an object is none of those that are read.
  const other = typeof value === 'string' ? 7 : Array.isArray(value) || value === null ? {} : 'other';
  return [
    ['is gone', GONE],
    ['is null', null],
    [`is ${JSON.stringify(other)}`, other],
  ];
}

/** Each member of each object of an answer, gone, null and of another type; and the answer itself. */
export function variationsOf(answer: unknown): readonly Variation[] {
  return [
    { what: 'the answer is null', answer: null },
    { what: 'the answer is a text', answer: 'other' },
    { what: 'the answer is a list', answer: Array.isArray(answer) ? {} : [] },
    ...placesIn(answer, []).flatMap(({ path, value }) =>
      replacements(value).map(([how, other]) => ({
        what: `${shown(path)} ${how}`,
        answer: replaced(answer, path, other),
      })),
    ),
  ];
}

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path): readonly { readonly path: Path; readonly value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => placesIn(item, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    { path: [...path, name], value: member },
    ...placesIn(member, [...path, name]),
  ]);
}

function replaced(value: unknown, [step, ...rest]: Path, other: unknown): unknown {
  if (step === undefined) return other;
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? replaced(item, rest, other) : item));
  const { [step]: member, ...members } = value as Readonly<Record<string, unknown>>;
  const changed = replaced(member, rest, other);
  return changed === GONE ? members : { ...members, [step]: changed };
}

function shown(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? '[]' : step))
    .join('.')
    .replaceAll('.[]', '[]');
}
