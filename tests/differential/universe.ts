import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  getArgumentValues,
  getNamedType,
  type InterfaceTypeDefinitionNode,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { hashOf } from './seed.ts';

/** An object of the generated world: the n-th entity of its family, or a value named by where it was found. */
interface Individual {
  readonly __typename: string;
  readonly $id: number | string;
  /** Set when it came as a representation, which must hold all that `@requires` asks for. */
  readonly $told?: boolean;
}

/** An individual with what is already known of it: the fields of its representation. */
type Known = Individual & Readonly<Record<string, unknown>>;

interface FieldInfo {
  readonly fieldName: string;
  readonly parentType: GraphQLCompositeType;
  readonly returnType: GraphQLOutputType;
  readonly schema: GraphQLSchema;
}

export interface UniverseOptions {
  readonly seed: number;
  /** In how many of a hundred fields, where the schema allows it, there is nothing. */
  readonly nullPercent?: number;
  /** How many of a hundred fields that are no keys fail. */
  readonly errorPercent?: number;
}

const ENTITIES = 5;

/**
 * A generated world of entities that all subgraphs agree on: the value of a field follows from the entity's number,
 * the field, its arguments and (for `@requires`) what the subgraph was told. So any subgraph, and a schema that is
 * no federation at all, gives the same answer to the same question.
 */
export class Universe {
  readonly #options: Required<UniverseOptions>;
  /** Key fields of each type. */
  readonly #keys = new Map<string, Set<string>>();
  /** The family of each type: implementations of an entity interface are one family. */
  readonly #families = new Map<string, string>();
  /** Members of each family, by name. */
  readonly #members = new Map<string, string[]>();
  readonly #requirements = new Map<string, SelectionSetNode>();

  /** Fields that some subgraph says are never null, and those whose items are not: then they are not in any. */
  readonly #neverNull = new Set<string>();
  readonly #itemsNeverNull = new Set<string>();

  /** Values of each enum that every subgraph with that enum knows, so that whichever is asked can give them. */
  readonly #enumValues = new Map<string, readonly string[]>();

  constructor(documents: readonly DocumentNode[], options: UniverseOptions) {
    this.#options = { nullPercent: 0, errorPercent: 0, ...options };
    for (const document of documents) this.#learn(document);
    for (const [type, family] of this.#families) {
      if (type === family) continue;
      this.#members.set(family, [...new Set([...(this.#members.get(family) ?? []), type])].sort());
    }
  }

  #learn(document: DocumentNode): void {
    const entityInterfaces = new Set<string>();
    visit(document, {
      InterfaceTypeDefinition: (node) => {
        if (argumentsOf(node.directives, 'key').length) entityInterfaces.add(node.name.value);
      },
    });
    const learnType = (
      node: ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode,
    ): void => {
      const type = node.name.value;
      for (const fields of argumentsOf(node.directives, 'key')) {
        const keys = this.#keys.get(type) ?? new Set();
        for (const word of fields.match(/\w+/g) ?? []) keys.add(word);
        this.#keys.set(type, keys);
      }
      for (const field of node.fields ?? []) {
        const position = `${type}.${field.name.value}`;
        const written = print(field.type);
        if (written.endsWith('!')) this.#neverNull.add(position);
        if (written.includes('!]')) this.#itemsNeverNull.add(position);
        for (const fields of argumentsOf(field.directives, 'requires')) {
          this.#requirements.set(`${type}.${field.name.value}`, selectionSetOf(fields));
        }
      }
      const parent = node.interfaces?.find((each) => entityInterfaces.has(each.name.value))?.name.value;
      if (parent) this.#families.set(type, parent);
    };
    const learnEnum = ({ name, values = [] }: EnumTypeDefinitionNode): void => {
      const here = values.map((each) => each.name.value);
      const before = this.#enumValues.get(name.value) ?? here;
      this.#enumValues.set(
        name.value,
        before.filter((each) => here.includes(each)),
      );
    };
    visit(document, {
      EnumTypeDefinition: learnEnum,
      ObjectTypeDefinition: learnType,
      ObjectTypeExtension: learnType,
      InterfaceTypeDefinition: learnType,
    });
  }

  /** The individual that a representation means; the representation's fields stay readable on it. */
  individual(representation: Readonly<Record<string, unknown>>): Individual {
    const type = String(representation.__typename);
    for (const key of this.#keys.get(type) ?? []) {
      const value = representation[key];
      const number =
        typeof value === 'number' ? value : Number(/-(\d+)$/.exec(String(value))?.[1] ?? Number.NaN);
      if (Number.isInteger(number)) return { ...representation, __typename: type, $id: number, $told: true };
    }
    throw new GraphQLError(`no ${type} is named by ${JSON.stringify(representation)}`);
  }

  /** The same individual as an object of its own type, where its interface alone was named. */
  concrete(individual: Individual): Individual {
    const members = this.#members.get(individual.__typename);
    const type = members?.[Number(individual.$id) % members.length];
    return type ? { ...individual, __typename: type } : individual;
  }

  readonly resolveType: GraphQLTypeResolver<unknown, unknown> = (value) => (value as Individual).__typename;

  /** Resolves any field of any schema; `whole` in the context is all of the graph, where the schema is no subgraph's. */
  readonly resolveField: GraphQLFieldResolver<unknown, { readonly whole?: GraphQLSchema }> = (
    source,
    args,
    context,
    info,
  ) =>
    this.#resolve(
      (source ?? { __typename: info.parentType.name, $id: 0 }) as Known,
      args,
      context.whole,
      info,
    );

  #resolve(
    self: Known,
    args: Readonly<Record<string, unknown>>,
    whole: GraphQLSchema | undefined,
    field: FieldInfo,
  ): unknown {
    const { fieldName, returnType } = field;
    if (Object.hasOwn(self, fieldName)) return self[fieldName];
    const type = field.parentType.name;
    const family = this.#families.get(type) ?? type;
    if (this.#keys.get(type)?.has(fieldName) || this.#keys.get(family)?.has(fieldName)) {
      return keyValue(field, Number(self.$id));
    }
    const required =
      this.#requirements.get(`${type}.${fieldName}`) ?? this.#requirements.get(`${family}.${fieldName}`);
    const told = required && this.#told(self, required, whole, type, whole ?? field.schema);
    const id = [this.#options.seed, family, self.$id, fieldName, sorted(args), told ?? null];
    if (hashOf('error', id) % 100 < this.#options.errorPercent) {
      throw new GraphQLError(`${family}.${fieldName} of ${self.$id} failed`, {
        extensions: hashOf('code', id) % 2 === 0 ? { code: 'TEAPOT', detail: { at: self.$id } } : {},
      });
    }
    const position = `${type}.${fieldName}`;
    const mayBeNull = !isNonNullType(returnType) && !this.#neverNull.has(position);
    if (mayBeNull && hashOf('null', id) % 100 < this.#options.nullPercent) return null;
    return this.#value(returnType, field.schema, id, !this.#itemsNeverNull.has(position));
  }

  /** What a subgraph was told of required fields; in a schema of one piece, what they are. */
  #told(
    self: Known,
    selections: SelectionSetNode,
    whole: GraphQLSchema | undefined,
    typeName: string,
    schema: GraphQLSchema,
  ): unknown {
    const parentType = schema.getType(typeName) as GraphQLCompositeType;
    return selections.selections.map((selection) => {
      if (selection.kind !== Kind.FIELD) throw new Error('the mock subgraphs require plain fields only');
      const fieldName = selection.name.value;
      const definition = isUnionType(parentType) ? undefined : parentType.getFields()[fieldName];
      if (!definition || isUnionType(parentType)) throw new Error(`no field ${parentType.name}.${fieldName}`);
      if (!whole && self.$told && !Object.hasOwn(self, fieldName)) return `not told ${fieldName}`;
      const args = getArgumentValues(definition, selection);
      const value = this.#resolve(self, args, whole, {
        fieldName,
        parentType,
        returnType: definition.type,
        schema,
      });
      const descend = (each: unknown): unknown => {
        if (Array.isArray(each)) return each.map(descend);
        if (!selection.selectionSet || each === null) return each;
        return this.#told(
          each as Known,
          selection.selectionSet,
          whole,
          getNamedType(definition.type).name,
          schema,
        );
      };
      return descend(value);
    });
  }

  #value(
    type: GraphQLOutputType,
    schema: GraphQLSchema,
    id: readonly unknown[],
    nullItems: boolean,
  ): unknown {
    const hash = hashOf(id);
    if (isNonNullType(type)) return this.#value(type.ofType, schema, id, nullItems);
    if (isListType(type)) {
      const itemNullable = nullItems && !isNonNullType(type.ofType);
      return Array.from({ length: hash % 4 }, (_, index) =>
        itemNullable && hashOf('null item', id, index) % 100 < this.#options.nullPercent
          ? null
          : this.#value(type.ofType, schema, [...id, index], nullItems),
      );
    }
    if (isEnumType(type)) {
      const values = this.#enumValues.get(type.name) ?? [];
      return values[hash % values.length];
    }
    if (isObjectType(type)) return this.#individualOf(type.name, hash);
    if (isAbstractType(type)) {
      const family = this.#members.get(type.name);
      if (family)
        return { __typename: family[(hash % ENTITIES) % family.length] as string, $id: hash % ENTITIES };
      const types = [...schema.getPossibleTypes(type)].map((each) => each.name).sort();
      return this.#individualOf(types[hash % types.length] ?? type.name, hash >>> 3);
    }
    switch (type.name) {
      case 'Int':
        return (hash % 2001) - 1000;
      case 'Float':
        return (hash % 20_001) / 8 - 1000;
      case 'Boolean':
        return hash % 2 === 0;
      case 'String':
        return `${['plain', 'with "quotes"', 'two\nlines', 'ünïcode ☂ \u2028', ''][hash % 5]}${hash % 97}`;
      case 'ID':
        return `id-${hash % 97}`;
      default:
        return [hash % 97, `s${hash % 97}`, { a: [hash % 7, null], b: { c: 'd' } }, [1, 'x']][hash % 4];
    }
  }

  #individualOf(type: string, hash: number): Individual {
    if (type === 'Query' || type === 'Mutation') return { __typename: type, $id: 0 };
    const family = this.#members.get(this.#families.get(type) ?? '');
    // Within a family the number says which type an entity is, since a key of the interface says no more.
    if (family) return { __typename: type, $id: (hash % 3) * family.length + family.indexOf(type) };
    return { __typename: type, $id: this.#keys.has(type) ? hash % ENTITIES : `value ${hash}` };
  }
}

function keyValue({ fieldName, returnType }: FieldInfo, number: number): unknown {
  const type = getNamedType(returnType);
  if (isObjectType(type)) return { __typename: type.name, $id: number % ENTITIES };
  return type.name === 'Int' ? number : `${fieldName}-${number}`;
}

function selectionSetOf(fields: string): SelectionSetNode {
  const definition = parse(`{ ${fields} }`).definitions[0];
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`no selection set: ${fields}`);
  return definition.selectionSet;
}

function argumentsOf(directives: readonly ConstDirectiveNode[] | undefined, name: string): string[] {
  return (directives ?? [])
    .filter((each) => each.name.value === name)
    .flatMap((each) => each.arguments?.find((argument) => argument.name.value === 'fields') ?? [])
    .flatMap(({ value }) => (value.kind === Kind.STRING ? value.value : []));
}

function sorted(args: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(args)
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}
