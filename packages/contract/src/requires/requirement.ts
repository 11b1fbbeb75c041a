import { Fields, isMap } from '@lockstep/base';
import { CONDITION_FORM, type Condition, readCondition } from './condition.ts';
import { type LedgerPlace, readLedgerPlace } from './ledger-place.ts';

/** A version that must be live before this release may be. */
export interface Requirement {
  /** What reports call it: `backend`, `schema`, `functions`. */
  readonly name: string;
  /** A health route; undefined means the one of the backend. */
  readonly url: URL | undefined;
  /** Where in its JSON the version is: `/metadata/version`. */
  readonly at: string;
  /** Undefined where only its ledger is asked. */
  readonly needs: Condition | undefined;
  /** Undefined where no ledger is asked. */
  readonly ledger: LedgerPlace | undefined;
}

/** Reads what a release requires from data that is already parsed. Nothing may be used where there is a problem. */
export function readRequirements(
  value: unknown,
  where: string,
): { readonly requirements: readonly Requirement[]; readonly problems: readonly string[] } {
  if (value === undefined || value === null || value === '') return { requirements: [], problems: [] };
  if (!isMap(value)) return { requirements: [], problems: [`${where}: expected a map of names to what is needed`] };
  const problems: string[] = [];
  const requirements = Object.entries(value).flatMap(([name, entry]): readonly Requirement[] => {
    const short = typeof entry === 'string' || typeof entry === 'number' ? { needs: String(entry) } : entry;
    const fields = new Fields(isMap(short) ? short : {}, `${where}: ${name}`);
    const place = fields.map('ledger');
    const needs = fields.text('needs', { required: place === undefined, expected: CONDITION_FORM });
    const url = fields.text('url');
    const at =
      fields.text('at') || `/metadata/${name === 'schema' ? 'schema_version' : name === 'backend' ? 'version' : name}`;
    fields.refuseOthers();
    const condition = readCondition(needs);
    if (needs !== '' && condition === undefined) fields.complain('needs', `expected ${CONDITION_FORM}`);
    if (url !== '' && !(/^https?:/.test(url) && URL.canParse(url))) fields.complain('url', 'expected a URL');
    if (!at.startsWith('/')) fields.complain('at', 'expected a path within JSON, such as /metadata/version');
    const inner = place === undefined ? undefined : new Fields(place, `${where}: ${name}: ledger`);
    const ledger = inner === undefined ? undefined : readLedgerPlace(inner);
    const wrong = [...fields.problems, ...(inner?.problems ?? [])];
    problems.push(...wrong);
    if (wrong.length > 0) return [];
    return [{ name, url: url === '' ? undefined : new URL(url), at, needs: condition, ledger }];
  });
  return { requirements, problems };
}
