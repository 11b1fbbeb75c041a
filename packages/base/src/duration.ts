const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `200ms`, `30s`, `5m`, `2h`, `30d` → milliseconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
  if (match === null) return undefined;
  const ms = Number(match[1]) * UNITS[match[2] as keyof typeof UNITS];
  return Number.isSafeInteger(ms) ? ms : undefined;
}

/** Milliseconds for people: `840 ms`, `12.3 s`, `4 min 5 s`, `2 h 10 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${trim(ms / 1_000)} s`;
  if (ms < 3_600_000) return pair(ms, MINUTE, SECOND);
  return pair(ms, HOUR, MINUTE);
}

function trim(value: number): string {
  return (Math.floor(value * 10) / 10).toFixed(1).replace(/\.0$/, '');
}

interface Unit {
  readonly ms: number;
  readonly name: string;
}

const SECOND: Unit = { ms: 1_000, name: 's' };
const MINUTE: Unit = { ms: 60_000, name: 'min' };
const HOUR: Unit = { ms: 3_600_000, name: 'h' };

function pair(ms: number, big: Unit, small: Unit): string {
  const rest = Math.floor((ms % big.ms) / small.ms);
  const head = `${Math.floor(ms / big.ms)} ${big.name}`;
  return rest === 0 ? head : `${head} ${rest} ${small.name}`;
}
