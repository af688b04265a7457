import {
  buildSchema,
  type GraphQLEnumType,
  GraphQLError,
  type GraphQLScalarType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { World } from './world.ts';

const SDL = `
  type Query {
    thing(id: ID!, where: Where, tint: Tint = RED): Thing
    need(id: ID): Thing!
    things(first: Int = 3, kinds: [Tint!]): [Thing]
    needs(where: Where!): [Thing!]!
    grid(size: Size): [[Part!]]
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node!]
    found(text: String!): [Found]
    wrapped: Wrapped
    size(size: Size = 3): Size
    tints: [Tint!]
    numbers(limit: Int!): [Int]
    constructor: String
  }
  type Mutation {
    make(input: MakeInput!): Thing
    remake(input: MakeInput, times: Int! = 2): Thing!
    drop(id: ID!): Boolean
    dropAll: [Part!]!
  }
  interface Node { id: ID! label(short: Boolean): String }
  interface Owned implements Node { id: ID! label(short: Boolean): String owner: Owner }
  union Found = Thing | Part | Owner
  union Wrapped = Owner | Part
  type Thing implements Node & Owned {
    id: ID!
    label(short: Boolean = false): String
    title: String!
    count: Int
    weight: Float!
    isOpen: Boolean
    tint: Tint
    size(unit: Size): Size!
    tags: [String!]
    notes: [String]!
    owner: Owner
    keeper: Owner!
    parts(first: Int, where: Where): [Part!]!
    spares: [Part]
    next: Node
    near: [Node!]!
    best: Found!
  }
  type Part implements Node { id: ID! label(short: Boolean): String cost(tint: Tint!): Float of: Thing whole: Thing! kind: Tint! }
  type Owner { name: String! age: Int things(first: Int = 2): [Thing!] any: Node friends: [Owner]! }
  enum Tint { RED GREEN BLUE }
  scalar Size
  input Where { tint: Tint size: Size text: String = "all" not: Where ids: [ID!] }
  input MakeInput { title: String! tint: Tint = GREEN sizes: [Size!] where: Where }
`;

/** The fields that read a property of their parent, as those without a resolver do. */
const PLAIN = new Set(
  'Thing.title Thing.count Thing.weight Thing.isOpen Thing.tint Thing.tags Thing.notes Thing.label Part.label Owner.name Owner.age Part.kind Part.id Thing.id Owner.friends'.split(
    ' ',
  ),
);

/** A schema with all kinds of types and resolvers; what they do is for the world to say, which is the context value. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const tint = schema.getType('Tint') as GraphQLEnumType;
  // Values inside differ from those outside, and one is an object.
  const inside: Record<string, unknown> = { RED: 0, GREEN: Object.freeze({ shade: 'green' }), BLUE: 'b' };
  const Tint = tint.toConfig();
  for (const [name, value] of Object.entries(Tint.values)) value.value = inside[name];
  Object.assign(tint, new (tint.constructor as new (config: object) => object)(Tint));
  const size = schema.getType('Size') as GraphQLScalarType;
  size.serialize = (value) => {
    if (value === 13) throw new GraphQLError('13 is no size', { extensions: { code: 'BAD_SIZE' } });
    return value === 7 ? undefined : { size: value };
  };
  size.parseValue = parseSize;
  size.parseLiteral = (node) => parseSize('value' in node ? node.value : null);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (PLAIN.has(`${type.name}.${field.name}`)) continue;
        field.resolve = (source, args, world: World, info) => world.resolve(source, args, info);
      }
    }
    if (isAbstractType(type) && type.name !== 'Wrapped') {
      type.resolveType = (value, world: World, info, of) => world.typeOf(value, info, of);
    }
  }
  // Wrapped is told apart by these; graphql-js asks them of every value.
  for (const name of ['Owner', 'Part']) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(name);
    type.isTypeOf = (value, world: World) => world.isOf(value, name);
  }
  return schema;
}

function parseSize(value: unknown): unknown {
  if (value === 'text 0') throw new GraphQLError('a size is no text 0', { extensions: { code: 'BAD_SIZE' } });
  return { given: value };
}
