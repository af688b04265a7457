import { existsSync } from 'node:fs';
import { readText } from '../../kit/files.ts';
import { SupergraphError } from '../../kit/server/supergraph-yaml.ts';
import { dayOf, type UsageFile, usageFile } from '../../kit/telemetry/usage-file.ts';
import type { ClientHit } from './finding.ts';

/** What was seen of clients, and for how many days a thing must be unused before it may go. */
export interface Usage {
  readonly unusedFor: number;
  /** Days that were observed; fewer than `unusedFor` prove nothing. */
  readonly observedDays: number;
  /** The clients that used any of these coordinates within the last `unusedFor` days. */
  clientsOf(coordinates: readonly string[]): ClientHit[];
}

/** A file that ends earlier says nothing about today's clients. */
const MAX_AGE_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Reads the usage files of all gateways.
 *
 * @throws SupergraphError when one cannot be read or is out of date
 */
export function readUsage(files: readonly string[], unusedFor: number, today: string): Usage {
  const parts = files.map((file) => readUsageFile(file, today));
  // A day counts as observed when every gateway wrote on it.
  const from =
    parts
      .map((part) => part.from)
      .sort()
      .at(-1) ?? today;
  const oldest = daysBefore(today, unusedFor);
  return {
    unusedFor,
    observedDays: Math.round((Date.parse(today) - Date.parse(from)) / DAY_MS) + 1,
    clientsOf: (coordinates) =>
      parts.flatMap(({ clients }) => clients.flatMap((client) => hitOf(client, coordinates, oldest))),
  };
}

function readUsageFile(file: string, today: string): UsageFile {
  if (!existsSync(file)) throw new SupergraphError(`${file}: there is no such usage file`);
  const result = usageFile.safeParse(parseJson(readText(file), file));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new SupergraphError(
      `${file}: ${issue?.path.join('.')}: ${issue?.message}: is it a gateway’s USAGE_FILE?`,
    );
  }
  if (result.data.to < daysBefore(today, MAX_AGE_DAYS)) {
    throw new SupergraphError(`${file}: ends on ${result.data.to}: fetch the gateway’s present USAGE_FILE`);
  }
  return result.data;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SupergraphError(`${file}: is not JSON: is it a gateway’s USAGE_FILE?`);
  }
}

const daysBefore = (today: string, days: number) => dayOf(new Date(Date.parse(today) - days * DAY_MS));

function hitOf(
  { name, coordinates: known, operations }: UsageFile['clients'][number],
  coordinates: readonly string[],
  oldest: string,
): ClientHit[] {
  const seen = coordinates.flatMap((coordinate) => {
    const use = Object.hasOwn(known, coordinate) ? known[coordinate] : undefined;
    return use && use.lastSeen >= oldest ? [use] : [];
  });
  if (seen.length === 0) return [];
  const named = operations.filter(
    (operation) =>
      operation.lastSeen >= oldest && operation.coordinates.some((each) => coordinates.includes(each)),
  );
  return [
    {
      client: name,
      operations: [...new Set(named.map((operation) => operation.name || '(unnamed)'))].sort(),
      count: Math.max(...seen.map(({ count }) => count)),
      lastSeen:
        seen
          .map(({ lastSeen }) => lastSeen)
          .sort()
          .at(-1) ?? oldest,
    },
  ];
}
