import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import type { SubgraphExecutor, SubgraphResponse } from '../../kit/server/subgraph-request.ts';
import type { Universe } from './universe.ts';

interface Context {
  readonly universe: Universe;
}

/** A subgraph that really executes what it is asked, over a generated world. It knows only its own schema. */
export class MockSubgraph {
  readonly #schema: GraphQLSchema;
  readonly #documents = new Map<string, DocumentNode | GraphQLError>();

  constructor(typeDefs: DocumentNode) {
    this.#schema = buildSubgraphSchema([{ typeDefs }]);
    for (const type of Object.values(this.#schema.getTypeMap())) {
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      const resolveReference = (representation: Record<string, unknown>, { universe }: Context) => {
        const individual = universe.individual(representation);
        return isInterfaceType(type) ? universe.concrete(individual) : individual;
      };
      type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
    }
  }

  /** An executor that answers from the given world. */
  in(universe: Universe): SubgraphExecutor {
    const context: Context = { universe };
    return async ({ query, variables, operationName }): Promise<SubgraphResponse> => {
      const document = this.#parse(query);
      if (document instanceof GraphQLError) return { errors: [document.toJSON()] };
      const result = await execute({
        schema: this.#schema,
        document,
        variableValues: variables ?? {},
        operationName: operationName ?? null,
        contextValue: context,
        fieldResolver: universe.resolveField as never,
        typeResolver: universe.resolveType,
      });
      // As over the wire: nobody shares objects with the subgraph.
      return JSON.parse(JSON.stringify(result)) as SubgraphResponse;
    };
  }

  /** The document, or what is wrong with it: planners do write operations that a subgraph must refuse. */
  #parse(query: string): DocumentNode | GraphQLError {
    let document = this.#documents.get(query);
    if (!document) {
      try {
        const parsed = parse(query);
        document = validate(this.#schema, parsed)[0] ?? parsed;
      } catch (error) {
        document = error as GraphQLError;
      }
      this.#documents.set(query, document);
    }
    return document;
  }
}
