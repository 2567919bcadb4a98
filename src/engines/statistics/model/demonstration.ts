/** Whether figures are invented: those of an agency whose name ends in DEMO. */
export function isDemonstration({ agency }: { readonly agency: string }): boolean {
  return agency === 'DEMO' || agency.endsWith('.DEMO');
}
