import { createHash } from 'node:crypto';
import type { Verdict } from '@lockstep/base';
import type { ControlReport, ControlRow, EvidenceRow } from '../control.ts';
import { becauseOf, headline, STATE_WORDS, sourceWords } from './words.ts';

const OSCAL_VERSION = '1.2.0';
const NAMESPACE = 'https://lockstep-ci.dev/oscal';

/**
 * OSCAL assessment results (https://pages.nist.gov/OSCAL/reference/latest/assessment-results/). A finding's target is
 * satisfied or not, and there is no third answer: evidence that could not decide is `not-satisfied` for the reason `other`, with
 * a remark that says unknown and why. A control without evidence of now is an observation without a finding, with such a remark.
 */
export function controlsOscal(report: ControlReport): string {
  const id = (...parts: readonly string[]) => uuid([report.at, ...parts]);
  const observations = report.rows.map((row) => observation(row, id, report.at));
  const findings = report.rows
    .filter(({ state }) => state === 'current' || state === 'failing')
    .map((row) => finding(row, id));
  const result = {
    uuid: id('result'),
    title: headline(report),
    description:
      'Evidence that was collected for controls. It is no statement that a law or a standard is complied with.',
    start: report.at,
    end: report.at,
    'reviewed-controls': {
      'control-selections': [
        { 'include-controls': report.rows.map(({ control }) => ({ 'control-id': token(control.id) })) },
      ],
    },
    observations,
    ...(findings.length === 0 ? {} : { findings }),
  };
  const document = {
    'assessment-results': {
      uuid: id('document'),
      metadata: {
        title: 'Evidence of controls',
        'last-modified': report.at,
        version: '1',
        'oscal-version': OSCAL_VERSION,
      },
      'import-ap': { href: '#plan' },
      results: [result],
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

type Id = (...parts: readonly string[]) => string;

function observation(row: ControlRow, id: Id, at: string) {
  const relevant = row.rows.filter(({ file }) => file !== '').map(evidence);
  return {
    uuid: id('observation', row.control.id),
    title: row.control.id,
    description: `${row.control.title}: ${becauseOf(row)}`,
    props: [
      { name: 'evidence', value: row.state, ns: NAMESPACE },
      { name: 'verdict', value: verdictOf(row), ns: NAMESPACE },
    ],
    methods: [row.rows.some(({ source }) => source.kind === 'checks') ? 'TEST' : 'EXAMINE'],
    ...(relevant.length === 0 ? {} : { 'relevant-evidence': relevant }),
    collected: at,
    ...remarksOf(row),
  };
}

/** Evidence that says fail decides; whatever else is not current leaves it unknown. */
function verdictOf({ rows, state }: ControlRow): Verdict {
  if (state === 'current') return 'pass';
  const hasFailed = rows.some((one) => one.state === 'failing' && one.verdict === 'fail');
  return state === 'failing' && hasFailed ? 'fail' : 'unknown';
}

function remarksOf(row: ControlRow): { readonly remarks?: string } {
  return verdictOf(row) === 'unknown' ? { remarks: `Unknown, because ${whyUnknown(row)}` } : {};
}

/** What is current is no reason. */
function whyUnknown(row: ControlRow): string {
  if (row.rows.length === 0) return `nothing is collected: ${row.control.notCollected}`;
  const open = row.rows.filter(({ state }) => state !== 'current');
  return open
    .map(
      ({ because, source, state }) =>
        `${sourceWords(source)}: ${state === 'failing' ? 'undecided' : STATE_WORDS[state]} (${because})`,
    )
    .join('; ');
}

/** The reasons that OSCAL knows for a status. */
const REASONS: Readonly<Record<Verdict, string>> = { pass: 'pass', fail: 'fail', unknown: 'other' };

function evidence({ digest, file, run, source }: EvidenceRow) {
  return {
    href: run ?? `#sha256-${digest}`,
    description: `${sourceWords(source)}: ${file}`,
    ...(digest === '' ? {} : { props: [{ name: 'sha256', value: digest, ns: NAMESPACE }] }),
  };
}

function finding(row: ControlRow, id: Id) {
  return {
    uuid: id('finding', row.control.id),
    title: row.control.id,
    description: becauseOf(row),
    target: {
      type: 'objective-id',
      'target-id': `${token(row.control.id)}_obj`,
      status: {
        state: row.state === 'current' ? 'satisfied' : 'not-satisfied',
        reason: REASONS[verdictOf(row)],
        ...remarksOf(row),
      },
    },
    'related-observations': [{ 'observation-uuid': id('observation', row.control.id) }],
  };
}

/** An OSCAL token begins with a letter or _. */
function token(id: string): string {
  return /^[a-z_]/.test(id) ? id : `_${id}`;
}

/** The same report always has the same ids: version 5's layout, over SHA-256. */
function uuid(parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
