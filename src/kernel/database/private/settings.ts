import { totalmem } from 'node:os';

/** Where the server listens: a socket in a folder, or a port on loopback where there are no sockets. */
export type Listening =
  | { readonly kind: 'socket'; readonly folder: string; readonly port: number }
  | { readonly kind: 'loopback'; readonly port: number };

/** Settings for a server of 2 cores and 4 GB that Mandata shares with DuckDB and itself; given at each start, so that they move with the code. */
export function settings(listening: Listening): readonly string[] {
  const megabytes = totalmem() / 2 ** 20;
  const values: Record<string, string> = {
    ...(listening.kind === 'socket'
      ? { listen_addresses: '', unix_socket_directories: listening.folder, unix_socket_permissions: '0700' }
      : { listen_addresses: '127.0.0.1', ...(process.platform !== 'win32' && { unix_socket_directories: '' }) }),
    port: String(listening.port),
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: megabytes < 2048 ? '128MB' : '256MB',
    effective_cache_size: megabytes < 2048 ? '512MB' : '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_connections: '60',
    max_wal_size: '1GB',
    wal_compression: 'on',
    random_page_cost: '1.1',
    // Analysis is DuckDB's; here a query that takes the second core takes it from the pages.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'ISO, MDY',
    intervalstyle: 'iso_8601',
    idle_in_transaction_session_timeout: '5min',
    // A week of files, overwritten; statements stay out of them, for they hold what people entered.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_min_error_statement: 'panic',
    log_statement: 'none',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
