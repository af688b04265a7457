/** What came of a load at one rate. */
export interface Trial {
  readonly answered: number;
  /** Requests that came to nothing, by the code of why. */
  readonly errors: ReadonlyMap<string, number>;
  /** Milliseconds from when a request was due to its answer, at this share of all. */
  latency(share: number): number;
  /** How long after it was due a request left: the load's own part of the latency, at this share of all. */
  late(share: number): number;
}

/**
 * Sends requests at an even rate, whatever becomes of those before.
 *
 * @param send gives the code of a failure, null when all went well
 */
export async function openLoop(
  send: () => Promise<string | null>,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): Promise<Trial> {
  const latencies: number[] = [];
  const delays: number[] = [];
  const errors = new Map<string, number>();
  const request = async (due: number) => {
    delays.push(performance.now() - due);
    const code = await send();
    // From when it was due, not from when it got its turn.
    latencies.push(performance.now() - due);
    if (code !== null) errors.set(code, (errors.get(code) ?? 0) + 1);
  };
  const start = performance.now();
  const sent: Promise<void>[] = [];
  for (let i = 0; i < rate * seconds; i++) {
    const due = start + (i * 1000) / rate;
    const ahead = due - performance.now();
    if (ahead > 1) await new Promise((resolve) => setTimeout(resolve, ahead));
    sent.push(request(due));
  }
  await Promise.all(sent);
  return { answered: latencies.length, errors, latency: percentileOf(latencies), late: percentileOf(delays) };
}

function percentileOf(values: readonly number[]): (share: number) => number {
  const sorted = values.toSorted((a, b) => a - b);
  return (share) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
