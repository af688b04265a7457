import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import '../engines/gateway.ts';

// The gateway of the benchmark; `heap` is answered with the bytes that live after a full garbage collection.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
process.on('message', (message) => {
  if (message !== 'heap') return;
  collect();
  process.send?.(process.memoryUsage().heapUsed);
});
