import type { z } from 'zod';

/** Turns the payload of one version into that of the next. */
export type Upcaster = (payload: unknown) => unknown;

/** What a message of one kind looks like, who says it and who hears it. */
export interface Contract<Name extends string = string, Payload = unknown> {
  /** An event tells everyone who cares; a command asks one domain, and waits in the outbox until that one listens. */
  readonly kind: 'EVENT' | 'COMMAND';
  readonly name: Name;
  /** Counts the payload's incompatible changes; a field that is added with a default is none. */
  readonly version: number;
  /** The domain whose truth an event is, or that carries a command out. */
  readonly owner: string;
  /** The type of the thing that it is about, as in the graph. */
  readonly subject: string;
  readonly payload: z.ZodType<Payload>;
  /** By the version that each takes. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
  /**
   * Makes a message to hand to an outbox.
   *
   * @throws ZodError when the payload breaks the contract
   */
  message(fields: MessageFields<Payload>): Message;
}

/** What a producer says about one message. */
export interface MessageFields<Payload> {
  /** Of the thing that it is about. */
  readonly id: string;
  /** The row's version after the change; copies apply only newer ones. A command needs none. */
  readonly sequence?: number;
  readonly payload: Payload;
  /** Only where the same message may be made twice: consumers take the second for a duplicate. A UUID; default a new one. */
  readonly messageId?: string;
}

/** A message that an outbox takes. */
export interface Message {
  readonly contract: Pick<Contract, 'kind' | 'name' | 'version'>;
  readonly subject: string;
  readonly sequence: number;
  readonly payload: unknown;
  readonly messageId: string | undefined;
}

interface Declaration<Name extends string, Payload> {
  readonly name: Name;
  readonly version?: number;
  readonly subject: string;
  readonly payload: z.ZodType<Payload>;
  readonly upcasters?: Readonly<Record<number, Upcaster>>;
}

/**
 * Declares an event. Its name is in the past tense and unique in the system.
 *
 * @example
 * export const ParcelSent = defineEvent({
 *   name: 'ParcelSent',
 *   producer: 'parcels',
 *   subject: 'Parcel',
 *   payload: z.object({ carrier: z.string() }),
 * });
 */
export function defineEvent<Name extends string, Payload>({
  producer,
  ...declaration
}: Declaration<Name, Payload> & { readonly producer: string }): Contract<Name, Payload> {
  return define('EVENT', producer, declaration);
}

/** Declares a command. Its name is in the imperative; exactly one group of the recipient subscribes to it. */
export function defineCommand<Name extends string, Payload>({
  recipient,
  ...declaration
}: Declaration<Name, Payload> & { readonly recipient: string }): Contract<Name, Payload> {
  return define('COMMAND', recipient, declaration);
}

function define<Name extends string, Payload>(
  kind: Contract['kind'],
  owner: string,
  { name, version = 1, subject, payload, upcasters = {} }: Declaration<Name, Payload>,
): Contract<Name, Payload> {
  const contract = { kind, name, version };
  return Object.freeze({
    ...contract,
    owner,
    subject,
    payload,
    upcasters,
    message: ({ id, sequence = 0, payload: given, messageId }: MessageFields<Payload>) => ({
      contract,
      subject: `${subject}:${id}`,
      sequence,
      payload: payload.parse(given),
      messageId,
    }),
  });
}

/** A message as a handler meets it: read, checked, and brought to the contract's version. */
export interface Received<Name extends string = string, Payload = unknown> {
  readonly id: string;
  readonly name: Name;
  /** ISO 8601 in UTC. */
  readonly occurredAt: string;
  /** `<Type>:<id>`. */
  readonly subject: string;
  /** The subject's id. */
  readonly subjectId: string;
  readonly sequence: number;
  /** W3C trace context of the one who published. */
  readonly traceparent: string | null;
  readonly payload: Payload;
}

/** What the handlers of a contract receive. */
export type ReceivedOf<C> = C extends Contract<infer Name, infer Payload> ? Received<Name, Payload> : never;
