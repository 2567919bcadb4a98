export type Level = 'debug' | 'info' | 'warn' | 'error';
export type Facts = Readonly<Record<string, unknown>>;

/** Structured log: one JSON object a line. Never put a password, token or restricted value into the facts. */
export interface Log {
  debug(message: string, facts?: Facts): void;
  info(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  error(message: string, facts?: Facts): void;
  /** The same log with facts that every line carries (request id, batch …). */
  with(facts: Facts): Log;
}

const order: Record<Level, number> = { debug: 10, info: 20, warn: 30, error: 40 };

function describe(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  return {
    name: value.name,
    message: value.message,
    stack: value.stack,
    ...(value.cause !== undefined && { cause: describe(value.cause) }),
  };
}

export function openLog(options: {
  level: Level;
  write: (line: string) => void;
  clock: () => Date;
  facts?: Facts;
}): Log {
  const log = (level: Level, message: string, facts: Facts = {}): void => {
    if (order[level] < order[options.level]) return;
    const line = { at: options.clock().toISOString(), level, message, ...options.facts, ...facts };
    options.write(
      `${JSON.stringify(line, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : describe(value)))}\n`,
    );
  };
  return {
    debug: (message, facts) => log('debug', message, facts),
    info: (message, facts) => log('info', message, facts),
    warn: (message, facts) => log('warn', message, facts),
    error: (message, facts) => log('error', message, facts),
    with: (facts) => openLog({ ...options, facts: { ...options.facts, ...facts } }),
  };
}

export const silentLog: Log = openLog({ level: 'error', write: () => {}, clock: () => new Date(0) });
