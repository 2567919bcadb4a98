/** Whether figures are invented: those of an agency whose name ends in DEMO. */
export function isDemonstration({ agency }: { readonly agency: string }): boolean {
  return agency === 'DEMO' || agency.endsWith('.DEMO');
}

/** The same for a flow by its name, `AGENCY:FLOW`; the pattern is one for PostgreSQL too. */
export const demonstrationName = String.raw`^([^:]*\.)?DEMO:`;

/** Whether what is invented is out of sight here: the house then has no demonstration flow, though a record of one may be left. */
export function hidesDemonstration({
  flows,
}: {
  readonly flows: readonly { readonly flow: { readonly agency: string } }[];
}): boolean {
  return !flows.some(({ flow }) => isDemonstration(flow));
}
