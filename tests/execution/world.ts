import {
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  responsePathAsArray,
} from 'graphql';
import { hashOf } from '../differential/seed.ts';
import { Turns } from './turns.ts';

/** How often, of a hundred times, something odd happens. */
export interface Oddity {
  /** A failure: thrown, rejected, returned, or a value that the type cannot have. */
  readonly failing: number;
  readonly absent: number;
  /** A promise that is settled in a turn of its own. */
  readonly late: number;
  /** A promise that is settled already. */
  readonly settled: number;
}

/**
 * What the resolvers of one execution do. It follows from the seed and from where a value stands in the answer, never
 * from the order of calls, so that two executors meet the same world.
 */
export class World {
  /** What was called, in order, with all that it was told. */
  readonly calls: string[] = [];
  readonly #schema: GraphQLSchema;
  readonly #seed: number;
  readonly #oddity: Oddity;
  readonly #turns = new Turns();

  constructor(schema: GraphQLSchema, seed: number, oddity: Oddity) {
    this.#schema = schema;
    this.#seed = seed;
    this.#oddity = oddity;
  }

  /** Resolves when all promises are settled, also those that nobody waited for. */
  idle(): Promise<void> {
    return this.#turns.idle();
  }

  resolve(source: unknown, args: object, info: GraphQLResolveInfo): unknown {
    const path = responsePathAsArray(info.path).join('.');
    const { parentType, fieldName, fieldNodes, returnType, variableValues, operation, rootValue } = info;
    this.calls.push(
      JSON.stringify([
        path,
        `${parentType}.${fieldName}: ${returnType}`,
        args,
        (source as { $path?: string } | undefined)?.$path,
        fieldNodes.length,
        variableValues,
        operation.name?.value,
        Object.keys(info.fragments),
        rootValue,
        info.schema === this.#schema,
      ]),
    );
    // What a resolver does to its arguments is its own affair.
    (args as Record<string, unknown>).mark = path;
    if (this.#oddity.settled === 0) for (const value of Object.values(args)) mark(value, path);
    return this.#outcome(path, info.returnType);
  }

  typeOf(value: unknown, info: GraphQLResolveInfo, type: GraphQLAbstractType): never {
    const { $path = '', $type } = (value ?? {}) as { $path?: string; $type?: string };
    this.calls.push(`type of ${$path} for ${info.parentType}.${info.fieldName}`);
    const odd = this.#chance('type', $path);
    const name = odd < this.#oddity.failing ? this.#wrongType($path) : ($type ?? type.name);
    const isLate = this.#chance('late type', $path) < this.#oddity.late / 2;
    return (isLate ? this.#turns.later(this.#hash('type', $path), () => name) : name) as never;
  }

  isOf(value: unknown, name: string): boolean | Promise<boolean> {
    const { $path = '', $type } = (value ?? {}) as { $path?: string; $type?: string };
    this.calls.push(`whether ${$path} is of ${name}`);
    const odd = this.#chance('is', $path, name);
    if (odd < this.#oddity.failing / 3) throw new Error(`whether ${$path} is a ${name}, nobody knows`);
    const holds = odd < this.#oddity.failing ? $type !== name : $type === name;
    const isLate = this.#chance('late is', $path, name) < this.#oddity.late / 3;
    return isLate ? this.#turns.later(this.#hash('is', $path, name), () => holds) : holds;
  }

  #hash(...parts: readonly unknown[]): number {
    return hashOf(this.#seed, ...parts);
  }

  #chance(...parts: readonly unknown[]): number {
    return this.#hash('chance', ...parts) % 100;
  }

  /** What comes of asking for a value: itself, a promise of it, or a failure. */
  #outcome(path: string, type: GraphQLOutputType): unknown {
    const { late, settled } = this.#oddity;
    const chance = this.#chance('when', path);
    if (chance < late) {
      const promise = heard(this.#turns.later(this.#hash('turn', path), () => this.#now(path, type)));
      return this.#hash('thenable', path) % 6 === 0 ? thenable(promise) : promise;
    }
    if (chance < late + settled) return heard(Promise.resolve().then(() => this.#now(path, type)));
    return this.#now(path, type);
  }

  #now(path: string, type: GraphQLOutputType): unknown {
    const { failing, absent } = this.#oddity;
    const chance = this.#chance('what', path);
    if (chance < failing) return this.#fail(path);
    if (chance < failing + absent) return this.#hash('null', path) % 2 ? null : undefined;
    return this.#value(path, getNullableType(type));
  }

  #fail(path: string): unknown {
    const code = { extensions: { code: 'ODD', at: path } };
    switch (this.#hash('failure', path) % 7) {
      case 0:
        throw new Error(`thrown at ${path}`);
      case 1:
        throw new GraphQLError(`coded at ${path}`, code);
      case 2:
        throw `text thrown at ${path}`;
      case 3:
        throw undefined;
      case 4:
        return new Error(`returned at ${path}`);
      case 5:
        return new GraphQLError(`returned, coded at ${path}`, code);
      default:
        return Symbol.for('what no type can have');
    }
  }

  #value(path: string, type: GraphQLOutputType): unknown {
    if (isListType(type)) {
      const length = this.#hash('length', path) % 3;
      const items = Array.from({ length }, (_, index) => this.#item(`${path}.${index}`, type.ofType));
      return this.#hash('iterable', path) % 5 === 0 ? new Set(items) : items;
    }
    if (isLeafType(type)) return this.#leaf(path, type.name);
    if (isAbstractType(type)) {
      const possible = this.#schema.getPossibleTypes(type);
      return this.#object(path, possible[this.#hash('of', path) % possible.length]?.name ?? '');
    }
    return this.#object(path, type.toString());
  }

  /** An item that fails by throwing would take the list along. */
  #item(path: string, type: GraphQLOutputType): unknown {
    try {
      return this.#outcome(path, type);
    } catch (error) {
      return error instanceof Error ? error : null;
    }
  }

  #leaf(path: string, type: string): unknown {
    const number = this.#hash('leaf', path) % 16;
    if (type === 'Int') return number === 15 ? 2 ** 40 : number;
    if (type === 'Float') return number === 15 ? Number.NaN : number / 2;
    if (type === 'Boolean') return number === 15 ? 'yes' : number === 14 ? 1 : number % 2 === 0;
    if (type === 'Size') return number;
    if (type === 'Tint') return [0, 'b', 'no tint'][number % 3];
    if (number === 15) return {};
    return number === 14 ? number : number === 13 ? { valueOf: () => path } : `${type} of ${path}`;
  }

  #object(path: string, name: string): unknown {
    if (this.#chance('primitive', path) < this.#oddity.failing / 4) return 5;
    const type = this.#schema.getType(name);
    const object: Record<string, unknown> = { $path: path, $type: name };
    if (!isObjectType(type)) return object;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) continue;
      const at = `${path}/${field.name}`;
      const outcome = () => this.#outcome(at, field.type);
      // A property may be a method, and reading it may fail.
      const how = this.#hash('property', at) % 12;
      if (how === 0) Object.defineProperty(object, field.name, { get: outcome, enumerable: true });
      else if (how === 1) {
        object[field.name] = (args: object, world: World, info: GraphQLResolveInfo) =>
          world.resolve(object, args, info);
      } else {
        try {
          object[field.name] = outcome();
        } catch (error) {
          object[field.name] = error;
        }
      }
    }
    return object;
  }

  #wrongType(path: string): unknown {
    const wrong = ['Query', undefined, 'Nobody', 'Tint', 'Mutation', 5, this.#schema.getType('Thing')];
    return wrong[this.#hash('wrong type', path) % wrong.length];
  }
}

/** Changes an object of the arguments, as a resolver may. */
function mark(value: unknown, path: string): void {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.assign(value, { mark: path });
}

/** What is like a promise, as other libraries have them: it can be waited for, and no more. */
function thenable(promise: Promise<unknown>): object {
  const then = (...handlers: Parameters<typeof promise.then>) => thenable(promise.then(...handlers));
  return { then };
}

/** Not every promise is asked for; it is for the executor to hear of those that are. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
