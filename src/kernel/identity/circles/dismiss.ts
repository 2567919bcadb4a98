import type { Handle } from '#kernel/database/types.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { withinIdentity } from '../context.ts';
import { deleteMember } from '../store/members.ts';
import type { Admission } from './admit.ts';
import { columnsOf, logOfCircle } from './circle.ts';

/** Takes a member out of a circle, from their next request on; nothing happens where there was none. As `admit` else. */
export async function dismiss(
  transaction: Handle,
  actor: Actor,
  { circle, member }: Omit<Admission, 'role'>,
): Promise<void> {
  await withinIdentity(transaction, async () => {
    if (!(await deleteMember(transaction, { circle, ...columnsOf(member) }))) return;
    await logOfCircle(transaction, actor, 'identity.circles.dismiss', circle, { ...member });
  });
}
