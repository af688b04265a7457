import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  type NamedTypeNode,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { Random } from './seed.ts';

export interface GeneratedOperation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface OperationLimits {
  /** How many fields the largest operation has, about. Default 30. */
  readonly size?: number;
  /** How deep selections nest. Default 7. */
  readonly depth?: number;
}

/**
 * Writes a random operation that is valid for the schema. The same seed writes the same one.
 */
export function generateOperation(
  schema: GraphQLSchema,
  limits: OperationLimits,
  ...seed: readonly unknown[]
): GeneratedOperation {
  for (let attempt = 0; ; attempt++) {
    const writer = new OperationWriter(schema, new Random(...seed, attempt), limits);
    const { text, variables } = writer.write();
    const document = parse(text, { noLocation: true });
    // Response names of different fields may meet through fragments; then another is written.
    if (validate(schema, document).length === 0) return { document, variables };
    if (attempt > 50) throw new Error(`no valid operation after ${attempt} attempts: ${text}`);
  }
}

class OperationWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #definitions: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: string[] = [];
  readonly #depth: number;
  /** Of all types. */
  readonly #fieldNames: readonly string[];
  #budget: number;

  constructor(schema: GraphQLSchema, random: Random, { size = 30, depth = 7 }: OperationLimits) {
    this.#schema = schema;
    this.#random = random;
    this.#budget = 4 + random.below(size);
    this.#depth = depth;
    this.#fieldNames = Object.values(schema.getTypeMap()).flatMap((type) =>
      isCompositeType(type) && !isUnionType(type) && !type.name.startsWith('__')
        ? Object.keys(type.getFields())
        : [],
    );
  }

  write(): { text: string; variables: Readonly<Record<string, unknown>> } {
    const mutation = this.#schema.getMutationType();
    const root = mutation && this.#random.chance(25) ? mutation : this.#schema.getQueryType();
    if (!root) throw new Error('the schema has no query type');
    const selections = this.#selections(root, 0);
    const introspection =
      root !== mutation && this.#random.chance(4)
        ? '__schema { queryType { name } } __type(name: "Query") { name kind }'
        : '';
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    const name = this.#random.chance(50) || definitions ? ` Generated${definitions}` : '';
    const kind = root === mutation ? 'mutation' : 'query';
    return {
      text: `${kind}${name} { ${selections} ${introspection} }\n${this.#fragments.join('\n')}`,
      variables: this.#variables,
    };
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const selections: string[] = [];
    const fields = isUnionType(type) ? [] : this.#random.shuffle(Object.values(type.getFields()));
    const count = depth === 0 ? 1 + this.#random.below(3) : 1 + this.#random.below(5);
    for (const field of fields.slice(0, count)) {
      if (this.#budget <= 0 && selections.length > 0) break;
      const written = this.#field(field, depth);
      if (written) selections.push(written);
      if (written && this.#random.chance(6)) selections.push(this.#field(field, depth) ?? '');
    }
    if (isUnionType(type) || this.#random.chance(isAbstractType(type) ? 80 : 12)) {
      for (let index = this.#random.below(3); index >= 0; index--)
        selections.push(this.#fragment(type, depth));
    }
    if (selections.length === 0 || this.#random.chance(20)) {
      selections.push(this.#random.chance(25) ? 'kind: __typename' : '__typename');
    }
    return this.#random.shuffle(selections).join(' ');
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    if (this.#budget <= 0) return '__typename';
    const conditions: GraphQLCompositeType[] = [type];
    if (isAbstractType(type))
      conditions.push(...this.#schema.getPossibleTypes(type), ...this.#schema.getPossibleTypes(type));
    for (const each of Object.values(this.#schema.getTypeMap())) {
      if (
        isAbstractType(each) &&
        each !== type &&
        !each.name.startsWith('__') &&
        this.#overlaps(each, type)
      ) {
        conditions.push(each);
      }
    }
    const condition = this.#random.pick(conditions);
    this.#budget--;
    const selections = this.#selections(condition, depth + 1);
    if (this.#random.chance(35)) {
      const name = `Part${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${condition.name} { ${selections} }`);
      return `...${name}${this.#directives()}`;
    }
    const on = condition === type && this.#random.chance(50) ? '' : ` on ${condition.name}`;
    return `...${on}${this.#directives()} { ${selections} }`;
  }

  #overlaps(one: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
    const possible = (type: GraphQLCompositeType) =>
      isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    return possible(one).some((each) => possible(other).includes(each));
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string | undefined {
    const type = getNamedType(field.type);
    let selections = '';
    if (isCompositeType(type)) {
      if (depth >= this.#depth || this.#budget <= 0) return undefined;
      selections = ` { ${this.#selections(type, depth + 1)} }`;
    }
    this.#budget--;
    const given = field.args.flatMap((argument) => this.#argument(argument));
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    const alias = this.#random.chance(5)
      ? // The name of another field, which an engine may need besides.
        `${this.#random.pick(this.#fieldNames)}: `
      : args || this.#random.chance(10)
        ? `${this.#random.pick(['a', 'b', 'constructor', field.name])}${this.#random.below(90)}: `
        : '';
    return `${alias}${field.name}${args}${this.#directives()}${selections}`;
  }

  #directives(): string {
    if (!this.#random.chance(9)) return '';
    const name = this.#random.pick(['skip', 'include']);
    if (this.#random.chance(20)) return ` @${name}(if: ${this.#random.chance(50)})`;
    const variable = this.#random.pick(['yes', 'no', 'maybe']);
    if (!this.#definitions.some((each) => each.startsWith(`$${variable}:`))) {
      this.#definitions.push(variable === 'maybe' ? '$maybe: Boolean! = true' : `$${variable}: Boolean!`);
      if (variable !== 'maybe') this.#variables[variable] = this.#random.chance(60) === (variable === 'yes');
    }
    return ` @${name}(if: $${variable})`;
  }

  #argument(argument: GraphQLArgument): string[] {
    if (!isNonNullType(argument.type) && this.#random.chance(50)) return [];
    const value = inputValue(this.#random, argument.type);
    if (!this.#random.chance(40)) return [`${argument.name}: ${literal(value, argument.type)}`];
    const name = `v${this.#definitions.length}`;
    if (this.#random.chance(25)) {
      this.#definitions.push(`$${name}: ${argument.type} = ${literal(value, argument.type)}`);
      if (this.#random.chance(50)) this.#variables[name] = inputValue(this.#random, argument.type);
    } else {
      this.#definitions.push(`$${name}: ${argument.type}`);
      if (isNonNullType(argument.type) || this.#random.chance(85)) this.#variables[name] = value;
    }
    return [`${argument.name}: $${name}`];
  }
}

/** Values for the variables of an operation. One with a default, or that may be null, is now and then left out. */
export function generateVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  ...seed: readonly unknown[]
): Readonly<Record<string, unknown>> {
  const random = new Random(...seed);
  const { variableDefinitions = [] } = getOperationAST(document) ?? {};
  const entries = variableDefinitions.flatMap(({ variable, type, defaultValue }) => {
    const inputType = typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType;
    const isNeeded = isNonNullType(inputType) && !defaultValue;
    if (!isNeeded && random.chance(30)) return [];
    return [[variable.name.value, inputValue(random, inputType)] as const];
  });
  return Object.fromEntries(entries);
}

function inputValue(random: Random, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return inputValue(random, type.ofType);
  if (isListType(type)) return Array.from({ length: random.below(3) }, () => inputValue(random, type.ofType));
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) || random.chance(60))
        .map((field) => [field.name, inputValue(random, field.type)]),
    );
  }
  if (type.name === 'Int') return random.below(5);
  if (type.name === 'Boolean') return random.chance(50);
  if (type.name === 'Float') return random.below(9) / 2;
  const number = random.below(9);
  return CHECKED[type.name]?.(number) ?? `text ${number}`;
}

/** Scalars of which the gateway takes no other text. */
const CHECKED: Readonly<Record<string, (number: number) => string>> = {
  DateTime: (number) => `2024-05-0${number + 1}T12:00:00.000Z`,
  Date: (number) => `2024-05-0${number + 1}`,
  EmailAddress: (number) => `someone${number}@example.com`,
  URL: (number) => `https://example.com/${number}`,
  Decimal: (number) => `${number}.50`,
};

function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (Array.isArray(value)) {
    const itemType = isListType(type) ? type.ofType : type;
    return `[${value.map((each) => literal(each, itemType)).join(', ')}]`;
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const entries = Object.entries(value as object).map(
      ([key, each]) => `${key}: ${literal(each, (fields[key] as { type: GraphQLInputType }).type)}`,
    );
    return `{${entries.join(', ')}}`;
  }
  return isEnumType(type) ? String(value) : JSON.stringify(value);
}
