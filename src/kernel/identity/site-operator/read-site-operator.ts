import { anonymous } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { findSiteOperator } from '../store/site-operator.ts';

/** Who runs this installation and answers for personal data. */
export interface SiteOperator {
  readonly name: string;
  readonly email: string;
  /** Postal address in lines; empty where none was entered. */
  readonly address: string;
}

/** Who runs this installation, for everybody; undefined while nobody has entered it. */
export async function readSiteOperator(context: IdentityContext): Promise<SiteOperator | undefined> {
  const row = await inIdentity(context, anonymous, findSiteOperator);
  return row && { name: row.name, email: row.email, address: row.address };
}
