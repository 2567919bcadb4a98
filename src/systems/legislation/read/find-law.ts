import { findRecords, getRecord, type RecordQuery, type RegistersContext } from '#engines/registers/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  readCoverageRecord,
  readLawRecord,
  readProvisionRecord,
  readTreatyRecord,
  type CoverageRecord,
  type LawRecord,
  type ProvisionRecord,
  type TreatyRecord,
} from './read-records.ts';

/** Real records or invented ones, never both. */
export type Kind = 'none' | 'only';

/** More than a State or a law has. */
const most = 20_000;

export async function findAll<T>(
  context: RegistersContext,
  register: string,
  kind: Kind,
  query: RecordQuery,
  read: (record: Parameters<typeof readLawRecord>[0]) => T | undefined,
): Promise<readonly T[]> {
  const { records } = await findRecords(context, register, { size: most, ...query, demonstration: kind });
  return records.map(read).filter((each) => each !== undefined);
}

export const findProvisions = (
  context: RegistersContext,
  kind: Kind,
  filters: Readonly<Record<string, readonly string[]>>,
): Promise<readonly ProvisionRecord[]> => findAll(context, 'provisions', kind, { filters }, readProvisionRecord);

export const findCoverage = (
  context: RegistersContext,
  kind: Kind,
  filters: Readonly<Record<string, readonly string[]>>,
): Promise<readonly CoverageRecord[]> => findAll(context, 'coverage', kind, { filters }, readCoverageRecord);

/** All treaties that ask States for legislation, oldest first. */
export async function findTreaties(context: RegistersContext): Promise<readonly TreatyRecord[]> {
  const all = await findAll(context, 'treaties', 'none', { sort: 'adopted' }, readTreatyRecord);
  return all.filter(({ articles }) => articles.length > 0);
}

/** Real laws are meant where there are any, else the invented ones, if this installation shows them. */
export async function kindOfLaws(context: RegistersContext): Promise<Kind> {
  const { demonstration } = await findRecords(context, 'coverage', { size: 1 });
  return demonstration.shown ? 'only' : 'none';
}

/** A law with all versions of its provisions and what these were judged to cover. Problem `not-found`. */
export async function getLaw(
  context: RegistersContext,
  id: string,
): Promise<{ law: LawRecord; provisions: readonly ProvisionRecord[]; coverage: readonly CoverageRecord[] }> {
  const { record } = await getRecord(context, 'laws', id);
  const law = readLawRecord(record);
  if (law === undefined) throw new Problem('not-found', say('The law “{law}” has no text to read yet.', { law: id }));
  const kind: Kind = law.demonstration ? 'only' : 'none';
  const provisions = await findProvisions(context, kind, { law: [law.key] });
  const keys = provisions.map(({ key }) => key);
  const coverage = keys.length === 0 ? [] : await findCoverage(context, kind, { provision: keys });
  return { law, provisions, coverage };
}
