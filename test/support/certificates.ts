import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { der } from './der';

/** A certificate with its private key, both as PEM. Throw-away: made anew by every process. */
export interface Certificate {
  readonly name: string;
  readonly pem: string;
  readonly keyPem: string;
  readonly key: KeyObject;
}

interface CertificateWishes {
  readonly name: string;
  /** Who signs; itself when absent. */
  readonly issuer?: Certificate;
  readonly isAuthority?: boolean;
  /** Host names and IPv4 addresses it is good for. */
  readonly hosts?: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
}

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const SUBJECT_ALT_NAME = '2.5.29.17';

/** Makes an X.509 certificate, since Node can read them but not make them. */
export function makeCertificate(wishes: CertificateWishes): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const issuer = wishes.issuer ?? { name: wishes.name, key: privateKey };
  const algorithm = der.sequence(der.objectId(SHA256_WITH_RSA), der.null());
  const body = der.sequence(
    der.tagged(0, der.integer(Buffer.from([2]))),
    der.integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(issuer.name),
    der.sequence(
      der.time(Date.parse(wishes.validFrom ?? '2020-01-01T00:00:00Z')),
      der.time(Date.parse(wishes.validTo ?? '2049-12-31T00:00:00Z')),
    ),
    nameOf(wishes.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der.tagged(3, der.sequence(...extensionsOf(wishes))),
  );
  const signature = sign('sha256', body, issuer.key);
  const pem = toPem(der.sequence(body, algorithm, der.bits(signature)));
  const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  return { name: wishes.name, pem, keyPem, key: privateKey };
}

function nameOf(commonName: string): Buffer {
  return der.sequence(der.set(der.sequence(der.objectId(COMMON_NAME), der.text(commonName))));
}

function extensionsOf({ isAuthority = false, hosts = [] }: CertificateWishes): Buffer[] {
  const constraints = isAuthority ? der.sequence(der.boolean(true)) : der.sequence();
  const extensions = [
    der.sequence(der.objectId(BASIC_CONSTRAINTS), der.boolean(true), der.octets(constraints)),
  ];
  if (hosts.length === 0) return extensions;
  const names = hosts.map((host) =>
    isIPv4(host)
      ? der.tagged(7, Buffer.from(host.split('.').map(Number)), false)
      : der.tagged(2, Buffer.from(host), false),
  );
  extensions.push(der.sequence(der.objectId(SUBJECT_ALT_NAME), der.octets(der.sequence(...names))));
  return extensions;
}

function toPem(content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
