/** What a span says of itself from the start. */
export interface SpanFacts {
  /** One of few: what differs from request to request is an attribute. */
  readonly name: string;
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  /** W3C trace context of what caused it; without one it begins a trace. */
  readonly parent?: string | null | undefined;
  /** By OpenTelemetry's semantic conventions, where they have one. */
  readonly attributes?: SpanAttributes;
}

export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Something that takes time, and has a cause. */
export interface Span {
  /** W3C trace context of what it causes. */
  readonly traceparent: string;
  /**
   * Ends it; a second time has no effect.
   *
   * @param failure what it failed with, as a word such as an error's code
   */
  end(failure?: string, attributes?: SpanAttributes): void;
}

/** Records spans, and sends them to a collector. */
export interface Tracing {
  start(facts: SpanFacts): Span;
  /** Sends what is left, as far as the collector takes it. */
  stop(): Promise<void>;
}
