import fastifyCookie from '@fastify/cookie';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SETTINGS, type Settings } from '../platform/config/settings';

interface CookieAttributes {
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none';
  readonly path: string;
  readonly secure: boolean;
  readonly domain?: string;
}

const HOST_PREFIX = '__Host-';

/** The cookie of a signed-in browser. Nothing else knows its name and attributes. */
@Injectable()
export class SessionCookie implements OnModuleInit {
  private readonly logger = new Logger(SessionCookie.name);
  readonly name: string;
  private readonly attributes: CookieAttributes;

  constructor(@Inject(SETTINGS) settings: Settings) {
    const secure = settings.secureCookies;
    this.name = secure ? `${HOST_PREFIX}fusion` : 'fusion';
    this.attributes = { httpOnly: true, sameSite: 'strict', path: '/', secure };
    assertHostPrefix(this.name, this.attributes);
  }

  onModuleInit(): void {
    if (this.attributes.secure) return;
    this.logger.warn({
      event: 'auth.cookie_not_secure',
      advice: 'Sessions travel without TLS. Set TLS_CERT and TLS_KEY, or an https PUBLIC_URL.',
    });
  }

  /** The session token that a request carries, or null. */
  read(cookieHeader: string | undefined): string | null {
    if (cookieHeader === undefined) return null;
    return fastifyCookie.parse(cookieHeader)[this.name] ?? null;
  }

  set(reply: FastifyReply, token: string, maxAgeSeconds: number): void {
    void reply.setCookie(this.name, token, { ...this.attributes, maxAge: maxAgeSeconds });
  }

  /** Browsers forget a cookie only when told with the attributes that it was set with. */
  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes);
  }
}

/**
 * Browsers ignore a `__Host-` cookie that is not tied to this host alone; nobody would be able
 * to sign in, so it is a mistake of the program.
 */
export function assertHostPrefix(name: string, attributes: CookieAttributes): void {
  if (!name.startsWith(HOST_PREFIX)) return;
  const { secure, path, domain } = attributes;
  if (!secure || path !== '/' || domain !== undefined) {
    throw new Error(`${HOST_PREFIX} cookies are secure, of path "/", and of no domain`);
  }
}
