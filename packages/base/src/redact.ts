import { lineForms, wholeForms } from './secret-forms.ts';

/**
 * What every text passes that leaves the process: logs, summaries, annotations, outputs, state, the journal, requests to
 * GitHub, messages, files, records in a database. Services quote what they were sent, so a secret may stand in any answer,
 * and only stdout is masked by the runner.
 *
 * The register is one for the whole process, and `Secret` fills it: a secret that somebody wraps is known to every door,
 * and none can be forgotten on the way there.
 */
const STARS = '***';
/** Of these strengths: `whole` a secret itself, `part` a line or a setting among others, which may be an ordinary word. */
const known: Readonly<Record<'whole' | 'part', Set<string>>> = { whole: new Set(), part: new Set() };
let publicTexts: string[] = [];
let forms: { readonly text: readonly string[]; readonly data: readonly string[] } | undefined;

/** In data, a find that is shorter would be chance. */
const SHORTEST_IN_DATA = 8;
/** A longer one is no name of a project, even where an input that is no secret holds it. */
const LONGEST_NAME = 24;

/** `part`: it may be an ordinary word (`true`, `production`), which is then left alone. */
export function rememberSecret(value: string, kind: 'whole' | 'part' = 'whole'): void {
  const before = known.whole.size + known.part.size;
  for (const form of wholeForms(value)) known[kind].add(form);
  for (const form of lineForms(value)) known.part.add(form);
  if (known.whole.size + known.part.size > before) forms = undefined;
}

/** What everybody may see (the names of the project, the environment): a password that equals a part of it hides nothing. */
export function rememberPublic(text: string): void {
  if (text === '' || publicTexts.includes(text)) return;
  publicTexts = [...publicTexts, text];
  forms = undefined;
}

/** For a process that is several, one after the other: what tests of one file wrapped is none of the next one's. */
export function forgetSecrets(): void {
  known.whole.clear();
  known.part.clear();
  publicTexts = [];
  forms = undefined;
}

/** Text for people: no form of any secret, no control character, nothing that turns its direction around. */
export function redactText(text: string): string {
  const tame = withoutControls(text);
  // The marks by which our own comments are found again are data.
  if (!tame.includes('<!-- ')) return starred(tame, lookedFor().text);
  return tame
    .split(/(<!-- \/?lockstep:[^<>\n]{0,9000} -->)/)
    .map((part, at) => starred(part, at % 2 === 0 ? lookedFor().text : lookedFor().data))
    .join('');
}

/**
 * Data that machines read again: texts for people in it (by their names) as above, and of everything else only what
 * cannot be there by chance. An id, a verdict or an address must arrive as it is, whatever word somebody took for a
 * password.
 */
export function redactData<T>(value: T): T {
  return redacted(value, '') as T;
}

/** Names under which texts for people stand, in our own records, in GitHub's API and in those of the channels. */
const FOR_PEOPLE =
  /^(?:because|body|changes|detail|details|error|failure|headline|html|message|next|notes|proof|sentence|subject|summary|text|title)$/;

function redacted(value: unknown, name: string): unknown {
  if (typeof value === 'string') return FOR_PEOPLE.test(name) ? redactText(value) : starred(value, lookedFor().data);
  if (Array.isArray(value)) return value.map((one) => redacted(one, name));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redacted(one, key)]));
}

/** Not a Secret, a Date or a URL, which print themselves. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Sequences of a terminal as a whole, then every other control character; tabs and ends of lines stay. */
function withoutControls(text: string): string {
  return text.replace(SEQUENCES, '').replace(CONTROLS, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that must go
const SEQUENCES = /\u001b\[[0-9;:?]{0,40}[@-~]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that must go
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function lookedFor(): { readonly text: readonly string[]; readonly data: readonly string[] } {
  if (forms !== undefined) return forms;
  const all = [...known.whole, ...known.part];
  const isPublic = (form: string) => form.length < LONGEST_NAME && publicTexts.some((one) => one.includes(form));
  const text = [...known.whole, ...[...known.part].filter((form) => !isOrdinary(form))];
  const data = all.filter((form) => form.length >= SHORTEST_IN_DATA && !isOrdinary(form) && !isPublic(form));
  forms = { text: longestFirst(text), data: longestFirst(data) };
  return forms;
}

/** A word, words, or a small number: what a text may hold by itself. A long run of letters is no word. */
function isOrdinary(form: string): boolean {
  return (
    /^(?:[a-z]{1,14}|[A-Z][a-z]{1,13}|[A-Z]{1,14})(?:[ _./-](?:[a-z]{1,14}|[A-Z][a-z]{1,13}|[A-Z]{1,14}))*$/.test(
      form,
    ) || /^\d{1,7}$/.test(form)
  );
}

/** Whether it is a word of the text, and no part of one: `pass` of `password` tells nothing. */
function standsAlone(text: string, at: number, length: number): boolean {
  return !/[A-Za-z0-9]/.test(text[at - 1] ?? '') && !/[A-Za-z0-9]/.test(text[at + length] ?? '');
}

function longestFirst(all: readonly string[]): string[] {
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/** Finds that overlap or touch are one: of two secrets in a row no end may be left between. */
function starred(text: string, secrets: readonly string[]): string {
  const finds: [start: number, end: number][] = [];
  for (const form of secrets)
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
      if (!isOrdinary(form) || standsAlone(text, at, form.length)) finds.push([at, at + form.length]);
  if (finds.length === 0) return text;
  finds.sort((a, b) => a[0] - b[0]);
  let left = '';
  let from = 0;
  for (const [start, end] of finds) {
    if (start > from || (start === 0 && from === 0)) left += text.slice(from, start) + STARS;
    from = Math.max(from, end);
  }
  return left + text.slice(from);
}
