import { joinBus, leftToWorkers } from '../../events/index.ts';
import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { subscribeAssessment } from './assessor.ts';
import { readSecurityConfig } from './config.ts';
import { createSecurityContext, type SecurityContext } from './context.ts';
import { startProcessing } from './processing.ts';
import { createSecurityRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createSecurityService } from './service.ts';
import { createSimulations } from './simulations.ts';

/** The domain of security: what sensors saw and how units are, and what that means. */
export const createSecuritySubgraph = defineSubgraph<SecurityContext>({
  name: 'security',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database, bus: messageBus, env, log, now, onStop }) {
    const { simulationIntervalMs: intervalMs, processesInside, retentionDays } = readSecurityConfig(env);
    const repository = createSecurityRepository(database);
    const bus = joinBus(messageBus, 'security', database, now);
    const service = createSecurityService({ database, repository, outbox: bus.outbox, now });
    const simulations = createSimulations({ database, service, log, now, intervalMs });
    if (processesInside) onStop(startProcessing({ bus, repository, simulations, retentionDays, log, now }));
    else subscribeAssessment(leftToWorkers(bus), repository, now);
    return (request) => createSecurityContext(request, { repository, service, simulations });
  },
});
