import { isIP } from 'node:net';

/** A key and the certificate it signed for itself, both PEM. Who trusts the certificate trusts the server. */
export interface Certificate {
  readonly key: string;
  readonly certificate: string;
}

export interface Validity {
  readonly from?: Date;
  readonly to?: Date;
  /** Who issued it, in the certificate's words. */
  readonly organization?: string;
}

/** Makes a certificate for host names and IP addresses, by default valid for a year from now. */
export async function makeCertificate(
  hosts: readonly string[],
  { from, to, organization }: Validity = {},
): Promise<Certificate> {
  // Loaded where TLS is wanted only: it takes longer to load than to do its work.
  const { generate } = await import('selfsigned');
  const altNames = hosts.map((host) =>
    isIP(host) === 0 ? { type: 2 as const, value: host } : { type: 7 as const, ip: host },
  );
  const names = [{ name: 'commonName', value: hosts[0] ?? 'localhost' }];
  if (organization !== undefined) names.push({ name: 'organizationName', value: organization });
  const made = await generate(names, {
    keyType: 'ec',
    algorithm: 'sha256',
    ...(from === undefined ? {} : { notBeforeDate: from }),
    ...(to === undefined ? {} : { notAfterDate: to }),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { key: made.private, certificate: made.cert };
}
