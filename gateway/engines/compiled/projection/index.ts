import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { ObjectRecord } from '../record.ts';
import type { SelectionScope } from './collect-fields.ts';
import { generateProjection } from './generate.ts';
import { runtime, type Violation } from './json.ts';

export type { SelectionScope } from './collect-fields.ts';
export { collectFields, isIncluded } from './collect-fields.ts';
export type { Violation } from './json.ts';

/**
 * Writes the response to an operation as JSON text, from all that the subgraphs gave.
 *
 * @param introspection the text of each introspection field, by response name.
 * @param repeats whether one object stands at several places: then what was written of it is remembered.
 * @param maxCharacters of the whole text, about
 * @throws TesseraError `ANSWER_TOO_LARGE` beyond them
 * @returns undefined when a null has come up to the top.
 */
export type Projection = (
  data: ObjectRecord,
  violations: Violation[],
  introspection: Readonly<Record<string, string>>,
  repeats: boolean,
  maxCharacters: number,
) => string | undefined;

/**
 * Compiles what an operation selects, for given values of the variables that its conditions use.
 *
 * @param repeated where one object may stand for many places: its text is then written once
 */
export function compileProjection(
  scope: SelectionScope,
  rootType: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  repeated: readonly (readonly string[])[] = [],
): Projection {
  const source = generateProjection(scope, rootType, selectionSet, repeated);
  return new Function(...Object.keys(runtime), source)(...Object.values(runtime)) as Projection;
}
