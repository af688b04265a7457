import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';

/** The schema that clients see: the supergraph without the machinery of federation and what is `@inaccessible`. */
export function readApiSchema(supergraphFile = 'supergraph.graphql'): GraphQLSchema {
  const options = { supportedFeatures: null, validateSupergraph: false };
  return Supergraph.build(readFileSync(supergraphFile, 'utf8'), options).apiSchema().toGraphQLJSSchema();
}
