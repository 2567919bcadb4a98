/** One decision of the Commission that put a substance under control, moved or freed it. */
export interface Decision {
  readonly act?: string;
  readonly schedule?: string;
  readonly decided?: string;
  readonly effective?: string;
}

/**
 * Schedules that a substance was in on a day (ISO 8601), from its decisions: included and transferred add, transferred and deleted take away
 * within the same treaty. A decision without a day in effect does not count. A partial day counts from its first day.
 */
export function schedulesOn(decisions: readonly Decision[], day: string): readonly string[] {
  const inForce = new Set<string>();
  const until = decisions
    .filter(({ effective }) => effective !== undefined && effective <= day)
    .toSorted((a, b) => (a.effective ?? '').localeCompare(b.effective ?? ''));
  for (const { act, schedule } of until) {
    if (schedule === undefined) continue;
    if (act === 'deleted') inForce.delete(schedule);
    else {
      const treaty = treatyOf(schedule);
      // Schedule IV of 1961 lists again what Schedule I has: both hold together.
      if (act === 'transferred') for (const each of inForce) if (treatyOf(each) === treaty) inForce.delete(each);
      inForce.add(schedule);
    }
  }
  return [...inForce].sort();
}

const treatyOf = (schedule: string): string => schedule.split('-')[0] ?? '';
