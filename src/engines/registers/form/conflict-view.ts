import type { RegisterDefinition } from '../definition.ts';
import type { SidesView } from '../pages/parts/sides.tsx';
import type { RecordView } from '../records/record-view.ts';
import type { Lookups } from '../view/lookups.ts';
import { showValue } from '../view/show-value.ts';

type Data = Readonly<Record<string, unknown>>;

/** Both sides of a stale save, for every field in which they differ. What cannot be shown because it is wrong is left to the form. */
export function conflictView(
  register: RegisterDefinition,
  { theirs, yours, fields }: { readonly theirs: RecordView; readonly yours: Data; readonly fields: readonly string[] },
  lookups: Lookups,
): SidesView {
  const show = (id: string, value: unknown): ReturnType<typeof showValue> | undefined => {
    const spec = register.fields[id];
    if (spec === undefined || value === undefined) return undefined;
    return showValue(spec, value, { register: register.id, record: theirs.id, field: id, lookups });
  };
  const differing = Object.keys(register.fields).filter(
    (id) => JSON.stringify(theirs.data[id]) !== JSON.stringify(yours[id]),
  );
  return {
    version: theirs.version,
    revision: theirs.revision,
    at: theirs.changed.at.toISOString(),
    fields: differing.map((id) => {
      const [their, mine] = [show(id, theirs.data[id]), show(id, yours[id])];
      return {
        id,
        label: register.fields[id]?.label ?? id,
        both: fields.includes(id),
        ...(their !== undefined && { theirs: their }),
        ...(mine !== undefined && { mine }),
      };
    }),
  };
}
