import { existsSync, readFileSync } from 'node:fs';
import { buildASTSchema, type GraphQLObjectType, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { UsageError } from '../run-tool.ts';
import { capitalise, plural, singular, wordsOf } from './names.ts';
import { nextPort } from './supergraph-entry.ts';

/** What the command line says of a new subgraph. */
export interface Request {
  readonly name: string;
  /** Default: the singular of the name. */
  readonly entity?: string | undefined;
  /** The entity that gets a list of the new ones. */
  readonly parent: string;
}

/** Prefixes of settings that mean something else already. */
const TAKEN_PREFIXES = new Set(['auth', 'broker', 'data', 'database', 'gateway', 'log', 'otel', 'subgraph']);

/** Words that the generated code uses otherwise, or that JavaScript reserves. */
const TAKEN_WORDS = new Set(
  `after all any args as async at await break case catch class const continue data database debugger default delete do
  else enum export extends false finally for from function id if implements import in input instanceof interface let
  limit loaders malformed more new now null of order others own owner package page pages private protected public query
  reference references repository response return row rows seed seen service set statements static string super switch
  text this throw title trx true try turn type typeof undefined unknown user-error var version viewer void while with
  yield`.split(/\s+/),
);

/**
 * Decides what a new subgraph is called in every place; the view that its templates are filled from.
 *
 * @throws UsageError with one line when it cannot be made
 */
export function planSubgraph({ name, entity, parent }: Request) {
  checkName(name);
  if (entity !== undefined && !/^[A-Z][A-Za-z0-9]{0,39}$/.test(entity))
    throw new UsageError(`--entity ${entity}: name a GraphQL type, such as Review`);
  const one = wordsOf(entity ?? singular(name));
  const many = wordsOf(plural(one.snake));
  const owner = wordsOf(parent);
  if (TAKEN_WORDS.has(one.spoken) || TAKEN_WORDS.has(many.spoken))
    throw new UsageError(
      `${one.pascal}: the word has a meaning in the code: choose another name with --entity`,
    );
  const schema = buildASTSchema(parse(readFileSync('supergraph.graphql', 'utf8')), { assumeValid: true });
  const parentType = checkTypes(schema, one.pascal, [one.camel, many.camel], parent);
  return {
    name,
    port: nextPort(readSupergraphYaml('supergraph.yaml').subgraphs.map(({ routingUrl }) => routingUrl)),
    Name: wordsOf(name).pascal,
    SETTING: wordsOf(name).snake.toUpperCase(),
    Entity: one.pascal,
    entity: one.camel,
    CONSTANT: one.snake.toUpperCase(),
    label: one.spoken,
    Label: capitalise(one.spoken),
    article: one.article,
    Article: capitalise(one.article),
    plural: many.camel,
    table: many.snake,
    labels: many.spoken,
    Parent: parent,
    parent: owner.camel,
    parent_id: `${owner.snake}_id`,
    parentLabel: owner.spoken,
    parentArticle: owner.article,
    parentDescription: (parentType.description ?? `${parent}.`).replaceAll(/["\\\n]/g, ' '),
    /** A user's own rows are the user's alone; what belongs to anything else is public, as the catalogue is. */
    owned: parent === 'User',
  };
}

function checkName(name: string): void {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || name.length > 40)
    throw new UsageError(
      `${name}: name the subgraph in lower case, in letters, digits and hyphens, such as reviews`,
    );
  if (TAKEN_PREFIXES.has(name) || TAKEN_WORDS.has(name))
    throw new UsageError(`${name}: the word has a meaning in settings or code: choose another name`);
  if (readSupergraphYaml('supergraph.yaml').subgraphs.some((each) => each.name === name))
    throw new UsageError(`${name}: supergraph.yaml lists it already: choose another name`);
  for (const folder of [`subgraphs/${name}`, `sql/${name}`])
    if (existsSync(folder)) throw new UsageError(`${folder} exists: remove it, or choose another name`);
}

function checkTypes(
  schema: GraphQLSchema,
  entity: string,
  fields: readonly string[],
  parent: string,
): GraphQLObjectType {
  if (schema.getType(entity))
    throw new UsageError(`${entity}: the graph has this type already: choose another with --entity`);
  const type = schema.getType(parent);
  const keys = type?.astNode?.directives?.flatMap(({ name, arguments: given = [] }) =>
    name.value === 'join__type' ? given.filter((each) => each.name.value === 'key') : [],
  );
  if (!isObjectType(type) || !keys?.some(({ value }) => value.kind === 'StringValue' && value.value === 'id'))
    throw new UsageError(`--extends ${parent}: the graph has no such entity with the key "id"`);
  for (const owner of [schema.getQueryType(), type])
    for (const field of fields)
      if (owner?.getFields()[field])
        throw new UsageError(
          `${owner.name}.${field}: the graph has this field already: choose another --entity`,
        );
  return type;
}
