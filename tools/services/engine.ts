import type { PortRange } from './ports.ts';
import type { Progress } from './progress.ts';

/** The settings that lead to the services; the names are those of the environment. */
export interface ServiceUrls {
  /** Holds `{subgraph}`, for which each subgraph puts its name. */
  readonly DATABASE_URL: string;
  /** Of an account that may do everything: for tests, which create databases of their own. */
  readonly DATABASE_ADMIN_URL: string;
  readonly BROKER_URL: string;
}

/** What is known of one service. */
export interface ServiceStatus {
  readonly name: 'MariaDB' | 'RabbitMQ';
  readonly running: boolean;
  /** Answered a client just now. */
  readonly healthy: boolean;
  readonly version?: string;
  /** On 127.0.0.1. */
  readonly port?: number;
  readonly pid?: number;
  /** ISO 8601, UTC. */
  readonly since?: string;
  readonly log?: string;
  /** Why it is not healthy, or does not run though it should. */
  readonly problem?: string;
}

/** The services as a whole; the URLs are there while both run. */
export interface ServicesStatus {
  readonly engine: 'docker' | 'packages';
  readonly services: readonly ServiceStatus[];
  readonly urls: ServiceUrls | null;
}

/** A way to run the services. */
export interface Engine {
  readonly name: ServicesStatus['engine'];
  /** Starts what does not run yet, on ports of the range or, without one, of its own choice; returns once everything answers. */
  up(ports: PortRange | undefined, progress: Progress): Promise<void>;
  /** Stops everything that `up` started, and says what that was. */
  down(purge: boolean, progress: Progress): Promise<string[]>;
  status(): Promise<ServicesStatus>;
}
