import { composeServices } from '@theguild/federation-composition';
import { type ASTNode, type DefinitionNode, type GraphQLError, Kind, parse, print, visit } from 'graphql';
import { CompositionError, composeSubgraphs } from './compose-supergraph.ts';
import type { SubgraphSource } from './subgraph-source.ts';

/**
 * Composes with a second composer (@theguild/federation-composition) and says where the two differ, one line each;
 * nothing when they agree. Order, and how each writes the definitions of federation's own directives, do not count.
 */
export function crossCheck(subgraphs: readonly SubgraphSource[]): string[] {
  const first = composeFirst(subgraphs);
  const services = subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document }));
  const second = composeServices(services);
  const codes = codesOf(second.errors ?? []);
  if ('codes' in first) {
    if (!second.supergraphSdl) return compareCodes(first.codes, codes);
    return [`only @apollo/composition refuses: ${first.codes.join(', ')}`];
  }
  if (!second.supergraphSdl) return [`only @theguild/federation-composition refuses: ${codes.join(', ')}`];
  return compareSupergraphs(first.supergraphSdl, second.supergraphSdl);
}

function composeFirst(subgraphs: readonly SubgraphSource[]): { supergraphSdl: string } | { codes: string[] } {
  try {
    return composeSubgraphs(subgraphs);
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    return { codes: [...new Set(error.problems.map(({ code }) => code))].sort() };
  }
}

const codesOf = (errors: readonly GraphQLError[]) =>
  [...new Set(errors.map(({ extensions }) => String(extensions.code ?? 'INVALID_GRAPHQL')))].sort();

/** One of the two often says more; they disagree when they have no reason in common. */
const compareCodes = (first: readonly string[], second: readonly string[]): string[] =>
  first.some((code) => second.includes(code))
    ? []
    : [
        `both refuse, for other reasons: @apollo/composition ${first.join(', ')}; ` +
          `@theguild/federation-composition ${second.join(', ')}`,
      ];

function compareSupergraphs(first: string, second: string): string[] {
  const [here, there] = [linesOf(first), linesOf(second)];
  const onlyIn = (composer: string, lines: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...lines].filter((line) => !other.has(line)).map((line) => `only ${composer} has: ${line}`);
  return [
    ...onlyIn('@apollo/composition', here, there),
    ...onlyIn('@theguild/federation-composition', there, here),
  ];
}

/** Every member of every type as one line, such as `User: name: String @join__field(graph: USERS)`. */
function linesOf(sdl: string): Set<string> {
  const lines = new Set<string>();
  for (const definition of canonical(parse(sdl, { noLocation: true })).definitions) {
    if (definition.kind === Kind.DIRECTIVE_DEFINITION || !('name' in definition) || !definition.name)
      continue;
    const name = definition.name.value;
    if (name.startsWith('join__') || name.startsWith('link__')) continue;
    for (const member of membersOf(definition)) lines.add(`${name}: ${oneLine(member)}`);
    lines.add(oneLine(withoutMembers(definition)));
  }
  return lines;
}

const membersOf = (definition: DefinitionNode): readonly ASTNode[] => [
  ...('fields' in definition ? (definition.fields ?? []) : []),
  ...('values' in definition ? (definition.values ?? []) : []),
];

const oneLine = (node: ASTNode) => print(node).replace(/\s+/g, ' ');

const SORTED = ['arguments', 'directives', 'types', 'interfaces', 'fields'] as const;

/** The same for two documents that differ in order alone. */
function canonical<N extends ASTNode>(document: N): N {
  return visit(document, {
    leave(node) {
      const copy: Record<string, unknown> = { ...node };
      for (const key of SORTED) {
        const list = copy[key];
        if (Array.isArray(list))
          copy[key] = list
            .map((each: ASTNode) => [print(each), each] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, each]) => each);
      }
      return copy;
    },
  });
}

const withoutMembers = (definition: DefinitionNode): ASTNode =>
  Object.assign({}, definition, { fields: [], values: [] });
