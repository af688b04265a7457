/** A sum of minor units divided by a count, rounded half up, without a float in between; neither may be negative. */
export function divideHalfUp(sum: number, count: number): number {
  const remainder = sum % count;
  return (sum - remainder) / count + (remainder >= count - remainder ? 1 : 0);
}
