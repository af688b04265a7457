import { z } from 'zod';
import { type Environment, readSettings } from '../../kit/config.ts';

export const securitySettings = {
  SIMULATION_INTERVAL: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(10, 'must be at least 10')
    .default(30_000)
    .describe('Milliseconds from one simulated detection, or unit event, to the next.'),
  SECURITY_PROCESSING: z
    .enum(['inside', 'apart'])
    .default('inside')
    .describe('`apart` leaves assessing and simulating to `npm run worker -- security`.'),
  SECURITY_RETENTION_DAYS: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 to 36500')
    .max(36_500, 'must be 1 to 36500')
    .optional()
    .describe('How many days detections and unit events are kept. Default: for ever.'),
};

export type SecurityConfig = ReturnType<typeof readSecurityConfig>;

export function readSecurityConfig(env: Environment) {
  const settings = readSettings(securitySettings, env);
  return Object.freeze({
    simulationIntervalMs: settings.SIMULATION_INTERVAL,
    processesInside: settings.SECURITY_PROCESSING === 'inside',
    /** Null keeps everything. */
    retentionDays: settings.SECURITY_RETENTION_DAYS ?? null,
  });
}
