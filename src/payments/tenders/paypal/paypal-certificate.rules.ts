import { X509Certificate } from 'node:crypto';

/** Whom to believe that a certificate is PayPal's. */
export interface CertificateTrust {
  /** Roots as PEM. */
  readonly authorities: readonly string[];
  /** What the common name of PayPal's signing certificate looks like. */
  readonly commonName: RegExp;
}

export type CertificateJudgement =
  | { readonly isTrusted: true; readonly certificate: X509Certificate }
  | { readonly isTrusted: false; readonly reason: string };

/** PayPal signs deliveries with certificates of these names; the middle part names the sandbox. */
export const PAYPAL_COMMON_NAME = /^messageverificationcerts(\.[a-z]+)?\.paypal\.com$/;

const CHAIN_LENGTH_MAX = 6;
const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

const distrusted = (reason: string): CertificateJudgement => ({ isTrusted: false, reason });

/**
 * Follows a chain of certificates, leaf first, up to one of the authorities, each valid now and
 * each issued by the next. Order within the file is kept: PayPal sends the leaf first.
 */
export function judgeCertificate(
  pem: string,
  trust: CertificateTrust,
  nowMs: number,
): CertificateJudgement {
  const chain = readCertificates(pem.match(PEM)?.slice(0, CHAIN_LENGTH_MAX) ?? []);
  const [leaf] = chain;
  if (leaf === undefined) return distrusted('CERTIFICATE_UNREADABLE');
  if (!trust.commonName.test(commonNameOf(leaf))) return distrusted('CERTIFICATE_OF_ANOTHER');
  if (!chain.every((certificate) => isValidAt(certificate, nowMs))) {
    return distrusted('CERTIFICATE_NOT_VALID_NOW');
  }
  for (const [index, certificate] of chain.entries()) {
    if (isIssuedByOneOf(certificate, trust.authorities, nowMs)) {
      return { isTrusted: true, certificate: leaf };
    }
    const issuer = chain[index + 1];
    if (issuer === undefined || !isIssuedBy(certificate, issuer)) break;
  }
  return distrusted('CERTIFICATE_UNTRUSTED');
}

function readCertificates(blocks: readonly string[]): X509Certificate[] {
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    // OpenSSL's error names bytes of the text; that it cannot be read is all that matters.
    return [];
  }
}

function commonNameOf(certificate: X509Certificate): string {
  return /^CN=(.+)$/m.exec(certificate.subject)?.[1] ?? '';
}

function isValidAt(certificate: X509Certificate, nowMs: number): boolean {
  return Date.parse(certificate.validFrom) <= nowMs && nowMs <= Date.parse(certificate.validTo);
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function isIssuedByOneOf(
  certificate: X509Certificate,
  authorities: readonly string[],
  nowMs: number,
): boolean {
  return readCertificates(authorities).some(
    (authority) => isValidAt(authority, nowMs) && isIssuedBy(certificate, authority),
  );
}
