// Who may talk to the server and what its pages may do: Host and Origin checks, Content-Security-Policy.
import type { MiddlewareHandler } from 'hono';
import { KnownError } from '../errors.ts';

/** No inline code, no foreign host, no frames, no forms: a name from a document can only ever be text. */
export const SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Methods that change nothing. */
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Refuses requests that did not come from this server's own page. A page elsewhere that points its own name at
 * 127.0.0.1 (DNS rebinding) sends a foreign Host; a script on a foreign page sends a foreign Origin or Sec-Fetch-Site.
 */
export function guard(allowedHosts: () => ReadonlySet<string>): MiddlewareHandler {
  return async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    const hosts = allowedHosts();
    const host = context.req.header('host')?.toLowerCase();
    if (host === undefined || !hosts.has(host)) throw refused(`Host "${host ?? ''}"`);
    const origin = context.req.header('origin')?.toLowerCase();
    if (origin !== undefined && !hosts.has(origin.replace(/^http:\/\//, ''))) throw refused(`Origin "${origin}"`);
    const site = context.req.header('sec-fetch-site');
    const isCall = context.req.path.startsWith('/api/');
    if (!READING.has(context.req.method)) {
      // A page's own script sends both; a form of a foreign page can send neither.
      if (origin === undefined) throw refused('a change without an Origin');
      const type = context.req.header('content-type') ?? '';
      if (!/^application\/json\b/.test(type)) throw refused(`a change as "${type}"`);
    }
    if (isCall && site !== undefined && site !== 'same-origin' && site !== 'none') throw refused(`a ${site} page`);
    await next();
  };
}

function refused(found: string): KnownError {
  return new KnownError(
    'bad-input',
    `server: expected a request from its own page, found ${found}.`,
    'Open the address that `stemma view` printed.',
  );
}
