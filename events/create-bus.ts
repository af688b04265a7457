import { z } from 'zod';
import { type Environment, readSettings } from '../kit/config.ts';
import type { Bus } from './bus.ts';
import { contracts } from './catalogue.ts';
import { type BusOptions, createBusOver } from './core/bus.ts';
import { createEmbeddedTransport } from './embedded/transport.ts';
import { createRabbitTransport } from './rabbitmq/transport.ts';

export const busSettings = {
  BROKER_URL: z
    .string()
    .regex(/^amqps?:\/\/\S+$/, 'must look like amqp://user:password@host:5672/vhost')
    .optional()
    .describe(
      'RabbitMQ: `amqp://user:password@host` or `amqps://...`. Without it, messages stay in the process.',
    ),
};

/**
 * Makes the bus of a process: RabbitMQ where BROKER_URL names one, else the embedded bus, which reaches this process
 * alone. Nothing is carried before `start`.
 *
 * @throws ConfigError when BROKER_URL is not a broker's URL
 */
export function createBus({ env, ...options }: BusOptions & { readonly env: Environment }): Bus {
  const { BROKER_URL } = readSettings(busSettings, env);
  const { log } = options;
  return createBusOver(
    BROKER_URL ? createRabbitTransport(BROKER_URL, log) : createEmbeddedTransport(log, options.now),
    { isKnown, ...options },
  );
}

/** Whether an event of this name is in the catalogue, replies to its commands included. */
const isKnown = (name: string): boolean =>
  contracts.event(name) !== undefined || contracts.command(name.replace(/Replied$/, ''))?.reply.name === name;
