const FIRST = 25;
const HIGHEST = 12_800;
/** The search ends when what holds and what does not are this close. */
const PRECISION = 0.1;

/**
 * Finds the highest rate that holds: doubles until one does not, then halves what is between. A rate that fails is
 * tried once more, since a machine has its moments.
 *
 * @returns requests a second; 0 when not even 25 hold
 */
export async function findHighestRate(tryRate: (rate: number) => Promise<boolean>): Promise<number> {
  const holds = async (rate: number) => (await tryRate(rate)) || (await tryRate(rate));
  let held = 0;
  let failed = FIRST;
  while (failed <= HIGHEST && (await holds(failed))) {
    held = failed;
    failed *= 2;
  }
  if (held === 0) return 0;
  while (failed - held > held * PRECISION) {
    const middle = Math.round((held + failed) / 2);
    if (await holds(middle)) held = middle;
    else failed = middle;
  }
  return held;
}
