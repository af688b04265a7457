import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import { clientName } from '../../response-names.ts';
import { propertySource } from '../record.ts';
import { collectFields, type SelectionScope } from './collect-fields.ts';

/**
 * Generates the JavaScript source of a projection: a function for each selection set and list type, that turns a
 * subgraph's value into the JSON text of what the client asked for.
 *
 * Source, not closures: V8 then sees one shape of object at each property access, which makes it several times
 * faster. Every name in the source is a GraphQL name or goes through `JSON.stringify`.
 *
 * Conventions of the generated functions: `v` is the value, `e` the list of violations, `w` says what the value is
 * in messages. What they return is explained at `runtime`.
 */
export function generateProjection(
  scope: SelectionScope,
  rootType: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  repeated: readonly (readonly string[])[],
): string {
  const generator = new Generator(scope);
  for (const fields of repeated) generator.writeOnce(rootType, selectionSet, fields);
  const root = generator.objectFunction(rootType, [selectionSet]);
  return `'use strict';
    const memories = [];
    let repeats = false;
    let most = 0;
    ${generator.source()}
    return (v, e, introspection, hasRepeats, maxCharacters) => {
      repeats = hasRepeats;
      most = maxCharacters;
      if (repeats) for (const remember of memories) remember(new Map());
      try {
        return ${root}(v, e, ${text(rootType.name)}, introspection);
      } finally {
        if (repeats) for (const remember of memories) remember(undefined);
      }
    };`;
}

/** Ends the writing of an answer that is too large, before it is joined to something larger. */
const BOUND = 'if (s.length > most) tooLarge(most);';

class Generator {
  readonly #scope: SelectionScope;
  /** Generated functions by what they are for; a name alone while its body is being generated. */
  readonly #names = new Map<string, string>();
  readonly #bodies: string[] = [];
  readonly #nodeIds = new Map<SelectionSetNode, number>();
  /** Keys of the composite functions that remember what they wrote. */
  readonly #remembering = new Set<string>();

  constructor(scope: SelectionScope) {
    this.#scope = scope;
  }

  source(): string {
    return this.#bodies.join('\n');
  }

  /** Has the text of each object at some place of the response written once, however often the object stands there. */
  writeOnce(rootType: GraphQLObjectType, selectionSet: SelectionSetNode, fields: readonly string[]): void {
    let here: [GraphQLCompositeType, readonly SelectionSetNode[]][] = [[rootType, [selectionSet]]];
    for (const field of fields) {
      const below = new Map<string, (typeof here)[number]>();
      for (const [type, selectionSets] of here) {
        for (const each of this.#runtimeTypes(type)) {
          const nodes = collectFields(this.#scope, each, selectionSets).get(field) ?? [];
          const name = nodes[0]?.name.value;
          const definition = name === undefined || isUnionType(each) ? undefined : each.getFields()[name];
          const named = definition && getNamedType(definition.type);
          if (!isCompositeType(named)) continue;
          const inner = nodes.flatMap((node) => node.selectionSet ?? []);
          below.set(this.#compositeKey(named, inner), [named, inner]);
        }
      }
      here = [...below.values()];
    }
    for (const [type, selectionSets] of here) this.#remembering.add(this.#compositeKey(type, selectionSets));
  }

  /** The function for objects of a runtime type. Types for which the same is selected share one. */
  objectFunction(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): string {
    const fields = [...collectFields(this.#scope, type, selectionSets)].map(([name, nodes]) =>
      this.#field(type, name, nodes),
    );
    const key = `object ${isAbstractType(type)} ${fields.map((each) => each.key).join(' ')}`;
    return this.#define(key, (name) => {
      const body = fields.map((field, index) => field.write(index === 0 ? '{' : ','));
      const start = body.length === 0 ? `s = '{';` : '';
      return `function ${name}(v, e, w, introspection) { let s = '', t, n; ${start}\n${body.join('\n')}\nreturn s + '}'; }`;
    });
  }

  #field(
    type: GraphQLCompositeType,
    name: string,
    nodes: readonly FieldNode[],
  ): { key: string; write: (separator: string) => string } {
    const node = nodes[0] as FieldNode;
    const fieldName = node.name.value;
    const shown = clientName(name);
    if (fieldName === '__typename')
      return { key: `${name}:typename`, write: (at) => typenameField(at, shown, type) };
    if (fieldName === '__schema' || fieldName === '__type') {
      return {
        key: `${name}:introspection`,
        write: (at) => `s += ${text(`${at}${text(shown)}:`)} + introspection[${text(name)}]; ${BOUND}`,
      };
    }
    const definition = isUnionType(type) ? undefined : type.getFields()[fieldName];
    if (!definition) throw new Error(`no field ${type.name}.${fieldName}`);
    const selectionSets = nodes.flatMap((each) => each.selectionSet ?? []);
    const what = `'field ' + w + ${text(`.${shown}`)}`;
    return {
      key: `${name}:${definition.type}:${selectionSets.map((each) => this.#nodeId(each)).join('+')}`,
      write: (at) =>
        [
          this.#value(definition.type, selectionSets, propertySource('v', name), what, text(shown)),
          onNull(definition.type, what, text(shown), 'return undefined;'),
          `s += ${text(`${at}${text(shown)}:`)} + t; ${selectionSets.length > 0 ? BOUND : ''}`,
        ].join('\n'),
    };
  }

  /** Statements that set `t` to the text of the value. */
  #value(
    type: GraphQLOutputType,
    selectionSets: readonly SelectionSetNode[],
    value: string,
    what: string,
    step: string,
  ): string {
    const nullable = isNonNullType(type) ? type.ofType : type;
    if (!isListType(nullable) && !isCompositeType(nullable)) {
      return `{ const x = ${value}; t = ${leaf(nullable, what)}; if (t === undefined) under(e, e.length - 1, ${step}); }`;
    }
    const call = isListType(nullable)
      ? this.#listFunction(nullable.ofType, selectionSets)
      : this.#compositeFunction(nullable, selectionSets);
    return `n = e.length; { const x = ${value}; t = x === null || x === undefined ? null : ${call}(x, e) } if (t === '') t = invalid(e, ${what}); else if (t === '?') t = invalidTypename(e, ${what}); if (e.length !== n) under(e, n, ${step});`;
  }

  #listFunction(itemType: GraphQLOutputType, selectionSets: readonly SelectionSetNode[]): string {
    const key = `list ${itemType} ${selectionSets.map((each) => this.#nodeId(each)).join('+')}`;
    return this.#define(key, (name) => {
      const nullable = isNonNullType(itemType) ? itemType.ofType : itemType;
      const what = `${text(`array element of type ${nullable} at index `)} + i`;
      return `function ${name}(v, e) {
        if (!Array.isArray(v)) return '';
        let s = '[', bad = false, t, n;
        for (let i = 0; i < v.length; i++) {
          ${this.#value(itemType, selectionSets, 'v[i]', what, 'i')}
          ${onNull(itemType, what, 'i', 'bad = true; continue;')}
          s += i === 0 ? t : ',' + t;
          ${BOUND}
        }
        return bad ? undefined : s + ']';
      }`;
    });
  }

  #compositeFunction(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): string {
    const key = this.#compositeKey(type, selectionSets);
    const write = this.#writingFunction(key, type, selectionSets);
    if (!this.#remembering.has(key)) return write;
    // Violations name the place, so that a text with any is written anew.
    return this.#define(
      `remembering ${key}`,
      (name) => `let ${name}known; memories.push((fresh) => { ${name}known = fresh; });
      function ${name}(v, e) {
        if (!repeats) return ${write}(v, e);
        const before = ${name}known.get(v);
        if (before !== undefined) return before;
        const n = e.length, s = ${write}(v, e);
        if (typeof s === 'string' && s.length > 1 && e.length === n) ${name}known.set(v, s);
        return s;
      }`,
    );
  }

  #writingFunction(
    key: string,
    type: GraphQLCompositeType,
    selectionSets: readonly SelectionSetNode[],
  ): string {
    return this.#define(key, (name) => {
      const guard = `if (typeof v !== 'object' || Array.isArray(v)) return '';`;
      const project = (each: GraphQLCompositeType) =>
        `return ${this.objectFunction(each, selectionSets)}(v, e, ${text(each.name)});`;
      if (isObjectType(type)) return `function ${name}(v, e) { ${guard} ${project(type)} }`;
      const cases = this.#runtimeTypes(type).map((each) => `case ${text(each.name)}: ${project(each)}`);
      return `function ${name}(v, e) { ${guard} switch (v.__typename) {
        ${cases.join('\n')}
        case undefined: case null: ${project(type)}
        default: return '?';
      } }`;
    });
  }

  #compositeKey(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): string {
    return `composite ${type.name} ${selectionSets.map((each) => this.#nodeId(each)).join('+')}`;
  }

  /** What an object of an abstract type can say it is: also an interface, when its subgraph knows no better. */
  #runtimeTypes(type: GraphQLCompositeType): GraphQLCompositeType[] {
    if (!isAbstractType(type)) return [type];
    const { schema } = this.#scope;
    const interfaces = isUnionType(type) ? [] : [type, ...schema.getImplementations(type).interfaces];
    return [...schema.getPossibleTypes(type), ...interfaces];
  }

  #define(key: string, body: (name: string) => string): string {
    const known = this.#names.get(key);
    if (known) return known;
    const name = `f${this.#names.size}`;
    this.#names.set(key, name);
    this.#bodies.push(body(name));
    return name;
  }

  #nodeId(node: SelectionSetNode): number {
    const id = this.#nodeIds.get(node) ?? this.#nodeIds.size;
    this.#nodeIds.set(node, id);
    return id;
  }
}

/** The runtime type's name; of an object whose type nobody could say, what a subgraph gave if it is a real type. */
function typenameField(separator: string, name: string, type: GraphQLCompositeType): string {
  if (isAbstractType(type)) return 'return undefined;';
  return `s += ${text(`${separator}${text(name)}:"`)} + w + '"';`;
}

/** What to do when `t` is no text: bubble up where the type allows no null. */
function onNull(type: GraphQLOutputType, what: string, step: string, bubble: string): string {
  return isNonNullType(type)
    ? `if (typeof t !== 'string') { if (t === null) missing(e, ${what}, ${step}); ${bubble} }`
    : `if (typeof t !== 'string') t = 'null';`;
}

/** An expression for the text of `x`. */
function leaf(type: GraphQLLeafType, what: string): string {
  const otherwise = `x === null || x === undefined ? null : invalid(e, ${what})`;
  const string = `typeof x === 'string' ? quote(x)`;
  const integer = `Number.isInteger(x) && Math.abs(x) < 1e21 ? '' + x`;
  if (isEnumType(type)) {
    const values = type.getValues().map((value) => `x === ${text(value.name)}`);
    return `${values.join(' || ')} ? '"' + x + '"' : ${otherwise}`;
  }
  switch (getNamedType(type).name) {
    case 'String':
      return `${string} : ${otherwise}`;
    case 'ID':
      return `${string} : ${integer} : ${otherwise}`;
    case 'Int':
      return `${integer} : ${otherwise}`;
    case 'Float':
      return `typeof x === 'number' && isFinite(x) ? '' + x : ${otherwise}`;
    case 'Boolean':
      return `typeof x === 'boolean' ? '' + x : ${otherwise}`;
    default:
      return `x === null || x === undefined ? null : json(x)`;
  }
}

function text(value: string): string {
  return JSON.stringify(value);
}
