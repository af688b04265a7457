import { z } from 'zod';
import { type Environment, readSettings, wholeNumber } from '../../kit/config.ts';

export const reportsSettings = {
  REPORTS_ENTRY_DAYS: wholeNumber(30, 1, 3_650).describe(
    'For how many days reports keep what they counted: what is told again later than that is counted again.',
  ),
  REPORTS_PROCESSING: z
    .enum(['inside', 'apart'])
    .default('inside')
    .describe('`apart` leaves counting to `npm run worker -- reports`.'),
};

export function readReportsConfig(env: Environment) {
  const settings = readSettings(reportsSettings, env);
  return Object.freeze({
    entryDays: settings.REPORTS_ENTRY_DAYS,
    processesInside: settings.REPORTS_PROCESSING === 'inside',
  });
}
