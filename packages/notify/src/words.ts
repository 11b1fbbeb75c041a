import type { ReleaseMessage, ReleaseState } from './message.ts';

const PHRASES: Readonly<Record<ReleaseState, string>> = {
  waiting: 'waits for an approval',
  started: 'release started',
  gating: 'release is being checked',
  released: 'released',
  'rolled-back': 'rolled back',
  'partly-rolled-back': 'partly rolled back',
  held: 'held for a person to decide',
  failed: 'release failed',
  unknown: 'end of the release is unknown',
  contracting: 'contract migrations are being applied',
  contracted: 'contract migrations applied',
  'contract-failed': 'contract migrations not applied',
};

/** `production / web: rolled back`. One line, without the summary. */
export function headline(message: ReleaseMessage): string {
  const where = message.service === '' ? message.environment : `${message.environment} / ${message.service}`;
  return `${where === '' ? message.repository : where}: ${PHRASES[message.state]}`;
}

/** Label and value pairs, without the empty ones. */
export function facts(message: ReleaseMessage): readonly (readonly [string, string])[] {
  const pairs: readonly (readonly [string, string])[] = [
    ['Release', message.releaseId],
    ['Commit', message.commit.slice(0, 12)],
    ['Repository', message.repository],
    ['Started by', message.actor],
    ['Approved by', message.approvedBy],
  ];
  return pairs.filter(([, value]) => value !== '');
}

/** One line for each undo step: `migrate: pass, went down from 12 to 11`. */
export function undoLines(message: ReleaseMessage): readonly string[] {
  return message.undone.map(({ action, verdict, message: words }) => `${action}: ${verdict}, ${words}`);
}

/** The whole message as plain text, for mail and for logs. */
export function plainText(message: ReleaseMessage): string {
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `- ${line}`)];
  return [
    headline(message),
    ...(message.summary === '' ? [] : [message.summary]),
    '',
    ...facts(message).map(([label, value]) => `${label}: ${value}`),
    ...section('What changed', message.changes),
    ...section('Undone', undoLines(message)),
    ...(message.failure === '' ? [] : ['', 'What went wrong:', message.failure]),
    ...(message.next === '' ? [] : ['', `Next: ${message.next}`]),
    ...section(
      'Links',
      message.links.map(({ label, url }) => `${label}: ${url}`),
    ),
  ].join('\n');
}

/** At most `limit` UTF-16 units, the last one an ellipsis where something was cut; never half of a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
