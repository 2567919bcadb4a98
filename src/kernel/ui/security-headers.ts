/**
 * Headers of every page. Scripts come from this site alone, styles from this site or (React Aria's one element) with the
 * nonce (none where it is empty); nothing else may be loaded, framed, or sent elsewhere. An embed may be framed by any site and has no form.
 */
export function securityHeaders(nonce: string, options: { embed?: boolean } = {}): Record<string, string> {
  const embed = options.embed === true;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    nonce === '' ? "style-src-elem 'self'" : `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    embed ? "form-action 'none'" : "form-action 'self'",
    "base-uri 'none'",
    embed ? 'frame-ancestors *' : "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(!embed && { 'X-Frame-Options': 'DENY' }),
  };
}
