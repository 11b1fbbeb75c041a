import { isDone, type ReleaseMessage, severityOf } from '../message.ts';
import { timeText } from '../time.ts';
import { cut, facts, hasCause, hasMore, headline, listed, lookOf, mainLines, undoLines } from '../words.ts';

/** Teams refuses larger ones (28 kB, the envelope included). */
const MOST_BYTES = 26_000;
/** Of each part of the details, the first that fits. */
const DETAIL_LENGTHS = [4_000, 1_500, 400, 0];
const MOST_LINKS = 5;

type Element = Readonly<Record<string, unknown>>;

/** What a workflow of Teams takes that posts the card it is sent. */
export interface TeamsMessage {
  readonly type: 'message';
  readonly attachments: readonly [
    { readonly contentType: string; readonly contentUrl: null; readonly content: Element },
  ];
}

/** The message as an adaptive card. All foreign text is in text runs, which show it as it is: Markdown is not read there. */
export function teamsMessage(message: ReleaseMessage, names: readonly string[]): TeamsMessage {
  for (const length of DETAIL_LENGTHS) {
    const envelope = envelopeOf(cardOf(message, names, length));
    if (length === 0 || Buffer.byteLength(JSON.stringify(envelope)) <= MOST_BYTES) return envelope;
  }
  throw new Error('there is no length left');
}

function envelopeOf(content: Element): TeamsMessage {
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}

function cardOf(message: ReleaseMessage, names: readonly string[], detailLength: number): Element {
  const details = detailLength === 0 ? [] : detailsOf(message, detailLength);
  const lines = mainLines(message).map(([label, text]) =>
    rich(label === '' ? [run(text)] : [run(`${label}: `, { weight: 'Bolder' }), run(text)]),
  );
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      rich([
        run(cut(`${lookOf(message).sign} ${headline(message)}`, 300), {
          size: 'Large',
          weight: 'Bolder',
          color: colorOf(message),
        }),
      ]),
      ...names.map((name) => ({ type: 'TextBlock', text: at(name), wrap: true })),
      ...lines,
      rich(factRuns(message)),
      ...(details.length === 0 ? [] : [{ type: 'Container', id: 'details', isVisible: false, items: details }]),
    ],
    actions: [
      ...(details.length === 0
        ? []
        : [{ type: 'Action.ToggleVisibility', title: 'Details', targetElements: ['details'] }]),
      ...message.links.slice(0, MOST_LINKS).map(({ label, url }) => ({
        type: 'Action.OpenUrl',
        title: cut(label, 60),
        url,
      })),
    ],
    msteams: {
      width: 'Full',
      entities: names.map((name) => ({ type: 'mention', text: at(name), mentioned: { id: name, name } })),
    },
  };
}

function at(name: string): string {
  return `<at>${name}</at>`;
}

function colorOf({ state }: ReleaseMessage): string {
  const severity = severityOf(state);
  if (state === 'drill') return 'Accent';
  if (severity !== 'info') return severity === 'error' ? 'Attention' : 'Warning';
  return isDone(state) ? 'Good' : 'Accent';
}

/** `Commit 3f9a2c0d1e5b · Pull request #128 · … · 2026-11-22 04:00 UTC`, the first two as links. */
function factRuns(message: ReleaseMessage): readonly Element[] {
  const quiet = { isSubtle: true };
  const known = facts(message).flatMap(([label, value, url]) => [
    run(`${label} `, quiet),
    run(cut(value, 200), url === '' ? quiet : { selectAction: { type: 'Action.OpenUrl', url } }),
    run('  ·  ', quiet),
  ]);
  return [...known, run(timeText(message), quiet)];
}

function detailsOf(message: ReleaseMessage, length: number): readonly Element[] {
  if (!hasCause(message) && !hasMore(message)) return [];
  const list = (lines: readonly string[]) => listed(lines, { length: 300, total: length });
  const failure = hasCause(message) ? cut(message.failure, length).split('\n').slice(0, 60) : [];
  return [
    ...section('What failed', failure, { fontType: 'Monospace' }),
    ...section('Undone', list(undoLines(message))),
    ...section('Changes', list(message.changes)),
  ];
}

function section(title: string, lines: readonly string[], look: Element = {}): readonly Element[] {
  if (lines.length === 0) return [];
  return [rich([run(title, { weight: 'Bolder' })]), ...lines.map((line) => rich([run(line, look)]))];
}

function rich(inlines: readonly Element[]): Element {
  return { type: 'RichTextBlock', inlines };
}

function run(text: string, look: Element = {}): Element {
  // An empty run makes a card invalid.
  return { type: 'TextRun', text: text === '' ? ' ' : text, ...look };
}
