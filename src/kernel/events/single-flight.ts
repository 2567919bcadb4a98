/** Runs `work` one at a time: a call during a run makes it go once more, and resolves after that. `work` must not reject. */
export function singleFlight(work: () => Promise<void>): () => Promise<void> {
  let flight: Promise<void> | undefined;
  const calls = { waiting: false };
  const fly = async (): Promise<void> => {
    do {
      calls.waiting = false;
      await work();
    } while (calls.waiting);
    // In the same step as the last look at `waiting`: no call can fall between.
    flight = undefined;
  };
  return () => {
    calls.waiting = true;
    flight ??= fly();
    return flight;
  };
}
