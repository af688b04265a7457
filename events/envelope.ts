import { z } from 'zod';
import type { Contract, Received } from './contract.ts';

/** A message as it travels, in JSON. */
export type Envelope = z.infer<typeof envelopeShape>;

/** Why a message can never be handled as it is. */
export type Fault = 'MALFORMED' | 'UNKNOWN_EVENT' | 'UNSUPPORTED_VERSION';

/** A message that can never be handled as it is; it becomes a dead letter. */
export class FaultyMessageError extends Error {
  override name = 'FaultyMessageError';
  readonly fault: Fault;

  constructor(fault: Fault, message: string) {
    super(message);
    this.fault = fault;
  }
}

const envelopeShape = z.object({
  id: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a UUID in lower case'),
  name: z.string().min(1).max(100),
  version: z.int().min(1),
  occurredAt: z.iso.datetime(),
  subject: z
    .string()
    .max(150)
    .regex(/^[A-Za-z]+:.+$/, 'must be <Type>:<id>'),
  sequence: z.int().min(0),
  traceparent: z.string().max(100).nullable(),
  correlationId: z.string().max(200).nullable().default(null),
  payload: z.unknown(),
});

/** @throws FaultyMessageError when it is not JSON, or not an envelope */
export function parseEnvelope(text: string): Envelope {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FaultyMessageError('MALFORMED', 'the message is not JSON');
  }
  const { success, data, error } = envelopeShape.safeParse(json);
  if (!success) throw new FaultyMessageError('MALFORMED', `the envelope is wrong: ${describe(error)}`);
  return data;
}

/**
 * Checks an envelope against the contract of its name, and brings an older version's payload to the newest.
 *
 * @throws FaultyMessageError when it breaks the contract, or has a version that cannot be read here
 */
export function readMessage<Name extends string, Payload>(
  contract: Contract<Name, Payload>,
  { version, payload, ...rest }: Envelope,
): Received<Name, Payload> {
  const { success, data, error } = contract.payload.safeParse(upcast(contract, version, payload));
  if (!success) {
    throw new FaultyMessageError('MALFORMED', `the payload of ${contract.name} is wrong: ${describe(error)}`);
  }
  const subjectId = rest.subject.slice(rest.subject.indexOf(':') + 1);
  return { ...rest, name: contract.name, subjectId, payload: data };
}

function upcast({ name, version: newest, upcasters }: Contract, version: number, payload: unknown): unknown {
  if (version > newest) {
    throw new FaultyMessageError(
      'UNSUPPORTED_VERSION',
      `${name} has version ${version}, and this consumer knows ${newest}: replay it once the consumer is updated`,
    );
  }
  let current = payload;
  for (let from = version; from < newest; from++) {
    const step = upcasters[from];
    if (!step)
      throw new FaultyMessageError('UNSUPPORTED_VERSION', `${name} has no upcaster of version ${from}`);
    try {
      current = step(current);
    } catch (error) {
      throw new FaultyMessageError('MALFORMED', `${name} of version ${from} cannot be upcast: ${error}`);
    }
  }
  return current;
}

const describe = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ');
