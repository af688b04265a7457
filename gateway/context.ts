import type { Viewer } from '../kit/viewer/viewer.ts';

/** What the gateway knows about one client request. */
export interface GatewayContext {
  readonly viewer: Viewer | null;
  /** The client's network address. */
  readonly clientAddress?: string | undefined;
  /** What the client calls itself. */
  readonly clientName?: string | undefined;
  readonly requestId: string;
  readonly traceparent?: string | undefined;
  /** Aborts when the client goes away. */
  readonly signal?: AbortSignal | undefined;
}
