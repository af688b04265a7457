import type { FastifyInstance } from 'fastify';

/** Questions to what a process depends on, by name: each resolves when it answers. */
export type Checks = Readonly<Record<string, () => Promise<void>>>;

/** What `/health/ready` reports. */
export interface HealthChecks {
  /** Without one of these the process can do nothing, and is not ready. */
  readonly needs: Checks;
  /** One of these that is down costs its own part of the answers: it is reported, and the process stays ready. */
  readonly uses?: Checks;
}

type State = 'up' | 'down';

const CHECK_MS = 2_000;

/**
 * Answers `/health/live` (the process runs: restart it when this fails) and `/health/ready` (send it requests: 200, or
 * 503 while something that it needs is down), which names each dependency with its state. Once told to stop, a process
 * takes no new connections, so that both fail.
 */
export function serveHealth(app: FastifyInstance, { needs, uses = {} }: HealthChecks): void {
  app.get('/health/live', async () => ({ status: 'up' }));
  app.get('/health/ready', async (_, reply) => {
    const [needed, used] = await Promise.all([statesOf(needs), statesOf(uses)]);
    const up = Object.values(needed).every((state) => state === 'up');
    return reply.code(up ? 200 : 503).send({ status: up ? 'up' : 'down', needs: needed, uses: used });
  });
}

async function statesOf(checks: Checks): Promise<Record<string, State>> {
  const states = Object.entries(checks).map(async ([name, check]) => [name, await stateOf(check)] as const);
  return Object.fromEntries(await Promise.all(states));
}

async function stateOf(check: () => Promise<void>): Promise<State> {
  const late = Promise.withResolvers<State>();
  const timer = setTimeout(late.resolve, CHECK_MS, 'down');
  const answer = check().then(
    () => 'up' as const,
    () => 'down' as const,
  );
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
}
