export interface Bell {
  ring(): void;
  /** Until it rings, or this many milliseconds; at once when it rang since the last wait. */
  wait(milliseconds: number): Promise<void>;
}

/** What a loop waits on between two looks: a call that comes while it works is not lost. */
export function bell(): Bell {
  let rang = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rang = true;
      wake?.();
    },
    async wait(milliseconds) {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = undefined;
      rang = false;
    },
  };
}
