import { Client, escapeIdentifier, type ClientConfig } from 'pg';

export interface Listener {
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** One connection that listens for all, made when first needed and made again when it is lost. */
export function listener(config: ClientConfig): Listener {
  const ears = new Map<string, Set<(payload: string) => void>>();
  let client: Promise<Client> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<Client> => {
    const made = new Client(config);
    made.on('error', () => undefined);
    made.on('end', lost);
    made.on('notification', ({ channel, payload }) => {
      for (const heard of ears.get(channel) ?? []) heard(payload ?? '');
    });
    await made.connect();
    for (const channel of ears.keys()) await made.query(`listen ${escapeIdentifier(channel)}`);
    return made;
  };
  const connected = (): Promise<Client> => {
    client ??= connect().catch((error: unknown) => {
      lost();
      throw error;
    });
    return client;
  };
  function lost(): void {
    client = undefined;
    if (closed || ears.size === 0) return;
    clearTimeout(retry);
    retry = setTimeout(() => void connected().catch(() => undefined), 500).unref();
  }

  return {
    async listen(channel, heard) {
      const set = ears.get(channel) ?? new Set();
      ears.set(channel, set.add(heard));
      // A server that is away is no error here: the connection is made again, and whoever listens also polls.
      await connected()
        .then((made) => made.query(`listen ${escapeIdentifier(channel)}`))
        .catch(() => undefined);
      return async () => {
        set.delete(heard);
        if (set.size > 0) return;
        ears.delete(channel);
        await client?.then((made) => made.query(`unlisten ${escapeIdentifier(channel)}`)).catch(() => undefined);
      };
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.then((made) => made.end()).catch(() => undefined);
    },
  };
}
