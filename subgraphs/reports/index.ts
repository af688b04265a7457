import { joinBus, leftToWorkers } from '../../events/index.ts';
import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { readReportsConfig } from './config.ts';
import { createReportsContext, type ReportsContext } from './context.ts';
import { startProcessing } from './processing.ts';
import { subscribeReports } from './reactions.ts';
import { recount } from './recount.ts';
import { createReportsRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';

/** The domain of reports: how often what happened, counted once each. */
export const createReportsSubgraph = defineSubgraph<ReportsContext>({
  name: 'reports',
  room: import.meta.url,
  resolvers,
  seed,
  recount,
  start({ database, bus: messageBus, env, log, now, onStop }) {
    const { entryDays, processesInside } = readReportsConfig(env);
    const repository = createReportsRepository(database);
    const bus = joinBus(messageBus, 'reports', database, now);
    if (processesInside) onStop(startProcessing({ bus, database, entryDays, log, now }).stop);
    else subscribeReports(leftToWorkers(bus), now);
    return (request) => createReportsContext(request, repository);
  },
});
