/** Bounds on one request, redirects included. Times are milliseconds. */
export interface NetLimits {
  /** Body, after decompression. */
  readonly bytes: number;
  readonly redirects: number;
  /** Until the connection stands and the answer begins. */
  readonly answerMs: number;
  /** Without a byte. */
  readonly idleMs: number;
  /** From the start to the last byte. */
  readonly totalMs: number;
}

export const defaultNetLimits: NetLimits = {
  bytes: 50 * 1024 * 1024,
  redirects: 5,
  answerMs: 30_000,
  idleMs: 30_000,
  totalMs: 180_000,
};
