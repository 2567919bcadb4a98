import type { Actor } from '#kernel/policy/actor.ts';
import type { Log } from '#kernel/log/index.ts';

/** What every handler finds in its context. */
export interface HttpEnv {
  Variables: {
    requestId: string;
    log: Log;
    actor: Actor;
    /** How the actor was recognised; same-origin rules hold for cookies only. */
    via: 'nothing' | 'cookie' | 'token';
    /** Address of the client, behind a proxy only when the proxy is trusted. */
    address: string;
  };
}
