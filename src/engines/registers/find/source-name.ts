/** Name of a register's part of the index. */
export const sourceName = (register: string): string => `register:${register}`;
