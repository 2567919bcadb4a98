import { Agent, request } from 'node:http';

/** Asks over one kept connection and reads to the end of the body; gives the milliseconds and the bytes. */
export function anAsker(address: string): {
  ask(path: string, headers?: Record<string, string>): Promise<{ ms: number; bytes: number; first: number }>;
  close(): void;
} {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: (path, headers = {}) =>
      new Promise((resolve, reject) => {
        const start = performance.now();
        const asked = request(`${address}${path}`, { agent, headers }, (answer) => {
          const first = performance.now() - start;
          let bytes = 0;
          answer.on('data', (part: Buffer) => (bytes += part.length));
          answer.once('error', reject);
          answer.once('end', () => {
            if (answer.statusCode === 200) resolve({ ms: performance.now() - start, bytes, first });
            else reject(new Error(`${path} was answered with ${answer.statusCode}`));
          });
        });
        asked.once('error', reject);
        asked.end();
      }),
    close: () => agent.destroy(),
  };
}
