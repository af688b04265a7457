import type { ASTNode, GraphQLError } from 'graphql';
import { locateInMessage } from './locate.ts';
import { codeFrame, distinctPlaces, type Place, placeOf } from './place.ts';
import { remedyFor } from './remedies.ts';
import type { SubgraphSource } from './subgraph-source.ts';

/** Why subgraphs do not compose. */
export interface CompositionProblem {
  /** https://www.apollographql.com/docs/graphos/reference/federation/errors */
  readonly code: string;
  readonly message: string;
  /** The subgraphs that have a part in it, in the order of supergraph.yaml. */
  readonly subgraphs: readonly string[];
  /** Where each of them says what does not fit. */
  readonly places: readonly Place[];
  readonly remedy: string;
}

/** Reported of one subgraph, though another has its part in it. */
const REACHES_OUT = new Set(['MISSING_TRANSITIVE_AUTH_REQUIREMENTS']);

/** An error of the composer, with the places of its nodes, or else of what its message names. */
export function explain(error: GraphQLError, subgraphs: readonly SubgraphSource[]): CompositionProblem {
  const code = String(error.extensions.code ?? 'INVALID_GRAPHQL');
  const [, alone, text] = /^\[([\w-]+)\] (.*)$/s.exec(error.message) ?? [];
  const message = text ?? error.message;
  const own = alone && !REACHES_OUT.has(code) ? subgraphs.filter(({ name }) => name === alone) : subgraphs;
  const marked = distinctPlaces((error.nodes ?? []).map((node) => placeIn(node, own)));
  const told = locateInMessage(message, own).filter(
    (place) => !marked.some(({ subgraph }) => subgraph === place.subgraph),
  );
  const order = (place: Place) => subgraphs.findIndex(({ name }) => name === place.subgraph);
  const places = distinctPlaces([...marked, ...told]).sort((a, b) => order(a) - order(b));
  const involved = new Set([alone, ...places.map(({ subgraph }) => subgraph), ...quoted(message)]);
  const names = subgraphs.map(({ name }) => name).filter((name) => involved.has(name));
  return { code, message, subgraphs: names, places, remedy: remedyFor(code) };
}

/** Composition marks nodes with the subgraph that they come from; those it makes itself stand in no file. */
function placeIn(
  node: ASTNode & { subgraph?: string },
  subgraphs: readonly SubgraphSource[],
): Place | undefined {
  const subgraph = subgraphs.find(
    ({ name, file }) => name === node.subgraph || (!node.subgraph && file === node.loc?.source.name),
  );
  return subgraph && node.loc?.source.name === subgraph.file ? placeOf(node, subgraph.name) : undefined;
}

const quoted = (message: string) => [...message.matchAll(/"([\w-]+)"/g)].map(([, name]) => name);

/** A problem for people: who disagrees, on what, where, and what to do. */
export function printProblem({ code, message, subgraphs, places, remedy }: CompositionProblem): string {
  const who = subgraphs.length > 0 ? ` (${subgraphs.join(', ')})` : '';
  return [`${code}${who}: ${message}`, ...places.map(codeFrame), `Remedy: ${remedy}`].join('\n\n');
}
