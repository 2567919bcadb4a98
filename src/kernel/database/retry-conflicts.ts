/** Runs `work` again, at most `times` in all, when the database says that another transaction came first (40001, 40P01). */
export async function retryConflicts<T>(times: number, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (attempt >= times || (code !== '40001' && code !== '40P01')) throw error;
    }
  }
}
