/** What the engine asks of the house's index. */
export interface RecordSearch {
  /** Ids of the register's records that match the words, the best first, as far as the actor may read them; undefined when the index cannot say. */
  find(register: string, words: string): Promise<readonly string[] | undefined>;
}
