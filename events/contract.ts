import { z } from 'zod';

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
  /**
   * Only where the same message may be made twice: consumers take the second for a duplicate, and an outbox that still
   * has the first leaves it as it is. A UUID; default a new one.
   */
  readonly messageId?: string;
  /** When what it tells of happened, where that is not now. ISO 8601 in UTC. */
  readonly occurredAt?: string;
  /** What it is a consequence of, where a batch handler makes it: it then belongs to the same trace. */
  readonly cause?: Pick<Received, 'traceparent'>;
  /** What its sender knows it by, and every reply to it; only commands and replies have one. At most 200 characters. */
  readonly correlationId?: string | undefined;
}

/** A message that an outbox takes. */
export interface Message {
  readonly contract: Pick<Contract, 'kind' | 'name' | 'version'>;
  readonly subject: string;
  readonly sequence: number;
  readonly payload: unknown;
  readonly messageId: string | undefined;
  readonly occurredAt: string | undefined;
  readonly traceparent: string | undefined;
  readonly correlationId: string | undefined;
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

/** What became of a command. */
export type Outcome<Result = unknown, Refusal extends string = string> =
  | { readonly outcome: 'DONE'; readonly result: Result }
  /** It was understood, and there is a reason in the domain not to do it; nothing was done. */
  | {
      readonly outcome: 'REFUSED';
      readonly code: Refusal;
      /** For a person. */
      readonly message: string;
      /** The id of what stood in the way, such as a product; null where it is nothing in particular. */
      readonly about: string | null;
    };

/** A command's contract, and that of the replies to it. */
export interface Command<
  Name extends string = string,
  Payload = unknown,
  Result = unknown,
  Refusal extends string = string,
> extends Contract<Name, Payload> {
  readonly reply: Contract<`${Name}Replied`, Outcome<Result, Refusal>>;
}

/**
 * Declares a command. Its name is in the imperative; exactly one group of the recipient subscribes to it, with
 * `carryOut`, which sends what came of it as an event `<Name>Replied`.
 *
 * @example
 * export const SendParcel = defineCommand({
 *   name: 'SendParcel',
 *   recipient: 'parcels',
 *   subject: 'Order',
 *   payload: z.object({ postalCode: z.string() }),
 *   result: z.object({ parcelId: id }),
 *   refusals: ['ADDRESS_UNKNOWN'],
 * });
 */
export function defineCommand<Name extends string, Payload, Result, const Refusal extends string = never>({
  recipient,
  result,
  refusals = [],
  ...declaration
}: Declaration<Name, Payload> & {
  readonly recipient: string;
  readonly result: z.ZodType<Result>;
  /** The codes of the reasons that the domain may have not to do it. */
  readonly refusals?: readonly Refusal[];
}): Command<Name, Payload, Result, Refusal> {
  const reply = define('EVENT', recipient, {
    name: `${declaration.name}Replied` as const,
    subject: declaration.subject,
    payload: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('DONE'), result }),
      z.object({
        outcome: z.literal('REFUSED'),
        code: z.enum(refusals),
        message: z.string(),
        about: z.string().nullable(),
      }),
    ]) as unknown as z.ZodType<Outcome<Result, Refusal>>,
  });
  return Object.freeze({ ...define('COMMAND', recipient, declaration), reply });
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
    message: ({
      id,
      sequence = 0,
      payload: given,
      messageId,
      occurredAt,
      cause,
      correlationId,
    }: MessageFields<Payload>) => ({
      contract,
      subject: `${subject}:${id}`,
      sequence,
      payload: payload.parse(given),
      messageId,
      occurredAt,
      traceparent: cause?.traceparent ?? undefined,
      correlationId,
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
  /** What the sender of a command knows it by; null for what nobody asked for. */
  readonly correlationId: string | null;
  readonly payload: Payload;
}

/** What the handlers of a contract receive. */
export type ReceivedOf<C> = C extends Contract<infer Name, infer Payload> ? Received<Name, Payload> : never;

/** What may come of a command. */
export type OutcomeOf<C> = C extends { readonly reply: Contract<string, infer Result> } ? Result : never;
