import { afterAll, beforeAll, describe } from 'vitest';
import { describeCommands } from './command-suite.ts';
import { describeCopies } from './copy-suite.ts';
import { describeCrashes } from './crash-suite.ts';
import { describeFaultyMessages } from './faulty-message-suite.ts';
import { describeGroups } from './group-suite.ts';
import { describeLive } from './live-suite.ts';
import { describePublishing } from './publishing-suite.ts';
import { describeRetries } from './retry-suite.ts';
import { createWorld, type Surroundings } from './world.ts';

/** What every adapter of the bus promises. The ids stay with their promises. */
export function describeBus(title: string, provide: () => Promise<Surroundings>): void {
  describe(title, () => {
    let surroundings: Surroundings;
    beforeAll(async () => {
      surroundings = await provide();
    });
    afterAll(() => surroundings[Symbol.asyncDispose]());
    const world = () => createWorld(surroundings);

    describePublishing(world);
    describeGroups(world);
    describeRetries(world);
    describeFaultyMessages(world);
    describeCommands(world);
    describeCopies(world);
    describeLive(world);
    describeCrashes(world);
  });
}
