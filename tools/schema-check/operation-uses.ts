import type { GraphQLSchema } from 'graphql';
import { type CoordinateUses, coordinateUses } from '../../kit/telemetry/coordinates.ts';
import { distinctPlaces, placeOf } from '../compose/place.ts';
import type { ClientOperation } from '../operations/read-operations.ts';
import type { Hit } from './finding.ts';

/** Which operations use which parts of a schema, and where. */
export interface OperationUses {
  /** The places at which operations use any of these coordinates, once for each line. */
  hitsOf(coordinates: readonly string[]): Hit[];
}

export function indexOperations(
  schema: GraphQLSchema,
  operations: readonly ClientOperation[],
): OperationUses {
  const index = operations.map((operation): [ClientOperation, CoordinateUses] => [
    operation,
    coordinateUses(schema, operation.document, operation.name),
  ]);
  return {
    hitsOf: (coordinates) =>
      index.flatMap(([{ name }, uses]) => {
        const nodes = coordinates.flatMap((coordinate) => uses.get(coordinate) ?? []);
        return distinctPlaces(nodes.map((node) => placeOf(node))).map((place) => ({
          operation: name,
          place,
        }));
      }),
  };
}
