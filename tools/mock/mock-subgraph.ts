import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, getNamedType, isObjectType, Kind, parse } from 'graphql';
import { isId } from '../../kit/ids.ts';
import type { Logger } from '../../kit/logger.ts';
import type { RequestContext, Subgraph } from '../../kit/server/subgraph.ts';
import { runMutation } from './mock-mutation.ts';
import { createMockObjects, type MockObject, type MockObjects } from './mock-objects.ts';

/** A subgraph that is not there: typed answers, made of a seed. */
export type MockSubgraph = Pick<Subgraph, 'name' | 'apollo' | 'ready' | 'context'>;

/** Makes and starts the mock of a subgraph from its schema. Every run with the same seed gives the same answers. */
export async function createMockSubgraph(
  { name, sdl }: { readonly name: string; readonly sdl: string },
  seed: string,
  log: Logger,
): Promise<MockSubgraph> {
  const apollo = new ApolloServer<RequestContext>({
    schema: buildMockSchema(sdl, seed),
    stopOnTerminationSignals: false,
    persistedQueries: false,
    logger: log,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return {
    name,
    apollo,
    ready: async () => {},
    context: ({ viewer, requestId }) => ({ viewer, requestId, log }),
  };
}

function buildMockSchema(sdl: string, seed: string) {
  const typeDefs = parse(sdl);
  const references = typeDefs.definitions.flatMap((each) =>
    each.kind === Kind.OBJECT_TYPE_DEFINITION && each.directives?.some(({ name }) => name.value === 'key')
      ? [[each.name.value, { __resolveReference: resolveReference }] as const]
      : [],
  );
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: Object.fromEntries(references) }]);
  const objects = createMockObjects(schema, seed);
  function resolveReference({ __typename, ...keys }: { __typename: string }) {
    return objects.byKeys(__typename, keys);
  }
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || /^__|^_Service$/.test(type.name)) continue;
    const root: MockObject = { __typename: type.name, seed: `${seed} ${type.name}`, known: {} };
    for (const field of Object.values(type.getFields())) {
      if (/^_(entities|service)$/.test(field.name)) continue;
      field.resolve =
        type === schema.getMutationType()
          ? (_, args) => runMutation(objects, root, field, args)
          : resolverOf(objects, field, roots.has(type.name) ? root : null);
    }
  }
  return schema;
}

function resolverOf(
  objects: MockObjects,
  field: Parameters<MockObjects['read']>[1],
  root: MockObject | null,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (parent, args, { viewer }) => {
    const type = getNamedType(field.type);
    // The one field whose answer depends on who asks.
    if (root && field.name === 'me')
      return viewer && isId(viewer.id) ? objects.byKeys(type.name, { id: viewer.id }) : null;
    return objects.read(root ?? (parent as MockObject), field, args);
  };
}
