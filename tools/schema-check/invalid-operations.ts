import {
  type GraphQLError,
  type GraphQLSchema,
  NoDeprecatedCustomRule,
  specifiedRules,
  validate,
} from 'graphql';
import { distinctPlaces, type Place, placeOf } from '../compose/place.ts';
import type { ClientOperation } from '../operations/read-operations.ts';
import type { Finding } from './finding.ts';

const RULES = [...specifiedRules, NoDeprecatedCustomRule];

/** What is wrong with the operations under the new schema: invalid ones are refused, deprecated fields are warned of. */
export function checkOperations(schema: GraphQLSchema, operations: readonly ClientOperation[]): Finding[] {
  const documents = new Map(operations.map((operation) => [operation.document, operation]));
  return [...documents.values()].flatMap((operation) =>
    validate(schema, operation.document, RULES).map((error) => describe(error, operation, operations)),
  );
}

/** Whether an operation that the gateway would refuse is among the findings. */
export const isInvalid = ({ level, rule }: Finding) => level === 'refused' && rule === 'INVALID_OPERATION';

function describe(
  error: GraphQLError,
  { document, name }: ClientOperation,
  all: readonly ClientOperation[],
): Finding {
  const places = distinctPlaces((error.nodes ?? []).map((node) => placeOf(node)));
  const at = all.find((each) => each.document === document && holds(each, places[0]))?.name ?? name;
  const deprecated = /is deprecated\. |is deprecated$/.test(error.message);
  return {
    subject: 'operation',
    level: deprecated ? 'warning' : 'refused',
    rule: deprecated ? 'DEPRECATED_USED' : 'INVALID_OPERATION',
    at,
    message: error.message,
    places,
    remedy: deprecated
      ? 'Change the operation before the date.'
      : 'Change the operation, or keep what it uses.',
  };
}

/** Whether a place lies within the text of an operation; a file can have several. */
function holds({ node }: ClientOperation, place: Place | undefined): boolean {
  const { startToken, endToken } = node.loc ?? {};
  return Boolean(
    place && startToken && endToken && place.line >= startToken.line && place.line <= endToken.line,
  );
}
