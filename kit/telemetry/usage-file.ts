import { z } from 'zod';

const day = z.iso.date();

const seen = { count: z.int().min(0), lastSeen: day };

/** What clients asked of the graph: who, which operations, and which parts of the schema. Days are UTC. */
export const usageFile = z.object({
  version: z.literal(1),
  /** The first day that was observed. */
  from: day,
  /** The last day that was observed. */
  to: day,
  clients: z.array(
    z.object({
      /** As the client calls itself in `apollographql-client-name`. */
      name: z.string(),
      /** Each schema coordinate that the client ever used. Complete, even where operations were forgotten. */
      coordinates: z.record(z.string(), z.object(seen)),
      /** The operations that were seen last; a bounded number. */
      operations: z.array(
        z.object({
          /** Empty for an operation without a name. */
          name: z.string(),
          /** SHA-256 of the document. */
          hash: z.string(),
          ...seen,
          coordinates: z.array(z.string()),
        }),
      ),
    }),
  ),
});

export type UsageFile = z.infer<typeof usageFile>;

/** The UTC day of a moment, as YYYY-MM-DD. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
