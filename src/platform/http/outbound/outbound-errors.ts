/** The proxy answered CONNECT with something else than 200: nothing left for the other side. */
export class ProxyRefusedError extends Error {
  constructor(readonly status: number) {
    super(`The proxy refused the tunnel with status ${status}`);
    this.name = 'ProxyRefusedError';
  }
}

/** A name led to an address that lies inside: this host, its network, a cloud's metadata. */
export class ForbiddenAddressError extends Error {
  constructor(host: string) {
    super(`The address of ${host} is not a public one`);
    this.name = 'ForbiddenAddressError';
  }
}
