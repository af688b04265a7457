import { Session } from 'node:inspector/promises';
import '../engines/gateway.ts';

// The gateway of the benchmark, with a profiler: `start` begins, `stop` is answered with the profile.
const session = new Session();
session.connect();
await session.post('Profiler.enable');
process.on('message', async (message) => {
  if (message === 'start') {
    await session.post('Profiler.start');
    process.send?.('started');
  } else if (message === 'stop') {
    const { profile } = await session.post('Profiler.stop');
    process.send?.(profile);
  }
});
