import { Client, type ClientConfig } from 'pg';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { openPool } from './open-pool.ts';
import type { OpenDatabase } from './types.ts';

interface Facts {
  number: number;
  version: string;
  encoding: string;
  safe: boolean;
  app: boolean;
  creates: boolean;
}

/** Connects to the server that DATABASE_URL names: PostgreSQL 15 or later, UTF-8, a user that may make tables and the role of requests. */
export async function openNamed(databaseUrl: string): Promise<OpenDatabase> {
  const config: ClientConfig = {
    connectionString: databaseUrl,
    application_name: 'mandata',
    keepAlive: true,
    options:
      '-c timezone=UTC -c datestyle=ISO,MDY -c intervalstyle=iso_8601 -c idle_in_transaction_session_timeout=300000',
  };
  const where = placeOf(databaseUrl);
  const client = new Client({ ...config, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message || String(cause) : String(cause);
    throw new Problem(
      'unavailable',
      say('The database {where} named by DATABASE_URL does not let Mandata in: {reason}.', { where, reason }),
      { cause },
    );
  }
  try {
    const facts = await factsOf(client);
    refuseUnfit(facts, where);
    await readyRole(client, facts, where);
    return openPool(config, { kind: 'named', facts: { version: facts.version, where, survivesPowerLoss: facts.safe } });
  } finally {
    await client.end();
  }
}

async function factsOf(client: Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(`select current_setting('server_version_num')::int as number,
    current_setting('server_version') as version, current_setting('server_encoding') as encoding,
    current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on' and current_setting('synchronous_commit') <> 'off' as safe,
    exists (select from pg_roles where rolname = 'mandata_app') as app,
    has_schema_privilege('public', 'create') as creates`);
  if (rows[0] === undefined) throw new Error('The server gave no answer about itself.');
  return rows[0];
}

function refuseUnfit(facts: Facts, where: string): void {
  const refuse = (message: ReturnType<typeof say>): never => {
    throw new Problem('wrong-use', message);
  };
  if (facts.number < 150_000) {
    refuse(
      say('The database {where} runs PostgreSQL {version}, and Mandata needs version 15 or later.', {
        where,
        version: facts.version,
      }),
    );
  }
  if (facts.encoding !== 'UTF8') {
    refuse(
      say('The database {where} keeps its text as {encoding}: create it with the encoding UTF8.', {
        where,
        encoding: facts.encoding,
      }),
    );
  }
  if (!facts.creates) {
    refuse(
      say('The user in DATABASE_URL may not create tables in {where}: make that user the owner of the database.', {
        where,
      }),
    );
  }
}

async function readyRole(client: Client, facts: Facts, where: string): Promise<void> {
  try {
    if (!facts.app) await createRole(client);
    if (await takesRole(client)) return;
    await client.query('grant mandata_app to current_user');
    if (!(await takesRole(client))) throw new Error('The role was granted and still cannot be taken.');
  } catch (cause) {
    throw new Problem(
      'wrong-use',
      say(
        'Requests run as a role of their own, which the user in DATABASE_URL may not create or take on {where}: let an administrator run "create role mandata_app nologin" and "grant mandata_app to" that user.',
        { where },
      ),
      { cause },
    );
  }
}

/** From PostgreSQL 16 on, being a member does not mean that one may take the role: try it. */
async function takesRole(client: Client): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query('set local role mandata_app');
    return true;
  } catch {
    return false;
  } finally {
    await client.query('rollback');
  }
}

async function createRole(client: Client): Promise<void> {
  try {
    await client.query('create role mandata_app nologin nosuperuser nocreatedb nocreaterole nobypassrls');
  } catch (error) {
    // Another starter was first.
    if (!(error instanceof Error && 'code' in error && (error.code === '42710' || error.code === '23505'))) throw error;
  }
}

/** "host:port/database", never the user or the password. */
function placeOf(databaseUrl: string): string {
  // A socket's address has a user and no host, which the standard does not allow.
  const url = URL.parse(databaseUrl.replace('@/', '@localhost/'));
  if (url === null) return 'of that name';
  return `${url.searchParams.get('host') ?? (url.host || 'localhost')}${url.pathname}`;
}
