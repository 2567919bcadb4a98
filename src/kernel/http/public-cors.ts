import { cors } from 'hono/cors';

/** Pages of other sites may read what anyone may read (the API; SDMX has its own), never with a visitor's cookie. */
export function publicCors() {
  return cors({
    origin: '*',
    allowMethods: ['GET', 'HEAD', 'OPTIONS'],
    allowHeaders: ['Accept', 'Accept-Language', 'Authorization', 'If-None-Match', 'If-Modified-Since'],
    exposeHeaders: ['ETag', 'Last-Modified', 'Link', 'X-Request-Id', 'Content-Disposition', 'Retry-After'],
    maxAge: 86_400,
  });
}
