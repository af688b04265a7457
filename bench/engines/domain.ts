import { createLogger } from '../../kit/logger.ts';
import { listen } from '../../kit/server/http.ts';
import { loadRoom } from '../../kit/server/room.ts';
import { createSubgraphServer } from '../../kit/server/run-subgraph.ts';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { loadKeys } from '../../kit/viewer/keys.ts';

// One of our subgraphs as a process of its own: the same server over the same database as `npm run subgraph`, but that
// it has no bus, and that /count tells how often it was asked. The argument is its name, PORT where it listens.
const entry = readSupergraphYaml('supergraph.yaml').subgraphs.find(({ name }) => name === process.argv[2]);
if (!entry) throw new Error(`there is no subgraph ${process.argv[2]}`);
const log = createLogger(entry.name, 'warn');
const create = await loadRoom(entry);
// It takes a client's token as well, as on a machine for itself: other gateways hand that on, and sign nothing.
const keys = { ...(await loadKeys(process.env)), local: true };
const server = createSubgraphServer(await create({ log }), keys, log);

let requests = 0;
server.addHook('onRequest', async ({ url }) => {
  if (url.startsWith('/graphql')) requests++;
});
server.get('/count', async () => String(requests));
await listen(server, '127.0.0.1', Number(process.env.PORT));
