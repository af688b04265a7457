import { z } from 'zod';

/** An id of a domain's row: digits or a UUID. */
export const id = z.string().min(1).max(36);

/** An amount in minor units (cents) of the deployment's one currency. */
export const minorUnits = z.int();

/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime();
