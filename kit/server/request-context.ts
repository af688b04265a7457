import type { Logger } from '../logger.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** What every resolver of every subgraph finds in its context; a domain adds its loaders and its service. */
export interface RequestContext {
  readonly viewer: Viewer | null;
  /** The client's network address; unknown where there was no socket. */
  readonly clientAddress?: string | undefined;
  readonly requestId: string;
  readonly log: Logger;
}
