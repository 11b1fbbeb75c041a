import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { makeCertificate } from '@lockstep/proving-ground/tls';
import { outcomes, page, startSite } from './site.ts';

/** sslyze is not installed with the rest: `LOCKSTEP_SSLYZE` names its program. */
const sslyze = process.env['LOCKSTEP_SSLYZE'];
const judged = sslyze === undefined ? test.skip : test;

const OLD = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
const DAY_MS = 86_400_000;
const now = Date.now();

judged.each([
  ['TLS 1.2 and newer', { minVersion: 'TLSv1.2' }, {}],
  ['TLS 1.3 alone', { minVersion: 'TLSv1.3' }, {}],
  ['TLS 1.0 too', OLD, {}],
  ['TLS 1.1 alone', { ...OLD, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' }, {}],
  ['a certificate that has ended', {}, { from: new Date(now - 90 * DAY_MS), to: new Date(now - DAY_MS) }],
  ['a certificate for another name', {}, { hosts: ['other.test'] }],
] as const)(
  'sslyze and the audit see the same of a server with %s',
  async (_, tls, { hosts = ['127.0.0.1'], ...validity }: { hosts?: readonly string[]; from?: Date; to?: Date }) => {
    const certificate = await makeCertificate(hosts, validity);
    await using site = await startSite(page({}), { tls, certificate });
    const folder = mkdtempSync(join(tmpdir(), 'lockstep-sslyze-'));
    try {
      writeFileSync(join(folder, 'ca.pem'), certificate.certificate);
      const out = join(folder, 'out.json');
      const args = ['--json_out', out, '--certinfo', '--certinfo_ca_file', join(folder, 'ca.pem')];
      const versions = ['--tlsv1', '--tlsv1_1', '--tlsv1_2', '--tlsv1_3'];
      await promisify(execFile)(sslyze ?? '', [...args, ...versions, `127.0.0.1:${site.url.port}`]).catch(
        () => undefined,
      );
      const [scan] = JSON.parse(readFileSync(out, 'utf8')).server_scan_results;
      const audited = await site.audit({ checks: ['tls-*'] });
      expect(ours(audited)).toEqual(theirs(scan.scan_result));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

function ours(audited: Parameters<typeof outcomes>[0]) {
  const failed = (id: string) => outcomes(audited, id).some((one) => one.startsWith('fail'));
  return { oldVersions: failed('tls-versions'), wrongName: failed('tls-name'), expired: failed('tls-expiry') };
}

interface Suites {
  readonly result: { readonly accepted_cipher_suites: readonly unknown[] };
}

interface Scan {
  readonly ssl_2_0_cipher_suites?: Suites;
  readonly tls_1_0_cipher_suites: Suites;
  readonly tls_1_1_cipher_suites: Suites;
  readonly certificate_info: {
    readonly result: {
      readonly hostname_used_for_server_name_indication: string;
      readonly certificate_deployments: readonly {
        readonly received_certificate_chain: readonly {
          readonly not_valid_after: string;
          readonly subject_alternative_name: { readonly ip_addresses: readonly string[] };
        }[];
      }[];
    };
  };
}

function theirs(scan: Scan) {
  const [deployment] = scan.certificate_info.result.certificate_deployments;
  const [leaf] = deployment?.received_certificate_chain ?? [];
  const old = [scan.tls_1_0_cipher_suites, scan.tls_1_1_cipher_suites];
  return {
    oldVersions: old.some(({ result }) => result.accepted_cipher_suites.length > 0),
    wrongName: leaf?.subject_alternative_name.ip_addresses.includes('127.0.0.1') !== true,
    expired: Date.parse(`${leaf?.not_valid_after}`.replace(/Z?$/, 'Z')) < Date.now(),
  };
}
