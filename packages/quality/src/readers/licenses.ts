import { isMap } from '@lockstep/base';
import satisfies from 'spdx-satisfies';
import type { CodeFinding } from '../finding.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { jsonOf, listOf, mapOf, type ReportSource, textField } from '../source.ts';

interface Licensed {
  readonly name: string;
  /** An SPDX expression; `''` where it is not known. */
  readonly license: string;
}

/**
 * `pnpm licenses list --json`, or an SBOM in CycloneDX or SPDX JSON (`npm sbom`, `pnpm sbom`). A package whose
 * license does not satisfy the allowed ones, or is not known, is a finding.
 */
export async function readLicenses(source: ReportSource, allowed: readonly string[]): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const packages = fromCycloneDx(report) ?? fromSpdx(report) ?? fromPnpm(report);
  if (packages === undefined)
    return unreadable('report-malformed', "it is neither an SBOM nor pnpm's list of licenses");
  const findings = packages.flatMap(({ name, license }): readonly CodeFinding[] => {
    if (license === '')
      return [{ rule: 'license-unknown', level: 'error', package: name, message: `${name}: its license is not known` }];
    if (isAllowed(license, allowed)) return [];
    return [{ rule: 'license', level: 'error', package: name, message: `${name}: ${license} is not allowed` }];
  });
  return reading({ checked: packages.length, findings });
}

/** The parser's time grows with the square of the length, and what is longer is a text of a license, no expression. */
const LONGEST_EXPRESSION = 4_096;

/** What is no SPDX expression is allowed only by its very words. */
function isAllowed(license: string, allowed: readonly string[]): boolean {
  if (allowed.includes(license)) return true;
  if (license.length > LONGEST_EXPRESSION) return false;
  try {
    return satisfies(license, allowed.filter(isSpdx));
  } catch {
    return false;
  }
}

function isSpdx(license: string): boolean {
  try {
    return satisfies(license, [license]);
  } catch {
    return false;
  }
}

function fromCycloneDx(report: Readonly<Record<string, unknown>>): readonly Licensed[] | undefined {
  if (report['bomFormat'] !== 'CycloneDX') return undefined;
  return listOf(report['components'] ?? [], 'components').map((one) => {
    const component = mapOf(one, 'a component');
    const licenses = listOf(component['licenses'] ?? [], 'licenses').map((entry) => {
      const { expression, license } = mapOf(entry, 'a license');
      return textField(expression) || (isMap(license) ? textField(license['id']) || textField(license['name']) : '');
    });
    return { name: textField(component['name']), license: licenses.filter((license) => license !== '').join(' AND ') };
  });
}

function fromSpdx(report: Readonly<Record<string, unknown>>): readonly Licensed[] | undefined {
  if (typeof report['spdxVersion'] !== 'string') return undefined;
  // The project itself is among its packages.
  const own = Array.isArray(report['documentDescribes']) ? report['documentDescribes'] : [];
  const packages = listOf(report['packages'], 'packages').map((one) => mapOf(one, 'a package'));
  return packages
    .filter((entry) => !own.includes(entry['SPDXID']))
    .map((entry) => {
      const stated = [entry['licenseConcluded'], entry['licenseDeclared']].map(textField);
      return {
        name: textField(entry['name']),
        license: stated.find((license) => license !== '' && license !== 'NOASSERTION') ?? '',
      };
    });
}

function fromPnpm(report: Readonly<Record<string, unknown>>): readonly Licensed[] | undefined {
  const entries = Object.entries(report);
  if (!entries.every(([, packages]) => Array.isArray(packages) && packages.every(isMap))) return undefined;
  return entries.flatMap(([license, packages]) =>
    (packages as readonly Readonly<Record<string, unknown>>[]).map((one) => ({
      name: textField(one['name']),
      license: license === 'Unknown' ? '' : license,
    })),
  );
}
