export type { Config, FileStore, TrustedProxy } from './config.ts';
export { keptSecret } from './kept-secret.ts';
export { readConfig } from './read-config.ts';
