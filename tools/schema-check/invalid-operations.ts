import { type GraphQLError, type GraphQLSchema, NoDeprecatedCustomRule, validate } from 'graphql';
import { distinctPlaces, type Place, placeOf } from '../compose/place.ts';
import type { ClientOperation } from '../operations/read-operations.ts';
import type { Finding } from './finding.ts';

/** What is wrong with the operations under the new schema: invalid ones are refused, deprecated parts are warned of. */
export function checkOperations(schema: GraphQLSchema, operations: readonly ClientOperation[]): Finding[] {
  const files = Map.groupBy(operations, ({ document }) => document);
  return [...files].flatMap(([document, inFile]) => [
    ...validate(schema, document).map(
      (error): Finding => ({
        ...describe(error, inFile),
        level: 'refused',
        rule: 'INVALID_OPERATION',
        remedy: 'Change the operation, or keep what it uses.',
      }),
    ),
    ...validate(schema, document, [NoDeprecatedCustomRule]).map(
      (error): Finding => ({
        ...describe(error, inFile),
        level: 'warning',
        rule: 'DEPRECATED_USED',
        remedy: 'Change the operation before the date.',
      }),
    ),
  ]);
}

/** Whether an operation that the gateway would refuse is among the findings. */
export const isInvalid = ({ level, rule }: Finding) => level === 'refused' && rule === 'INVALID_OPERATION';

function describe(error: GraphQLError, inFile: readonly ClientOperation[]) {
  const places = distinctPlaces((error.nodes ?? []).map((node) => placeOf(node)));
  const at = (inFile.find((each) => holds(each, places[0])) ?? inFile[0])?.name ?? '';
  return { subject: 'operation', at, message: error.message, places } as const;
}

/** Whether a place lies within the text of an operation; a file can have several. */
function holds({ node }: ClientOperation, place: Place | undefined): boolean {
  const { startToken, endToken } = node.loc ?? {};
  return Boolean(
    place && startToken && endToken && place.line >= startToken.line && place.line <= endToken.line,
  );
}
