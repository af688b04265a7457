import { type ASTNode, Kind, printSourceLocation, type Source } from 'graphql';

/** A place in a GraphQL file. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The whole file, for a code frame. */
  readonly source: Source;
  /** Whose schema the file is, where it is a subgraph's. */
  readonly subgraph?: string;
}

/** Where a node's name stands (its description comes before), or nothing for a node that no file has. */
export function placeOf(node: ASTNode, subgraph?: string): Place | undefined {
  const named = 'name' in node && node.name && node.kind !== Kind.DIRECTIVE ? node.name : node;
  const loc = named.loc ?? node.loc;
  if (!loc) return undefined;
  const { line, column } = loc.startToken;
  return { file: loc.source.name, line, column, source: loc.source, ...(subgraph && { subgraph }) };
}

/** The place with the line before and after, and a caret under its column. */
export const codeFrame = ({ source, line, column }: Place): string =>
  printSourceLocation(source, { line, column });

/** Drops places that say the same line twice. */
export function distinctPlaces(places: readonly (Place | undefined)[]): Place[] {
  const seen = new Map<string, Place>();
  for (const place of places) {
    if (!place) continue;
    const key = `${place.file}:${place.line}`;
    if (!seen.has(key)) seen.set(key, place);
  }
  return [...seen.values()];
}
