import { expect, it } from 'vitest';
import { describeFault } from './faults.ts';

const refusal = (message: string) => Object.assign(new Error(message), { code: 'PRECONDITION_FAILED' });

it('tells a queue with other arguments from messages that were in hand for too long', () => {
  expect(describeFault(refusal("inequivalent arg 'x-queue-type' for queue 'q'"))).toMatch(
    /^it exists with other/,
  );
  const timeout = 'delivery acknowledgement on channel 1 timed out. Timeout value used: 1800000 ms.';
  expect(describeFault(refusal(timeout))).toMatch(/^its messages were in hand .* raise consumer_timeout \(/);
});
