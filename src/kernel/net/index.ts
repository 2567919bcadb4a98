export { isPublicAddress } from './addresses.ts';
export type { NetAnswer } from './answer.ts';
export { createNetClient, type NetClient, type NetClientOptions, type NetRequest } from './client.ts';
export type { Allowance, Resolve } from './guard.ts';
export { defaultNetLimits, type NetLimits } from './limits.ts';
export { oneAtATime } from './politeness.ts';
