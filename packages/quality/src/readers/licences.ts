import { isMap } from '@lockstep/base';
import satisfies from 'spdx-satisfies';
import type { Finding } from '../finding.ts';
import { type Reading, reading, unreadable } from '../report.ts';
import { jsonOf, listOf, mapOf, type Source, textField } from '../source.ts';

interface Licensed {
  readonly name: string;
  /** An SPDX expression; `''` when nobody knows. */
  readonly licence: string;
}

/**
 * `pnpm licenses list --json`, or an SBOM in CycloneDX or SPDX JSON (`npm sbom`, `pnpm sbom`). A package whose
 * licence does not satisfy the allowed ones, or is not known, is a finding.
 */
export async function readLicences(source: Source, allowed: readonly string[]): Promise<Reading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const packages = fromCycloneDx(report) ?? fromSpdx(report) ?? fromPnpm(report);
  if (packages === undefined)
    return unreadable('report-malformed', "it is neither an SBOM nor pnpm's list of licences");
  const findings = packages.flatMap(({ name, licence }): readonly Finding[] => {
    if (licence === '')
      return [{ rule: 'licence-unknown', level: 'error', package: name, message: `${name}: its licence is not known` }];
    if (isAllowed(licence, allowed)) return [];
    return [{ rule: 'licence', level: 'error', package: name, message: `${name}: ${licence} is not allowed` }];
  });
  return reading({ checked: packages.length, findings });
}

/** What is no SPDX expression is allowed only by its very words. */
function isAllowed(licence: string, allowed: readonly string[]): boolean {
  if (allowed.includes(licence)) return true;
  try {
    return satisfies(licence, allowed.filter(isSpdx));
  } catch {
    return false;
  }
}

function isSpdx(licence: string): boolean {
  try {
    return satisfies(licence, [licence]);
  } catch {
    return false;
  }
}

function fromCycloneDx(report: Readonly<Record<string, unknown>>): readonly Licensed[] | undefined {
  if (report['bomFormat'] !== 'CycloneDX') return undefined;
  return listOf(report['components'] ?? [], 'components').map((one) => {
    const component = mapOf(one, 'a component');
    const licences = listOf(component['licenses'] ?? [], 'licenses').map((entry) => {
      const { expression, license } = mapOf(entry, 'a licence');
      return textField(expression) || (isMap(license) ? textField(license['id']) || textField(license['name']) : '');
    });
    return { name: textField(component['name']), licence: licences.filter((licence) => licence !== '').join(' AND ') };
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
        licence: stated.find((licence) => licence !== '' && licence !== 'NOASSERTION') ?? '',
      };
    });
}

function fromPnpm(report: Readonly<Record<string, unknown>>): readonly Licensed[] | undefined {
  const entries = Object.entries(report);
  if (!entries.every(([, packages]) => Array.isArray(packages) && packages.every(isMap))) return undefined;
  return entries.flatMap(([licence, packages]) =>
    (packages as readonly Readonly<Record<string, unknown>>[]).map((one) => ({
      name: textField(one['name']),
      licence: licence === 'Unknown' ? '' : licence,
    })),
  );
}
