/** A release as the workspace's pages take it. */
export interface ReleaseView {
  readonly flow: string;
  readonly release: number;
  readonly note?: string;
  readonly sha256: string;
  readonly observations: number;
  readonly changes: { readonly new: number; readonly revised: number; readonly gone: number };
  readonly citation: string;
  readonly releasedAt: string;
  readonly role: string;
  readonly embargoUntil?: string;
  readonly withdrawn?: { readonly at: string; readonly reason: string };
}

/** Whether a release is still the office's alone. */
export const underEmbargo = ({ embargoUntil }: Pick<ReleaseView, 'embargoUntil'>, now: string): boolean =>
  embargoUntil !== undefined && embargoUntil > now;
