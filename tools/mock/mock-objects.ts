import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { leafValue } from './leaf-values.ts';
import { drawFrom, pickFrom } from './random.ts';

/** An object of the mocked graph: what is known of it, and the seed from which the rest is made. */
export interface MockObject {
  readonly __typename: string;
  readonly seed: string;
  readonly known: Readonly<Record<string, unknown>>;
}

/** Makes mocked objects of a schema. All that it makes is a function of the seed, of types, ids and fields. */
export interface MockObjects {
  /** The object that a reference names: the same keys, the same object. */
  byKeys(type: string, keys: Readonly<Record<string, unknown>>): MockObject;
  /** The value of a field. */
  read(object: MockObject, field: GraphQLField<unknown, unknown>, args: Args): unknown;
  /** Lets an object have these values from now on. */
  remember(object: MockObject, values: Readonly<Record<string, unknown>>): void;
}

export type Args = Readonly<Record<string, unknown>>;

/** Ids of objects that nobody owns run from 1 to this one, so that they meet in many places. */
const POOL = 100;
const DEFAULT_PAGE = 20;
/** Ids of what an object owns follow from its own: user 7 owns the orders 701, 702 and so on. */
const OWNED = 100;

export function createMockObjects(schema: GraphQLSchema, seed: string): MockObjects {
  const remembered = new Map<string, Readonly<Record<string, unknown>>>();

  function byKeys(type: string, keys: Readonly<Record<string, unknown>>): MockObject {
    return { __typename: type, seed: `${seed} ${type} ${JSON.stringify(keys)}`, known: keys };
  }

  /** An object that is no entity: a part of the one that it is read from. */
  function part(type: GraphQLOutputType, place: string, known: MockObject['known'] = {}): MockObject {
    return { __typename: concrete(type, place).name, seed: place, known };
  }

  function concrete(type: GraphQLOutputType, place: string): GraphQLObjectType {
    const named = getNamedType(type);
    if (isObjectType(named)) return named;
    if (isAbstractType(named)) return pickFrom(place, schema.getPossibleTypes(named));
    throw new Error(`${named} is no object`);
  }

  /** An entity or a part; `index` is its place in a list. */
  function objectAt(
    owner: MockObject,
    type: GraphQLOutputType,
    place: string,
    { index, id }: { index: number; id?: unknown },
  ) {
    const target = concrete(type, place);
    if (!hasId(target)) return part(target, place);
    const chosen = id ?? idAt(schema, owner, target, place, index);
    return byKeys(target.name, { id: String(chosen) });
  }

  function listAt(owner: MockObject, type: GraphQLOutputType, place: string, length: number, from = 0) {
    return Array.from({ length }, (_, i) => {
      const named = getNamedType(type);
      return isLeafType(named)
        ? leafValue(named, '', `${place} ${from + i}`)
        : objectAt(owner, named as GraphQLObjectType, `${place} ${from + i}`, { index: from + i });
    });
  }

  function connectionAt(owner: MockObject, type: GraphQLObjectType, place: string, args: Args): MockObject {
    const root = schema.getQueryType()?.name === owner.__typename;
    const total = root ? POOL : drawFrom(place, 2 * DEFAULT_PAGE);
    const after = indexOf(args.after);
    const first = Math.max(0, Math.min(Number(args.first ?? DEFAULT_PAGE), total - after - 1));
    const edgeType = getNamedType(type.getFields().edges?.type) as GraphQLObjectType;
    const nodeType = edgeType.getFields().node?.type as GraphQLOutputType;
    const isLeaf = isLeafType(getNamedType(nodeType));
    const nodes = isLeaf ? [] : listAt(owner, nodeType, place, first, after + 1);
    const edges = nodes.map((node, i) => {
      const index = after + 1 + i;
      return part(edgeType, `${place} edge ${index}`, { cursor: cursorOf(index), node });
    });
    const pageInfo = part(type.getFields().pageInfo?.type as GraphQLOutputType, `${place} page`, {
      hasNextPage: after + 1 + first < total,
      hasPreviousPage: after >= 0,
      startCursor: edges[0]?.known.cursor ?? null,
      endCursor: edges.at(-1)?.known.cursor ?? null,
    });
    return part(type, place, { edges, pageInfo, totalCount: total });
  }

  function read(object: MockObject, field: GraphQLField<unknown, unknown>, args: Args): unknown {
    const known = { ...object.known, ...remembered.get(object.seed) };
    if (field.name in known) return known[field.name];
    const place = `${object.seed}.${field.name}${placeOf(args)}`;
    const type = isNonNullType(field.type) ? field.type.ofType : field.type;
    const named = getNamedType(type);
    if (isListType(type)) {
      // What went wrong is a list too, and a mock does nothing wrong.
      if (/errors$/i.test(field.name)) return [];
      return listAt(object, type, place, 1 + drawFrom(place, 3));
    }
    if (isLeafType(named)) return leafValue(named, field.name, place);
    if (isObjectType(named) && isConnection(named)) return connectionAt(object, named, place, args);
    return objectAt(object, named as GraphQLObjectType, place, { index: 0, id: args.id });
  }

  return {
    byKeys,
    read,
    remember: (object, values) =>
      void remembered.set(object.seed, { ...remembered.get(object.seed), ...values }),
  };
}

/** The id of an entity that a field of `owner` gives: its owner's, its own by number, or one of the pool. */
function idAt(
  schema: GraphQLSchema,
  owner: MockObject,
  target: GraphQLObjectType,
  place: string,
  index: number,
): number {
  const id = Number(owner.known.id);
  const ownerType = schema.getType(owner.__typename) as GraphQLObjectType;
  if (owner.__typename === schema.getQueryType()?.name) {
    // A list from the root begins with the first of each owner.
    return isOwned(schema, target) ? (index + 1) * OWNED + 1 : index + 1;
  }
  if (!Number.isSafeInteger(id)) return 1 + ((drawFrom(place, POOL) + index) % POOL);
  if (owns(ownerType, target)) return id * OWNED + index + 1;
  if (owns(target, ownerType)) return Math.max(1, Math.floor(id / OWNED));
  const start = drawFrom(`${owner.seed} ${target.name}`, POOL);
  return 1 + ((start + index) % POOL);
}

/** Whether an owner has a list of a type that points back at it. */
const owns = (owner: GraphQLObjectType, owned: GraphQLObjectType): boolean =>
  Object.values(owner.getFields()).some(({ type }) => listedBy(type) === owned) &&
  Object.values(owned.getFields()).some(({ type }) => (isNonNullType(type) ? type.ofType : type) === owner);

const isOwned = (schema: GraphQLSchema, type: GraphQLObjectType): boolean =>
  Object.values(schema.getTypeMap()).some((each) => isObjectType(each) && hasId(each) && owns(each, type));

/** The type that a list or a connection lists. */
function listedBy(type: GraphQLOutputType): unknown {
  const named = getNamedType(type);
  if (isObjectType(named) && isConnection(named)) {
    const edge = getNamedType(named.getFields().edges?.type);
    return isObjectType(edge) ? getNamedType(edge.getFields().node?.type) : undefined;
  }
  return isListType(isNonNullType(type) ? type.ofType : type) ? named : undefined;
}

const isConnection = (type: GraphQLObjectType) =>
  'edges' in type.getFields() && 'pageInfo' in type.getFields();

/** Whether objects of a type are told apart by an id. */
export const hasId = (type: GraphQLObjectType) =>
  getNamedType(type.getFields().id?.type)?.toString() === 'ID';

/** The arguments that make another thing of a field; those that choose a page of it do not. */
function placeOf({ first: _, after: __, ...args }: Args): string {
  return Object.keys(args).length > 0 ? JSON.stringify(args) : '';
}

const cursorOf = (index: number) => Buffer.from(`mock ${index}`).toString('base64url');

/** The place that a cursor names; before the first without one. */
function indexOf(cursor: unknown): number {
  const index = /^mock (\d+)$/.exec(Buffer.from(String(cursor ?? ''), 'base64url').toString())?.[1];
  return index === undefined ? -1 : Number(index);
}
