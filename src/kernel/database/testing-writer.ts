// Run by tests as a process of its own: opens the data folder given, then writes numbered rows and says each one after its commit.
// With "hold" it only keeps the database open. It ends when it is killed, or when its input ends.
import { sql } from 'kysely';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';

const [dataFolder = '', mode] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const log = { info: () => undefined, warn: (message: string) => say(`warn ${message}`) };

try {
  const database = await openDatabase({ dataFolder, log });
  await migrate(database, [{ id: 'tests/0001-acknowledged', sql: 'create table acknowledged (id int primary key)' }]);
  const { rows } = await sql<{ next: number }>`select coalesce(max(id), 0) + 1 as next from acknowledged`.execute(
    database.owner,
  );
  say(`ready ${database.kind}`);
  process.stdin.resume();
  for (let id = rows[0]?.next ?? 1; !process.stdin.readableEnded;) {
    if (mode === 'hold') {
      await new Promise((resolve) => setTimeout(resolve, 20));
      continue;
    }
    try {
      await sql`insert into acknowledged values (${id}) on conflict do nothing`.execute(database.owner);
      say(`wrote ${id}`);
      id += 1;
    } catch (error) {
      say(`refused ${error instanceof Error && 'kind' in error ? String(error.kind) : String(error)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  await database.close();
  say('closed');
} catch (error) {
  say(`failed ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
